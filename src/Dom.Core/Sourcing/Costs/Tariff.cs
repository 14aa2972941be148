using Dom.Core.Profiles.Costs;

namespace Dom.Core.Sourcing.Costs;

/// <summary>A shipping cost made ready for the parcels of one way: what does not depend on their contents is worked out already.</summary>
internal sealed class Tariff
{
    private readonly DistanceBands _tiers;
    private readonly DistanceBands _zones;
    private readonly long[] _bandGrams;
    private readonly int _firstBand;
    private readonly int _lastBand;
    private readonly long _mostGrams;
    private Dictionary<int, WeightLine[]>? _linesOfZone;
    private readonly (Surcharge Surcharge, bool[] IsFor)[] _byContents;

    /// <summary>Makes it ready.</summary>
    /// <param name="cost">The shipping cost.</param>
    /// <param name="screening">The screened request.</param>
    /// <param name="way">The way.</param>
    public Tariff(ShippingCost cost, Screening screening, Way way)
    {
        Cost = cost;
        _tiers = new DistanceBands(cost.Tiers.Select(tier => tier.MaxKm));
        _zones = new DistanceBands(cost.Rates?.ZoneKm ?? []);
        _bandGrams = [.. (cost.Rates?.BandGrams ?? []).Select(grams => grams ?? long.MaxValue)];
        (_firstBand, _lastBand) = (FindBand(Billed(way.LeastGrams, way.LeastCubicMillimetres)), FindBand(Billed(way.MostGrams, way.MostCubicMillimetres)));
        _mostGrams = Billed(way.MostGrams, way.MostCubicMillimetres);
        var holding = cost.Surcharges
            .Where(surcharge => IsAt(surcharge, screening, way))
            .Select(surcharge => (Surcharge: surcharge, IsFor: IsFor(surcharge, screening, way)))
            .Where(item => Array.Exists(item.IsFor, holds => holds))
            .ToLookup(item => item.Surcharge.IsPerUnit || Array.Exists(item.IsFor, holds => !holds));
        Always = [.. holding[false].Select(item => item.Surcharge)];
        AlwaysMinorUnits = Always.Aggregate(0L, (sum, surcharge) => checked(sum + surcharge.MinorUnits));
        _byContents = [.. holding[true]];
    }

    /// <summary>The shipping cost.</summary>
    public ShippingCost Cost { get; }

    /// <summary>The surcharges that every parcel of the way pays once, whatever is in it.</summary>
    public Surcharge[] Always { get; }

    /// <summary>What they cost together.</summary>
    public long AlwaysMinorUnits { get; }

    /// <summary>Whether it charges for what is in a parcel, besides its weight.</summary>
    public bool HasSurchargesByContents => _byContents.Length > 0;

    /// <summary>Whether it charges parcels of the way by what is in them.</summary>
    public bool DependsOnContents => HasSurchargesByContents || (Cost.Rates is not null && _firstBand != _lastBand);

    /// <summary>The tier of a distance; negative where there is none.</summary>
    /// <param name="metres">The distance, 0 or more.</param>
    public int TierOf(int metres) => _tiers.Find(metres);

    /// <summary>The zone of a distance; negative where there is none.</summary>
    /// <param name="metres">The distance, 0 or more.</param>
    public int ZoneOf(int metres) => _zones.Find(metres);

    /// <summary>The band of a parcel's weight; negative where it is too heavy.</summary>
    /// <param name="contents">What is in it; where <see cref="DependsOnContents"/> is not, anything.</param>
    public int BandOf(in ParcelContents contents) => _firstBand == _lastBand ? _firstBand : FindBand(Billed(contents.Grams, contents.CubicMillimetres));

    /// <summary>The weight that is charged: the greater of weight and volume over the divisor, in grams, begun ones counted whole.</summary>
    /// <param name="grams">The weight.</param>
    /// <param name="cubicMillimetres">The volume.</param>
    public long Billed(long grams, long cubicMillimetres) =>
        // Cubic centimetres to a kilogram are cubic millimetres to a gram.
        Cost.DimensionalDivisor is > 0 and var divisor ? Math.Max(grams, (cubicMillimetres / divisor) + (cubicMillimetres % divisor == 0 ? 0 : 1)) : grams;

    /// <summary>What a parcel costs at a distance, but for rates and what its contents add: flat, by distance and tier rounded once.</summary>
    /// <param name="metres">The distance, 0 or more.</param>
    /// <returns>The cost; none where it goes too far.</returns>
    public long? ByDistance(int metres)
    {
        var (flat, per100Km) = (Cost.ParcelMinorUnits, Cost.MinorUnitsPer100Km);
        if (!Cost.Tiers.IsEmpty)
        {
            if (TierOf(metres) is not (>= 0 and var number))
            {
                return null;
            }

            var tier = Cost.Tiers[number];
            (flat, per100Km) = (checked(flat + tier.MinorUnits), checked(per100Km + tier.MinorUnitsPer100Km));
        }

        return checked(flat + ByDistance(metres, per100Km));
    }

    /// <summary>What a distance costs.</summary>
    /// <param name="metres">The distance, 0 or more.</param>
    /// <param name="minorUnitsPer100Km">The rate.</param>
    public static long ByDistance(int metres, long minorUnitsPer100Km) =>
        minorUnitsPer100Km == 0 ? 0 : Rounding.HalfUp(checked(metres * minorUnitsPer100Km), ParcelCharges.MetresIn100Km);

    /// <summary>The rate of a zone and band.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="band">The band.</param>
    public long Rate(int zone, int band) => Cost.Rates!.MinorUnits[(zone * _bandGrams.Length) + band];

    /// <summary>The least rate that any parcel of the way pays in a zone; none where none of them is taken.</summary>
    /// <param name="zone">The zone.</param>
    public long? LeastRate(int zone)
    {
        long? least = null;
        for (var band = _firstBand; band >= 0 && band <= (_lastBand < 0 ? _bandGrams.Length - 1 : _lastBand); band++)
        {
            var rate = Rate(zone, band);
            least = least < rate ? least : rate;
        }

        return least;
    }

    /// <summary>Lines below the rates of a zone, by weight, as far as parcels of the way can weigh. Volume makes a parcel no cheaper.</summary>
    /// <param name="zone">The zone.</param>
    public WeightLine[] LinesBelow(int zone)
    {
        _linesOfZone ??= [];
        return _linesOfZone.TryGetValue(zone, out var lines) ? lines : _linesOfZone[zone] = FindLines(zone);
    }

    /// <summary>The surcharges that depend on the contents of a parcel, with the units that each is for, 1 or more.</summary>
    /// <param name="way">The way.</param>
    /// <param name="unitsOfLine">Units of each line of the request in the parcel.</param>
    public IEnumerable<(Surcharge Surcharge, long Units)> Holding(Way way, int[] unitsOfLine) =>
        _byContents.Select(item => (item.Surcharge, Units: UnitsFor(item.IsFor, way, unitsOfLine))).Where(item => item.Units > 0);

    /// <summary>What the contents of a parcel cost on top.</summary>
    /// <param name="way">The way.</param>
    /// <param name="unitsOfLine">Units of each line of the request in the parcel.</param>
    public long SurchargesOf(Way way, ReadOnlySpan<int> unitsOfLine)
    {
        var sum = 0L;
        foreach (var (surcharge, isFor) in _byContents)
        {
            sum = checked(sum + Amount(surcharge, UnitsFor(isFor, way, unitsOfLine)));
        }

        return sum;
    }

    /// <summary>What a surcharge amounts to.</summary>
    /// <param name="surcharge">The surcharge.</param>
    /// <param name="units">Units in the parcel that it is for.</param>
    public static long Amount(Surcharge surcharge, long units) => checked(surcharge.MinorUnits * (surcharge.IsPerUnit ? units : Math.Min(units, 1)));

    private static long UnitsFor(bool[] isFor, Way way, ReadOnlySpan<int> unitsOfLine)
    {
        var units = 0L;
        for (var at = 0; at < isFor.Length; at++)
        {
            units += isFor[at] ? unitsOfLine[way.Lines[at]] : 0;
        }

        return units;
    }

    // What goes to a store has no postal code of its own.
    private static bool IsAt(Surcharge surcharge, Screening screening, Way way) =>
        surcharge.PostalPrefixes.IsEmpty
        || (way.Store < 0 && screening.Request.Order.PostalCode is { } code && surcharge.PostalPrefixes.Any(prefix => code.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));

    private static bool[] IsFor(Surcharge surcharge, Screening screening, Way way) =>
    [
        .. way.Lines.Select(line => screening.Request.Lines[line])
            .Select(line => surcharge.For.Match(line.Sku, screening.Request.Products.GetValueOrDefault(line.Sku), line.Mode) is not null),
    ];

    private WeightLine[] FindLines(int zone)
    {
        var steps = new List<(long Grams, long MinorUnits)>();
        for (var band = _firstBand; band >= 0 && band <= (_lastBand < 0 ? _bandGrams.Length - 1 : _lastBand); band++)
        {
            steps.Add((Math.Min(_bandGrams[band], _mostGrams), Rate(zone, band)));
        }

        return steps.Count == 0 ? WeightLine.Nothing : WeightLine.Below(steps);
    }

    private int FindBand(long grams)
    {
        var at = Array.BinarySearch(_bandGrams, grams);
        at = at < 0 ? ~at : at;
        return at < _bandGrams.Length ? at : -1;
    }
}
