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
        var last = order.Screening.Locations.Select(location => Kilometres(location.Position)).Max();
        var zones = (tariff?.Cost.Tiers.Select(tier => tier.MaxKm) ?? []).Concat(tariff?.Cost.Rates?.ZoneKm ?? []).OfType<double>()
            .Where(limit => limit < last).Append(double.PositiveInfinity).Distinct().Order().ToArray();
        var table = new List<long>();
        foreach (var zone in zones)
        {
            // Within a zone all locations pay the same but for the distance; one without any is never asked for.
            var at = Array.FindIndex(_locations, location => Zone(zones, location) == zone);
            table.AddRange(Enumerable.Range(0, limits.Length).Select(band => at < 0
                ? 0
                : Cost(_locations[at], grams[band])!.Value - Tariff.ByDistance(order.Charges.Parcels.Metres(way, _locations[at]), per100Km)));
        }

        return table.Exists(cost => cost < 0) ? null : Table(name, zones, limits, table, per100Km);
    }

    private double Zone(double[] zones, int location) => Array.Find(zones, zone => Kilometres(order.Screening.Locations[location].Position) <= zone);

    private bool IsSame(ModeRates rates, long[] grams, int bands) => Array.TrueForAll(
        _locations,
        location => Enumerable.Range(0, bands).All(band => rates.Rate(Kilometres(order.Screening.Locations[location].Position), grams[band]) == Cost(location, grams[band])));

    private ModeRates? ByPlace(string name, long[] grams, long[] limits)
    {
        var places = _locations.GroupBy(location => Kilometres(order.Screening.Locations[location].Position)).OrderBy(place => place.Key).ToArray();
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

    private double Kilometres(GeoPoint from) => GreatCircle.Kilometres(from.Latitude, from.Longitude, to.Latitude, to.Longitude);
}
