using System.Collections.Immutable;

namespace Dom.Core.Profiles.Costs;

/// <summary>What fulfilling costs, in integer minor units of one currency. Everything is 0 unless it is set: then the nearest location is the cheapest, as in D365.</summary>
public sealed record CostFactors
{
    /// <summary>ISO 4217 code of the currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Cost of each parcel: all that one location sends for one order by one mode. 0 or more.</summary>
    public long ParcelMinorUnits { get; init; }

    /// <summary>Cost of each parcel by distance, in minor units for 100 km. 0 or more.</summary>
    public long MinorUnitsPer100Km { get; init; }

    /// <summary>Cost of handling each unit. 0 or more.</summary>
    public long UnitMinorUnits { get; init; }

    /// <summary>What a unit left unassigned counts for in the choice. Default 1,000,000: filling comes before saving.</summary>
    public long UnassignedUnitMinorUnits { get; init; } = 1_000_000;

    /// <summary>What parcels cost by mode and place, besides. Of those that hold for a parcel the one with the most particular place counts; of equals, the first.</summary>
    public ImmutableArray<ShippingCost> Shipping { get; init; } = [];

    /// <summary>What handling costs by place and product, besides. All that hold add up.</summary>
    public ImmutableArray<HandlingCost> Handling { get; init; } = [];

    /// <summary>What each location of an order beyond the first costs. 0 or more.</summary>
    public long SplitMinorUnits { get; init; }

    /// <summary>What a worse priority costs an order at each location, for each step beyond 1; a location without a priority counts as 11. 0 or more.</summary>
    public long PriorityStepMinorUnits { get; init; }

    /// <summary>What late delivery costs.</summary>
    public LatenessCost Lateness { get; init; } = new();

    /// <summary>What a refusal costs: weighed with how likely the location is to refuse.</summary>
    public RefusalCost Refusal { get; init; } = new();

    /// <summary>What is emitted, and what that costs.</summary>
    public CarbonCost Carbon { get; init; } = new();

    /// <summary>
    /// What giving a line to another location costs that is offered already: a wave does so only where it saves more. 0 or more. See <see cref="WavePolicy"/>.
    /// </summary>
    public long ChurnMinorUnits { get; init; }
}
