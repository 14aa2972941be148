namespace Dom.Core.Profiles;

/// <summary>Which locations may fulfil, and in how many pieces. All hold without exception.</summary>
public sealed record SourcingRules
{
    /// <summary>Farthest a location may lie from the destination, in kilometres on the great circle; none means no limit.</summary>
    public double? MaxDistanceKm { get; init; }

    /// <summary>Units of each SKU that every location keeps back. Default 0.</summary>
    public int MinInventoryUnits { get; init; }

    /// <summary>Most locations that may fulfil one order at one sourcing, 1 or more; none means no limit.</summary>
    public int? MaxLocations { get; init; }

    /// <summary>Whether an order is sourced whole or not at all. Default no.</summary>
    public bool ShipComplete { get; init; }
}
