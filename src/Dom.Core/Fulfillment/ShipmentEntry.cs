using System.Collections.Immutable;

namespace Dom.Core.Fulfillment;

/// <summary>One thing that happened to a shipment.</summary>
public sealed record ShipmentEntry
{
    /// <summary>The reason of what goes back because nobody answered in time.</summary>
    public const string ExpiredReason = "expired";

    /// <summary>The reason of what goes back because the order was called off.</summary>
    public const string WithdrawnReason = "withdrawn";

    /// <summary>The reason of what is taken back because the location said that it has none of the SKU.</summary>
    public const string CollateralReason = "collateral";

    /// <summary>The reason of what is recalled because another location is to have it.</summary>
    public const string RecalledReason = "recalled";

    /// <summary>Who accepts what is accepted by itself.</summary>
    public const string ByItself = "auto";

    /// <summary>What was done.</summary>
    public required ShipmentAction Action { get; init; }

    /// <summary>The state reached by it.</summary>
    public required ShipmentState State { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The caller's mark of the request, by which a repeat is known.</summary>
    public string? RequestId { get; init; }

    /// <summary>Who did it.</summary>
    public string? By { get; init; }

    /// <summary>Why, where something goes back.</summary>
    public string? Reason { get; init; }

    /// <summary>What goes back to be sourced again, or is called off; each more than 0.</summary>
    public ImmutableArray<LineQuantity> Returned { get; init; } = [];

    /// <summary>Whether a reason is one that Dom itself gives: no location may.</summary>
    /// <param name="reason">The reason.</param>
    internal static bool IsOfDom(string reason) => reason is ExpiredReason or WithdrawnReason or CollateralReason or RecalledReason;
}
