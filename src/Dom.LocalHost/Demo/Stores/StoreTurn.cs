using System.Collections.Immutable;

namespace Dom.LocalHost.Demo.Stores;

/// <summary>What a store does next with a shipment.</summary>
/// <param name="Verb">The action: <c>accept</c>, <c>pick</c> …</param>
/// <param name="After">How long the people there take for it.</param>
/// <param name="Request">What is sent with it.</param>
internal sealed record StoreTurn(string Verb, TimeSpan After, StoreRequest Request);

/// <summary>The body of a store's action.</summary>
internal sealed record StoreRequest
{
    /// <summary>The same whenever the same action is sent again.</summary>
    public required string RequestId { get; init; }

    /// <summary>Who does it.</summary>
    public string By { get; init; } = "demo";

    /// <summary>Which lines and how many units of each; none means all.</summary>
    public ImmutableArray<StoreRequestLine>? Lines { get; init; }

    /// <summary>Why something goes back.</summary>
    public string? Reason { get; init; }

    /// <summary>The carrier's number.</summary>
    public string? Tracking { get; init; }
}

/// <summary>Units of a line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Quantity">How many.</param>
internal sealed record StoreRequestLine(string LineId, int Quantity);
