using Dom.Core.Profiles.Costs;

namespace Dom.Core.Sourcing.Costs;

/// <summary>What handling and labour cost. Lines for which the same costs hold share their sums by location.</summary>
internal sealed class HandlingCharges
{
    private const long SecondsInHour = 3600;

    private readonly HandlingCost[] _costs;
    private readonly byte[]?[] _places;
    private readonly bool[][] _isFor;
    private readonly Rate[]?[] _rates;
    private readonly long[]? _locations;

    /// <summary>Finds what holds where.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="places">Finds the locations of scopes.</param>
    public HandlingCharges(Screening screening, PlaceIndex places)
    {
        var request = screening.Request;
        _costs = [.. request.Profile.Costs.Handling.Where(cost => cost.Effective.Holds(request.At))];
        _places = [.. _costs.Select(cost => places.Match(cost.At))];
        _isFor = [.. request.Lines.Select(line => Array.ConvertAll(_costs, cost => IsFor(cost, line, request)))];
        _rates = new Rate[request.Lines.Length][];
        for (var line = 0; line < _rates.Length; line++)
        {
            var twin = Array.FindIndex(_isFor, 0, line, other => other.AsSpan().SequenceEqual(_isFor[line]));
            _rates[line] = twin >= 0 ? _rates[twin] : SumRates(_isFor[line], screening.Locations.Length);
        }

        _locations = SumLocations(screening.Locations.Length);
        OrderMinorUnits = _costs.Aggregate(0L, (sum, cost) => checked(sum + cost.OrderMinorUnits));
    }

    /// <summary>What an order costs once, if any of it is fulfilled.</summary>
    public long OrderMinorUnits { get; }

    /// <summary>What units of a line cost at a location: by unit and line, and labour, half a minor unit rounded up on the sum.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    /// <param name="units">Units, 1 or more.</param>
    public long Line(int line, int location, int units)
    {
        if (_rates[line] is not { } rates)
        {
            return 0;
        }

        ref var rate = ref rates[location];
        return checked(rate.Line + (rate.Unit * units) + (rate.Labour == 0 ? 0 : Rounding.HalfUp(rate.Labour * units, SecondsInHour)));
    }

    /// <summary>What labour for units of a line costs at a location: the part of <see cref="Line"/> that is paid by the hour.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    /// <param name="units">Units, 1 or more.</param>
    public long Labour(int line, int location, int units) => _rates[line] is { } rates ? Rounding.HalfUp(checked(rates[location].Labour * units), SecondsInHour) : 0;

    /// <summary>What using a location costs.</summary>
    /// <param name="location">Index of the location.</param>
    public long Location(int location) => _locations?[location] ?? 0;

    /// <summary>The costs that hold for a line at a location.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public IEnumerable<HandlingCost> Holding(int line, int location) => Holding(location).Where(number => _isFor[line][number]).Select(number => _costs[number]);

    /// <summary>The costs that hold at a location, for whatever lines.</summary>
    /// <param name="location">Index of the location.</param>
    public IEnumerable<HandlingCost> HoldingAt(int location) => Holding(location).Select(number => _costs[number]);

    private static bool IsFor(HandlingCost cost, DemandLine line, SourcingRequest request) =>
        cost.For.Match(line.Sku, request.Products.GetValueOrDefault(line.Sku), line.Mode) is not null;

    private IEnumerable<int> Holding(int location) =>
        Enumerable.Range(0, _costs.Length).Where(number => _places[number] is not { } places || places[location] > 0);

    private Rate[]? SumRates(bool[] isFor, int locations)
    {
        Rate[]? rates = null;
        for (var number = 0; number < _costs.Length; number++)
        {
            var (cost, places) = (_costs[number], _places[number]);
            var rate = new Rate(cost.UnitMinorUnits, cost.LineMinorUnits, checked(cost.SecondsPerUnit * cost.HourMinorUnits));
            if (!isFor[number] || rate == default)
            {
                continue;
            }

            rates ??= new Rate[locations];
            for (var location = 0; location < locations; location++)
            {
                if (places is null || places[location] > 0)
                {
                    rates[location] += rate;
                }
            }
        }

        return rates;
    }

    private long[]? SumLocations(int locations)
    {
        long[]? sums = null;
        for (var number = 0; number < _costs.Length; number++)
        {
            var places = _places[number];
            for (var location = 0; _costs[number].LocationMinorUnits != 0 && location < locations; location++)
            {
                sums ??= new long[locations];
                sums[location] = checked(sums[location] + (places is null || places[location] > 0 ? _costs[number].LocationMinorUnits : 0));
            }
        }

        return sums;
    }

    // Labour is kept in minor units times seconds.
    private readonly record struct Rate(long Unit, long Line, long Labour)
    {
        public static Rate operator +(Rate one, Rate other) => checked(new(one.Unit + other.Unit, one.Line + other.Line, one.Labour + other.Labour));
    }
}
