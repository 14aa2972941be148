using System.Collections.Immutable;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Sourcing.Scarcity;

namespace Dom.Core.Sourcing;

/// <summary>The record of one sourcing of one order: the plan, what it costs, and why it is this one.</summary>
public sealed record SourcingDecision
{
    /// <summary>The order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Which sourcing of the order this was, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>When the stock was read, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The profile that decided.</summary>
    public required ProfileId ProfileId { get; init; }

    /// <summary>Its version.</summary>
    public required int ProfileVersion { get; init; }

    /// <summary>What each location is to fulfil, in the order of the request's lines, then of location ids.</summary>
    public required ImmutableArray<Assignment> Assignments { get; init; }

    /// <summary>The lines, or what is left of lines, that no location fulfils, in the order of the request's lines.</summary>
    public required ImmutableArray<UnassignedLine> Unassigned { get; init; }

    /// <summary>What the plan costs, with what the unassigned units count for.</summary>
    public required CostBreakdown Cost { get; init; }

    /// <summary>What is sent, by location and way; what is collected where it lies makes no parcel.</summary>
    public ImmutableArray<ParcelRecord> Parcels { get; init; } = [];

    /// <summary>What all parcels emit, grams of CO2 equivalent, as far as the profile tells.</summary>
    public long CarbonGrams => Parcels.Sum(parcel => parcel.CarbonGrams);

    /// <summary>For every line what became of each location, in the order of the request's lines.</summary>
    public required ImmutableArray<LineDecision> Lines { get; init; }

    /// <summary>What scarcity prices did; none where none were charged.</summary>
    public ScarcityUse? Scarcity { get; init; }

    /// <summary>How the plan was found, and whether a cheaper one can exist.</summary>
    public required SearchSummary Search { get; init; }
}
