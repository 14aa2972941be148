using Dom.Core.Network;
using Dom.Core.Solving;
using Dom.Core.Sourcing.Costs;

namespace Dom.Core.Sourcing.Waves;

/// <summary>
/// What the parcels of one order and way cost, as rates. Written as the tariff has it where that says the same at every location, so that orders share their
/// rates; else with a zone for each distance at which a location lies.
/// </summary>
/// <param name="order">The order.</param>
/// <param name="way">Number of the way, or <see cref="Screening.Nowhere"/> for what is collected.</param>
/// <param name="to">Where the problem has the order go.</param>
/// <param name="extra">What a parcel from a location carries besides of what using the location costs.</param>
internal sealed class WaveParcels(WaveOrder order, int way, GeoPoint to, Func<int, long> extra)
{
    private readonly int[] _locations =
    [
        .. order.ByLocation.Where(location => location.Any(line => order.Screening.WayOfLine[line] == way)).Select(location => location.Key).Order(),
    ];

    private readonly bool _isByWeight = way != Screening.Nowhere && order.Charges.DependsOnContents(way);
    private double[]? _kilometres;

    /// <summary>How far each of the locations lies, as the problem measures it.</summary>
    private double[] Kilometres => _kilometres ??= Array.ConvertAll(_locations, location =>
    {
        var from = order.Screening.Locations[location].Position;
        return GreatCircle.Kilometres(from.Latitude, from.Longitude, to.Latitude, to.Longitude);
    });

    /// <summary>The rates; none where rates cannot say it, because locations that lie equally far charge differently, or do not take the same weights.</summary>
    /// <param name="name">The mode's name.</param>
    /// <exception cref="OverflowException">A cost is beyond 32 bits.</exception>
    public ModeRates? Rates(string name)
    {
        var grams = Weights();
        var bands = grams.Count(weight => _locations.Length == 0 || Array.Exists(_locations, location => Cost(location, weight) is not null));
        if (bands == 0 || Array.Exists(_locations, location => Enumerable.Range(0, bands).Any(band => Cost(location, grams[band]) is null)))
        {
            return null;
        }

        long[] limits = [.. grams.Take(bands)];
        limits[^1] = bands == grams.Length ? long.MaxValue : limits[^1];
        return ByTariff(name, grams, limits) is { } rates && IsSame(rates, grams, bands) ? rates : ByPlace(name, grams, limits);
    }

    // A weight of each band, the greatest that it may hold.
    private long[] Weights()
    {
        if (!_isByWeight)
        {
            return [0];
        }

        var heaviest = order.Lines.Where(line => order.Screening.WayOfLine[line] == way).Sum(line => (long)order.Wanted(line) * order.UnitGrams(line));
        var limits = Tariffs().SelectMany(tariff => tariff?.Cost.Rates?.BandGrams ?? []).OfType<long>().Where(limit => limit < heaviest);
        return [.. limits.Append(heaviest).Distinct().Order()];
    }

    private IEnumerable<Tariff?> Tariffs() => way == Screening.Nowhere ? [] : _locations.Select(location => order.Charges.Parcels.TariffOf(way, location)).Distinct();

    private long? Cost(int location, long grams) => way == Screening.Nowhere
        ? extra(location)
        : order.Charges.ParcelMinorUnits(way, location, new ParcelContents(grams, 0, null)) + extra(location);

    private ModeRates? ByTariff(string name, long[] grams, long[] limits)
    {
        if (way == Screening.Nowhere || _locations.Length == 0)
        {
            return Table(name, [double.PositiveInfinity], limits, [.. limits.Select(_ => _locations.Length == 0 ? 0 : extra(_locations[0]))], 0);
        }

        if (Tariffs().ToArray() is not [var tariff] || tariff?.Cost.Tiers.DistinctBy(tier => tier.MinorUnitsPer100Km).Skip(1).Any() == true)
        {
            return null;
        }

        var costs = order.Screening.Request.Profile.Costs;
        var per100Km = checked(costs.MinorUnitsPer100Km + (tariff?.Cost.MinorUnitsPer100Km ?? 0) + (tariff?.Cost.Tiers.Select(tier => tier.MinorUnitsPer100Km).FirstOrDefault() ?? 0));

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
                ? Fixed(_locations[0], grams[band], per100Km) + ByZone(tariff, Metres(zone), grams[band]) - ByZone(tariff, order.Charges.Parcels.Metres(way, _locations[0]), grams[band])
                : Fixed(_locations[at], grams[band], per100Km)));
        }

        return table.Exists(cost => cost < 0) ? null : Table(name, zones, limits, table, per100Km);
    }

    // What a parcel costs but for the distance.
    private long Fixed(int location, long grams, long per100Km) =>
        checked(Cost(location, grams)!.Value - Tariff.ByDistance(order.Charges.Parcels.Metres(way, location), per100Km));

    private static long ByZone(Tariff? tariff, int metres, long grams)
    {
        var (tier, zone) = (tariff?.TierOf(metres) ?? -1, tariff?.ZoneOf(metres) ?? -1);
        var band = tariff?.BandOf(new ParcelContents(grams, 0, null)) ?? -1;
        return checked((tier < 0 ? 0 : tariff!.Cost.Tiers[tier].MinorUnits) + (zone < 0 || band < 0 ? 0 : tariff!.Rate(zone, band)));
    }

    // A distance at a zone's limit belongs into it.
    private static int Metres(double zoneKm) => (int)Math.Min(zoneKm * 1000, int.MaxValue);

    private bool IsSame(ModeRates rates, long[] grams, int bands)
    {
        var kilometres = Kilometres;
        for (var at = 0; at < _locations.Length; at++)
        {
            for (var band = 0; band < bands; band++)
            {
                if (rates.Rate(kilometres[at], grams[band]) != Cost(_locations[at], grams[band]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private ModeRates? ByPlace(string name, long[] grams, long[] limits)
    {
        var places = _locations.Zip(Kilometres).GroupBy(place => place.Second, place => place.First).OrderBy(place => place.Key).ToArray();
        var table = new List<long>();
        foreach (var place in places)
        {
            long[] costs = [.. grams.Take(limits.Length).Select(weight => Cost(place.First(), weight)!.Value)];
            if (place.Any(location => costs.Where((cost, band) => cost != Cost(location, grams[band])).Any()))
            {
                return null;
            }

            table.AddRange(costs);
        }

        return Table(name, [.. places.Select(place => place.Key)], limits, table, 0);
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
