using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Orders;

namespace Dom.Core.Fulfillment;

/// <summary>What a wave wants moved of an order, and where to.</summary>
public sealed record OrderMove
{
    /// <summary>How often the order was sourced when the wave looked at it: an order that was sourced since is not what the wave planned for.</summary>
    public required int Attempt { get; init; }

    /// <summary>The offers that are recalled, at least one.</summary>
    public required ImmutableArray<ShipmentId> Shipments { get; init; }

    /// <summary>Where each line of those offers is to come from; a line has one for each of its locations.</summary>
    public required ImmutableArray<PlannedLine> Lines { get; init; }

    /// <summary>Until when it waits with sourcing them, because other orders give back first what is planned for it; none where all of it is free already.</summary>
    public DateTimeOffset? SourcedFrom { get; init; }
}

/// <summary>A location that a wave has planned for a line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="LocationId">The location.</param>
public sealed record PlannedLine(LineId LineId, LocationId LocationId);
