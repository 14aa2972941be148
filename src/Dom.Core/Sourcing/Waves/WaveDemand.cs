using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;

namespace Dom.Core.Sourcing.Waves;

/// <summary>What a wave decides anew of one order: lines that are offered and not accepted, and lines that found nothing.</summary>
public sealed record WaveDemand
{
    /// <summary>The order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Since when the order is here, UTC: who came first chooses first where orders are not solved together.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What is known of it besides its lines.</summary>
    public required OrderFacts Order { get; init; }

    /// <summary>Where it goes; none when the customer collects every line.</summary>
    public GeoPoint? Destination { get; init; }

    /// <summary>How often it was sourced.</summary>
    public required int Attempt { get; init; }

    /// <summary>The version of the profile that decides all of its lines.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The lines, offered and waiting, at least one; each as a whole offered at one location, or waiting.</summary>
    public required ImmutableArray<DemandLine> Lines { get; init; }

    /// <summary>Where lines are offered; a line that is absent waits.</summary>
    public ImmutableArray<OfferedLine> Offered { get; init; } = [];
}

/// <summary>A line that is offered to a location, all of it.</summary>
/// <param name="LineId">The line.</param>
/// <param name="LocationId">The location.</param>
/// <param name="ShipmentId">The offer.</param>
/// <param name="CountsToday">Whether it counts against the day that it now is at its location.</param>
public sealed record OfferedLine(LineId LineId, LocationId LocationId, ShipmentId ShipmentId, bool CountsToday);
