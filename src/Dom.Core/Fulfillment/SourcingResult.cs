using System.Collections.Immutable;
using Dom.Core.Sourcing;

namespace Dom.Core.Fulfillment;

/// <summary>What came of sourcing an order once: shipments whose stock is held, and what no location can do.</summary>
public sealed record SourcingResult
{
    /// <summary>The attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>What locations are given to do.</summary>
    public required ImmutableArray<ShipmentPlan> Shipments { get; init; }

    /// <summary>What stays unassigned, and why.</summary>
    public required ImmutableArray<UnassignedLine> Unassigned { get; init; }
}
