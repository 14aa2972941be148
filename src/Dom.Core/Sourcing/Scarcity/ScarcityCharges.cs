using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Solving.Online;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Scarcity;

/// <summary>Scarcity prices as what they charge a request: whole minor units, half a one rounded up.</summary>
internal sealed class ScarcityCharges
{
    private const long ThousandthsTimesPerMille = 1_000_000;

    private readonly Screening _screening;
    private readonly ScarcityPrices? _prices;
    private readonly int _share;
    private readonly int _strength;
    private readonly DayProgress? _progress;
    private readonly long[] _place;
    private readonly long[][] _thousandthsOfLine;

    /// <summary>Works the charges out.</summary>
    /// <param name="screening">The screened request.</param>
    public ScarcityCharges(Screening screening)
    {
        _screening = screening;
        _prices = screening.Request.Scarcity;
        _share = _prices?.SharePerMille(screening.Request.Profile.Scarcity, screening.Request.At) ?? 0;
        _strength = _prices?.StrengthPerMille(screening.Request.Profile.Scarcity, screening.Request.At) ?? 0;
        _progress = _strength > 0 && _prices!.Version.StakeThousandths > 0 ? DayProgress.Of(_prices.Version.OrdersByHour, screening.Request.At) : null;
        (_place, _thousandthsOfLine) = ([], []);
        if (IsUsed)
        {
            _place = ChargePlaces(_prices!.Version.Places);
            _thousandthsOfLine = [.. screening.Request.Lines.Select(PricesOf)];
        }
    }

    /// <summary>Whether nothing is charged for any line at any location that could fulfil it.</summary>
    public bool IsNothing { get; private set; } = true;

    // However far demand has drifted: how full the locations are is known.
    private bool IsUsed => _share > 0 || _progress is not null;

    /// <summary>What using a location charges, minor units.</summary>
    /// <param name="location">Index of the location.</param>
    public long Place(int location) => IsUsed ? _place[location] : 0;

    /// <summary>What units of a line charge at a location, minor units.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    /// <param name="units">Units, 1 or more.</param>
    public long Units(int line, int location, int units) => IsUsed ? Charge(checked(_thousandthsOfLine[line][location] * units), _share) : 0;

    /// <summary>The term of a location's use; one that charges nothing makes no term.</summary>
    /// <param name="terms">Where it is added.</param>
    /// <param name="location">Index of the location.</param>
    /// <param name="lines">The lines that it fulfils, with the units of each.</param>
    public void Add(ImmutableArray<CostTerm>.Builder terms, int location, IReadOnlyCollection<(int Line, int Units)> lines)
    {
        var charge = lines.Aggregate(Place(location), (sum, part) => checked(sum + Units(part.Line, location, part.Units)));
        if (charge > 0)
        {
            terms.Add(new CostTerm(CostTerm.Scarcity, charge)
            {
                LocationId = _screening.Locations[location].LocationId,
                Sentence = Sentence(location, lines),
            });
        }
    }

    /// <summary>What the decision tells of the prices; none where it was made without any.</summary>
    /// <param name="changedPlan">Whether they changed the plan.</param>
    public ScarcityUse? ToUse(bool changedPlan) => _prices is null || !IsUsed
        ? null
        : new ScarcityUse(_prices.Version.Version, _prices.Version.LearnedAt, _prices.Version.DriftPerMille, _share, changedPlan);

    private string Sentence(int location, IReadOnlyCollection<(int Line, int Units)> lines)
    {
        var parts = lines.Select(part => (_screening.Request.Lines[part.Line].Sku, part.Units, Charge: Units(part.Line, location, part.Units)))
            .Where(part => part.Charge > 0)
            .Select(part => Invariant($"{part.Units} of '{part.Sku}' {part.Charge}"));
        IEnumerable<string> place = _place[location] > 0 ? [Invariant($"a place in its day {_place[location]}{HowFull(location)}")] : [];
        return Invariant($"What later orders would pay at '{_screening.Locations[location].LocationId}', in minor units: {string.Join(", ", place.Concat(parts))}; ")
            + Invariant($"prices {_prices!.Version.Version}, charged at {_share / 10.0:0.#} %.");
    }

    private string HowFull(int location) => _progress is not null && _screening.Locations[location] is { OrdersPerDay: { } limit } place
        ? Invariant($" ({Taken(place)} of {limit} taken, {limit * (long)_progress.PerMille(place.TimeZone) / 1000} usual by now)")
        : "";

    private int Taken(Location place) => (_prices!.Loads ?? _screening.Request.Loads).GetValueOrDefault(place.LocationId).Orders;

    private long[] ChargePlaces(ImmutableArray<LocationPrice> prices)
    {
        var learned = new long[_screening.Locations.Length];
        foreach (var price in prices)
        {
            // Prices may outlive their location: what lies outside the network does not count.
            if (_screening.IndexOf(price.LocationId) is >= 0 and var location)
            {
                learned[location] = price.Thousandths;
            }
        }

        return [.. _screening.Locations.Select((place, at) => place.OrdersPerDay is { } limit ? ChargePlace(place, limit, learned[at]) : 0)];
    }

    private long ChargePlace(Location place, int limit, long learned) => _progress is null
        ? Charge(learned, _share)
        : Charge(
            PlaceSteering.Price(
                _prices!.Damped(_screening.Request.Profile.Scarcity, learned),
                _prices.Version.StakeThousandths,
                limit,
                Math.Max(0, limit - Taken(place)),
                _progress.PerMille(place.TimeZone)),
            _strength);

    private long[] PricesOf(DemandLine line)
    {
        var thousandths = new long[_screening.Locations.Length];
        if (_prices!.Units.TryGetValue(line.Sku, out var prices))
        {
            foreach (var price in prices.Units)
            {
                if (_screening.IndexOf(price.LocationId) is >= 0 and var location)
                {
                    thousandths[location] = price.Thousandths;
                }
            }
        }

        for (var location = 0; location < thousandths.Length; location++)
        {
            IsNothing &= Charge(checked(thousandths[location] * line.Quantity), _share) + _place[location] == 0;
        }

        return thousandths;
    }

    private static long Charge(long thousandths, int perMille) => checked((thousandths * perMille) + (ThousandthsTimesPerMille / 2)) / ThousandthsTimesPerMille;
}
