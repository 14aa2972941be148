using System.Collections.Immutable;
using Dom.Core.Fulfillment;

namespace Dom.Functions.Stores;

/// <summary>What a store sends with an action.</summary>
public sealed record ActionRequest
{
    /// <summary>The store's mark of the request: a repeat with the same mark does nothing more.</summary>
    public string? RequestId { get; init; }

    /// <summary>Who does it; the name of the key where it is left out.</summary>
    public string? By { get; init; }

    /// <summary>Which lines, and how many units of each; left out it means all.</summary>
    public ImmutableArray<LineQuantity>? Lines { get; init; }

    /// <summary>Why something goes back.</summary>
    public string? Reason { get; init; }

    /// <summary>The carrier's number.</summary>
    public string? Tracking { get; init; }

    /// <summary>The command that it means.</summary>
    /// <param name="action">The action.</param>
    /// <param name="at">When it came.</param>
    /// <param name="caller">The name of the caller's key.</param>
    public ShipmentCommand ToCommand(ShipmentAction action, DateTimeOffset at, string caller) => new()
    {
        Action = action,
        At = at,
        RequestId = RequestId,
        By = By ?? caller,
        Lines = Lines is { IsDefault: true } ? null : Lines,
        Reason = Reason,
        Tracking = Tracking,
    };
}
