using System.Collections.Immutable;

namespace Dom.Core.Profiles.Costs;

/// <summary>A carrier's table: a cost for every zone of distance and band of weight.</summary>
public sealed record RateTable
{
    /// <summary>Farthest distance of each zone, kilometres, ascending; none, as the last, for no limit. At least one.</summary>
    public required ImmutableArray<double?> ZoneKm { get; init; }

    /// <summary>Greatest weight of each band, grams, ascending; none, as the last, for no limit. At least one.</summary>
    public required ImmutableArray<long?> BandGrams { get; init; }

    /// <summary>Cost of a parcel at zone × bands + band, minor units, 0 or more.</summary>
    public required ImmutableArray<long> MinorUnits { get; init; }
}
