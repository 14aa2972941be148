using Dom.Core.Network;
using Dom.Core.Solving;
using Dom.Core.Sourcing.Costs;

namespace Dom.Core.Sourcing.Waves;

/// <summary>
/// What the parcels of one order and way cost, as rates. Written as the tariff has it where that says the same at every location, so that orders share their
/// rates; else with a zone for each distance at which a location lies.
/// </summary>
/// <param name="order">The order.</param>
/// <param name="number">Which of the order's ways.</param>
/// <param name="to">Where the problem has the order go.</param>
/// <param name="extra">What a parcel from a location carries besides of what using the location costs.</param>
internal sealed class WaveParcels(WaveOrder order, int number, GeoPoint to, Func<int, long> extra)
{
    private readonly int _way = order.Ways[number];
    private readonly int[] _locations = order.LocationsOfWay[number];
    private double[]? _kilometres;

    /// <summary>How far each of the locations lies, as the problem measures it.</summary>
    private double[] Kilometres => _kilometres ??= Array.ConvertAll(_locations, location =>
    {
        var from = order.Screening.Locations[location].Position;
        return GreatCircle.Kilometres(from.Latitude, from.Longitude, to.Latitude, to.Longitude);
    });

    private bool IsByWeight => _way != Screening.Nowhere && order.Charges.DependsOnContents(_way);

    /// <summary>The rates; none where rates cannot say it, because locations that lie equally far charge differently, or do not take the same weights.</summary>
    /// <param name="name">The mode's name.</param>
    /// <exception cref="OverflowException">A cost is beyond 32 bits.</exception>
    public ModeRates? Rates(string name)
    {
        var grams = Weights();
        var costs = Array.ConvertAll(_locations, location => Array.ConvertAll(grams, weight => Cost(location, weight)));
        var bands = grams.Where((_, band) => costs.Length == 0 || Array.Exists(costs, cost => cost[band] is not null)).Count();
        if (bands == 0 || Array.Exists(costs, cost => Array.IndexOf(cost, null, 0, bands) >= 0))
        {
            return null;
        }

        var taken = Array.ConvertAll(costs, cost => Array.ConvertAll(cost[..bands], minorUnits => minorUnits!.Value));
        long[] limits = [.. grams.Take(bands)];
        limits[^1] = bands == grams.Length ? long.MaxValue : limits[^1];
        return ByTariff(name, grams, limits, taken) is { } rates && IsSame(rates, grams, taken) ? rates : ByPlace(name, limits, taken);
    }

    // A weight of each band, the greatest that it may hold.
    private long[] Weights()
    {
        if (!IsByWeight)
        {
            return [0];
        }

        var heaviest = order.Lines.Where(line => order.Screening.WayOfLine[line] == _way).Sum(line => (long)order.Wanted(line) * order.UnitGrams(line));
        var limits = Tariffs().SelectMany(tariff => tariff?.Cost.Rates?.BandGrams ?? []).OfType<long>().Where(limit => limit < heaviest);
        return [.. limits.Append(heaviest).Distinct().Order()];
    }

    private IEnumerable<Tariff?> Tariffs() => _way == Screening.Nowhere ? [] : _locations.Select(location => order.Charges.Parcels.TariffOf(_way, location)).Distinct();

    private long? Cost(int location, long grams) => _way == Screening.Nowhere
        ? extra(location)
        : order.Charges.ParcelMinorUnits(_way, location, new ParcelContents(grams, 0, null)) + extra(location);

    private ModeRates? ByTariff(string name, long[] grams, long[] limits, long[][] costs)
    {
        if (_way == Screening.Nowhere || _locations.Length == 0)
        {
            return Table(name, [double.PositiveInfinity], limits, [.. limits.Select(_ => _locations.Length == 0 ? 0 : extra(_locations[0]))], 0);
        }

        if (Tariffs().ToArray() is not [var tariff] || tariff?.Cost.Tiers.DistinctBy(tier => tier.MinorUnitsPer100Km).Skip(1).Any() == true)
        {
            return null;
        }

        var factors = order.Screening.Request.Profile.Costs;
        var per100Km = checked(factors.MinorUnitsPer100Km + (tariff?.Cost.MinorUnitsPer100Km ?? 0) + (tariff?.Cost.Tiers.Select(tier => tier.MinorUnitsPer100Km).FirstOrDefault() ?? 0));

        // The whole table, zones that the order does not reach too: then orders that go elsewhere have the same.
        var zones = (tariff?.Cost.Tiers.Select(tier => tier.MaxKm) ?? []).Concat(tariff?.Cost.Rates?.ZoneKm ?? []).OfType<double>()
            .Append(double.PositiveInfinity).Distinct().Order().ToArray();
        var (firstOfZone, kilometres) = (new int[zones.Length], Kilometres);
        Array.Fill(firstOfZone, -1);
        for (var at = _locations.Length - 1; at >= 0; at--)
        {
            firstOfZone[Array.FindIndex(zones, zone => kilometres[at] <= zone)] = at;
        }

        var table = new List<long>();
        foreach (var (zone, at) in zones.Zip(firstOfZone))
        {
            // Within a zone all locations pay the same but for the distance. One without any is never asked for: it pays what the first location would there.
            table.AddRange(Enumerable.Range(0, limits.Length).Select(band => at < 0
                ? Fixed(costs, 0, band, per100Km) + ByZone(tariff, Metres(zone), grams[band]) - ByZone(tariff, order.Charges.Parcels.Metres(_way, _locations[0]), grams[band])
                : Fixed(costs, at, band, per100Km)));
        }

        return table.Exists(cost => cost < 0) ? null : Table(name, zones, limits, table, per100Km);
    }

    // What a parcel costs but for the distance.
    private long Fixed(long[][] costs, int at, int band, long per100Km) =>
        checked(costs[at][band] - Tariff.ByDistance(order.Charges.Parcels.Metres(_way, _locations[at]), per100Km));

    private static long ByZone(Tariff? tariff, int metres, long grams)
    {
        var (tier, zone) = (tariff?.TierOf(metres) ?? -1, tariff?.ZoneOf(metres) ?? -1);
        var band = tariff?.BandOf(new ParcelContents(grams, 0, null)) ?? -1;
        return checked((tier < 0 ? 0 : tariff!.Cost.Tiers[tier].MinorUnits) + (zone < 0 || band < 0 ? 0 : tariff!.Rate(zone, band)));
    }

    // A distance at a zone's limit belongs into it.
    private static int Metres(double zoneKm) => (int)Math.Min(zoneKm * 1000, int.MaxValue);

    private bool IsSame(ModeRates rates, long[] grams, long[][] costs)
    {
        var kilometres = Kilometres;
        for (var at = 0; at < costs.Length; at++)
        {
            for (var band = 0; band < costs[at].Length; band++)
            {
                if (rates.Rate(kilometres[at], grams[band]) != costs[at][band])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private ModeRates? ByPlace(string name, long[] limits, long[][] costs)
    {
        var places = Kilometres.Zip(costs).GroupBy(place => place.First, place => place.Second).OrderBy(place => place.Key).ToArray();
        return places.Any(place => place.Skip(1).Any(other => !other.AsSpan().SequenceEqual(place.First())))
            ? null
            : Table(name, [.. places.Select(place => place.Key)], limits, [.. places.SelectMany(place => place.First())], 0);
    }

    private static ModeRates Table(string name, double[] zones, long[] bands, List<long> costs, long per100Km) => new()
    {
        Name = name,
        ZoneKm = [.. zones],
        BandGrams = [.. bands],
        Cost = [.. costs.Select(cost => checked((int)cost))],
        CostPer100Km = checked((int)per100Km),
    };
}
