using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Delivery;

namespace Dom.Core.Sourcing.Costs;

/// <summary>What parcels cost. Which tariff holds for a way at a location, and what it charges whatever is in a parcel, is worked out once, when it is first asked for.</summary>
internal sealed class ParcelCharges
{
    /// <summary>Costs by distance are set for this many metres.</summary>
    public const long MetresIn100Km = 100_000;

    // A tonne has a million grams; milligrams for a kilogram and kilometre are a thousand millionth of grams for a gram and metre.
    private const long GramsInTonne = 1_000_000;
    private const long CarbonScale = 1_000_000_000;

    private readonly Screening _screening;
    private readonly CostFactors _costs;
    private readonly Way[] _ways;
    private readonly Tariff[][] _tariffs;
    private readonly short[][] _tariffOfLocation;
    private readonly bool[] _dependsOnContents;
    private readonly Leg[] _legs;

    /// <summary>Finds the tariffs of all ways.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="places">Finds the locations of scopes.</param>
    public ParcelCharges(Screening screening, PlaceIndex places)
    {
        _screening = screening;
        _costs = screening.Request.Profile.Costs;
        _ways = [.. Enumerable.Range(0, screening.WayCount).Select(way => new Way(screening, way))];
        _legs = new Leg[screening.WayCount * screening.Locations.Length];
        (_tariffs, _tariffOfLocation) = (new Tariff[_ways.Length][], new short[_ways.Length][]);
        _dependsOnContents = new bool[_ways.Length];
        for (var way = 0; way < _ways.Length; way++)
        {
            (_tariffs[way], _tariffOfLocation[way]) = FindTariffs(_ways[way], places);
            _dependsOnContents[way] = _ways[way].Kind != DeliveryKind.Pickup
                && (Array.Exists(_tariffs[way], tariff => tariff.DependsOnContents) || IsCarbonByWeight(_ways[way]));
        }
    }

    /// <summary>Whether a way's parcels cost more or less by what is in them.</summary>
    /// <param name="way">Number of the way.</param>
    public bool DependsOnContents(int way) => _dependsOnContents[way];

    /// <summary>The lines of a way.</summary>
    /// <param name="way">Number of the way.</param>
    public Way Of(int way) => _ways[way];

    /// <summary>The tariff of a way at a location; none where no shipping cost of the profile holds.</summary>
    /// <param name="way">Number of the way.</param>
    /// <param name="location">Index of the location.</param>
    public Tariff? TariffOf(int way, int location) => _tariffs[way].Length > 0 && _tariffOfLocation[way][location] is >= 0 and var number ? _tariffs[way][number] : null;

    /// <summary>What a parcel would hold.</summary>
    /// <param name="way">Number of the way.</param>
    /// <param name="unitsOfLine">Units of each line of the request in it; those of other ways are not looked at.</param>
    public ParcelContents Contents(int way, ReadOnlySpan<int> unitsOfLine)
    {
        var lines = _ways[way];
        var (grams, volume) = (0L, 0L);
        for (var at = 0; at < lines.Lines.Length; at++)
        {
            var units = unitsOfLine[lines.Lines[at]];
            grams += (long)lines.UnitGrams[at] * units;
            volume += lines.UnitCubicMillimetres[at] * units;
        }

        return new ParcelContents(grams, volume, Surcharges(way, unitsOfLine));
    }

    /// <summary>What a parcel costs, 0 or more; none where no tariff takes it.</summary>
    /// <param name="way">Number of the way.</param>
    /// <param name="location">Index of the location.</param>
    /// <param name="contents">What is in it.</param>
    public long? MinorUnits(int way, int location, in ParcelContents contents)
    {
        ref var leg = ref LegOf(way, location);
        if (!leg.IsTaken || !leg.IsSent || !_dependsOnContents[way])
        {
            return leg.IsTaken ? leg.Fixed : null;
        }

        var sum = leg.Fixed;
        if (leg.Tariff >= 0)
        {
            var tariff = _tariffs[way][leg.Tariff];
            if (leg.Zone >= 0 && tariff.BandOf(contents) is var band)
            {
                if (band < 0)
                {
                    return null;
                }

                sum = checked(sum + tariff.Rate(leg.Zone, band));
            }

            sum = contents.Surcharges is { } surcharges ? checked(sum + surcharges[leg.Tariff]) : sum;
        }

        return checked(sum + CarbonMinorUnits(CarbonGrams(way, location, contents)));
    }

    /// <summary>What any parcel of a way costs at least, whatever is in it.</summary>
    /// <param name="way">Number of the way.</param>
    /// <param name="location">Index of the location.</param>
    public long LeastMinorUnits(int way, int location)
    {
        ref var leg = ref LegOf(way, location);
        if (!leg.IsSent || !leg.IsTaken || !_dependsOnContents[way])
        {
            return leg.Fixed;
        }

        var rate = leg.Tariff >= 0 && leg.Zone >= 0 ? _tariffs[way][leg.Tariff].LeastRate(leg.Zone) ?? 0 : 0;
        return checked(leg.Fixed + rate + CarbonMinorUnits(CarbonGrams(way, location, new ParcelContents(_ways[way].LeastGrams, 0, null))));
    }

    /// <summary>Lines below what any parcel of a way costs, by its weight.</summary>
    /// <param name="way">Number of the way.</param>
    /// <param name="location">Index of the location.</param>
    public ParcelFloor FloorOf(int way, int location)
    {
        ref var leg = ref LegOf(way, location);
        if (!leg.IsSent || !leg.IsTaken || !_dependsOnContents[way] || leg.Tariff < 0 || leg.Zone < 0)
        {
            return new ParcelFloor(LeastMinorUnits(way, location), WeightLine.Nothing);
        }

        var carbon = CarbonMinorUnits(CarbonGrams(way, location, new ParcelContents(_ways[way].LeastGrams, 0, null)));
        return new ParcelFloor(checked(leg.Fixed + carbon), _tariffs[way][leg.Tariff].LinesBelow(leg.Zone));
    }

    /// <summary>What a parcel emits, grams of CO2 equivalent; 0 where nothing is sent.</summary>
    /// <param name="way">Number of the way.</param>
    /// <param name="location">Index of the location.</param>
    /// <param name="contents">What is in it.</param>
    public long CarbonGrams(int way, int location, in ParcelContents contents)
    {
        var carbon = _costs.Carbon;
        return !_ways[way].IsSentFrom(location) ? 0
            : carbon.MilligramsPerKgKm == 0 ? carbon.ParcelGrams
            : checked(carbon.ParcelGrams + Rounding.HalfUp(carbon.MilligramsPerKgKm * contents.Grams * Metres(way, location), CarbonScale));
    }

    /// <summary>What an emission costs.</summary>
    /// <param name="grams">Grams of CO2 equivalent.</param>
    public long CarbonMinorUnits(long grams) => _costs.Carbon.TonneMinorUnits == 0 ? 0 : Rounding.HalfUp(checked(grams * _costs.Carbon.TonneMinorUnits), GramsInTonne);

    /// <summary>How far a parcel goes, in metres; 0 where that is not known.</summary>
    /// <param name="way">Number of the way.</param>
    /// <param name="location">Index of the location.</param>
    public int Metres(int way, int location) => Math.Max(0, _screening.Metres(way, location));

    private bool IsCarbonByWeight(Way way) => _costs.Carbon is { TonneMinorUnits: > 0, MilligramsPerKgKm: > 0 } && way.MostGrams > 0;

    private long[]? Surcharges(int way, ReadOnlySpan<int> unitsOfLine)
    {
        var tariffs = _tariffs[way];
        long[]? sums = null;
        for (var number = 0; number < tariffs.Length; number++)
        {
            if (tariffs[number].HasSurchargesByContents)
            {
                sums ??= new long[tariffs.Length];
                sums[number] = tariffs[number].SurchargesOf(_ways[way], unitsOfLine);
            }
        }

        return sums;
    }

    private ref Leg LegOf(int way, int location)
    {
        ref var leg = ref _legs[(way * _screening.Locations.Length) + location];
        if (!leg.IsKnown)
        {
            leg = Measure(way, location);
        }

        return ref leg;
    }

    private Leg Measure(int way, int location)
    {
        var leg = new Leg { IsKnown = true, IsTaken = true, IsSent = _ways[way].IsSentFrom(location), Tariff = -1, Zone = -1 };
        if (!leg.IsSent)
        {
            return leg;
        }

        var metres = Metres(way, location);
        leg.Fixed = checked(_costs.ParcelMinorUnits + Tariff.ByDistance(metres, _costs.MinorUnitsPer100Km));
        if (TariffOf(way, location) is { } tariff)
        {
            leg.Tariff = _tariffOfLocation[way][location];
            leg.Zone = (short)tariff.ZoneOf(metres);
            var byDistance = tariff.ByDistance(metres);
            leg.IsTaken = byDistance is not null && (tariff.Cost.Rates is null || leg.Zone >= 0);
            leg.Fixed = leg.IsTaken ? checked(leg.Fixed + byDistance!.Value + tariff.AlwaysMinorUnits) : 0;
        }

        return leg.IsTaken && !_dependsOnContents[way] ? Settle(way, location, leg) : leg;
    }

    // Where contents make no difference all of them fall into one band, and emit the same.
    private Leg Settle(int way, int location, Leg leg)
    {
        if (leg.Zone >= 0)
        {
            var tariff = _tariffs[way][leg.Tariff];
            var band = tariff.BandOf(default);
            leg.IsTaken = band >= 0;
            leg.Fixed = band < 0 ? 0 : checked(leg.Fixed + tariff.Rate(leg.Zone, band));
        }

        leg.Fixed = leg.IsTaken ? checked(leg.Fixed + CarbonMinorUnits(CarbonGrams(way, location, default))) : 0;
        return leg;
    }

    // The most particular place counts, then the first; a tariff that holds nowhere is left out.
    private (Tariff[] Tariffs, short[] OfLocation) FindTariffs(Way way, PlaceIndex places)
    {
        var costs = way.Kind == DeliveryKind.Pickup
            ? []
            : _costs.Shipping.Where(cost => cost.Effective.Holds(_screening.Request.At) && (cost.Modes.IsEmpty || cost.Modes.Contains(way.Mode))).ToArray();
        if (costs.Length == 0)
        {
            return ([], []);
        }

        var (chosen, best) = (new int[_screening.Locations.Length], new int[_screening.Locations.Length]);
        for (var number = 0; number < costs.Length; number++)
        {
            var match = places.Match(costs[number].At);
            for (var location = 0; location < chosen.Length; location++)
            {
                // One more than how particular it is, so that what holds everywhere is better than nothing.
                var rank = match is null ? 1 : match[location] == 0 ? 0 : match[location] + 1;
                if (rank > best[location])
                {
                    (chosen[location], best[location]) = (number, rank);
                }
            }
        }

        return Number(costs, way, chosen, best);
    }

    private (Tariff[] Tariffs, short[] OfLocation) Number(ShippingCost[] costs, Way way, int[] chosen, int[] best)
    {
        var tariffs = new List<Tariff>();
        var numbers = new short[costs.Length];
        Array.Fill(numbers, (short)-1);
        var ofLocation = new short[chosen.Length];
        for (var location = 0; location < chosen.Length; location++)
        {
            ofLocation[location] = -1;
            if (best[location] > 0)
            {
                if (numbers[chosen[location]] < 0)
                {
                    numbers[chosen[location]] = checked((short)tariffs.Count);
                    tariffs.Add(new Tariff(costs[chosen[location]], _screening, way));
                }

                ofLocation[location] = numbers[chosen[location]];
            }
        }

        return ([.. tariffs], ofLocation);
    }

    private struct Leg
    {
        public long Fixed;
        public short Zone;
        public short Tariff;
        public bool IsKnown;
        public bool IsSent;
        public bool IsTaken;
    }
}
