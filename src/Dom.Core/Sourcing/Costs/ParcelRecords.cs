using System.Collections.Immutable;

namespace Dom.Core.Sourcing.Costs;

/// <summary>Lists the parcels of a plan.</summary>
internal static class ParcelRecords
{
    private const double MetresInKm = 1000;

    /// <summary>The parcels, by location and way.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="charges">What is charged.</param>
    /// <param name="parts">What the plan takes from each location: units of each line of the request.</param>
    /// <exception cref="InvalidOperationException">No tariff takes a parcel: the plan is not feasible.</exception>
    public static ImmutableArray<ParcelRecord> Of(Screening screening, Charges charges, IReadOnlyList<(int Location, int[] UnitsOfLine)> parts)
    {
        var records = ImmutableArray.CreateBuilder<ParcelRecord>();
        foreach (var (location, unitsOfLine) in parts)
        {
            for (var way = 0; way < screening.WayCount; way++)
            {
                var lines = charges.Parcels.Of(way);
                var units = lines.Lines.Sum(line => (long)unitsOfLine[line]);
                if (units == 0 || !lines.IsSentFrom(location))
                {
                    continue;
                }

                var contents = charges.Contents(way, unitsOfLine);
                records.Add(new ParcelRecord
                {
                    LocationId = screening.Locations[location].LocationId,
                    Mode = lines.Mode,
                    StoreId = lines.Store >= 0 ? screening.Locations[lines.Store].LocationId : null,
                    Units = units,
                    Grams = contents.Grams,
                    DistanceKm = Math.Round(charges.Parcels.Metres(way, location) / MetresInKm, 1, MidpointRounding.AwayFromZero),
                    MinorUnits = charges.ParcelMinorUnits(way, location, contents)
                        ?? throw new InvalidOperationException($"No tariff takes the parcel from '{screening.Locations[location].LocationId}' by '{lines.Mode}'."),
                    CarbonGrams = charges.Parcels.CarbonGrams(way, location, contents),
                });
            }
        }

        return records.ToImmutable();
    }
}
