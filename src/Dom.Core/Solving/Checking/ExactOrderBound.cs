namespace Dom.Core.Solving.Checking;

/// <summary>The least that an order of few states costs by itself at a certificate's prices.</summary>
internal sealed class ExactOrderBound(SourcingProblem problem, PriceCertificate certificate, PricedSupply supply)
{
    private const long Impossible = long.MaxValue;

    private readonly int[] _strides = new int[PriceCertificate.MaxStates];
    private readonly int[] _amounts = new int[PriceCertificate.MaxStates];
    private readonly long[] _parts = new long[PriceCertificate.MaxStates];
    private long[] _before = new long[PriceCertificate.MaxStates];
    private long[] _after = new long[PriceCertificate.MaxStates];
    private int _states;

    /// <summary>The order's part of the bound, price units.</summary>
    /// <param name="order">The order that the supply is turned to, of at most <see cref="PriceCertificate.MaxStates"/> states.</param>
    public long Of(int order)
    {
        _states = 1;
        for (var line = 0; line < supply.Lines; line++)
        {
            _strides[line] = _states;
            _states *= Radix(line);
        }

        _parts.AsSpan(0, _states).Fill(Impossible);
        foreach (var location in supply.Locations)
        {
            Give(location, 0, 0, (long)certificate.LocationPrice[location]);
        }

        Combine(problem.Orders.MaxLocations[order]);
        return Cheapest(problem.Orders.ShipComplete[order]);
    }

    private int Radix(int line) => problem.Lines.Splittable[supply.FirstLine + line] ? problem.Lines.Quantity[supply.FirstLine + line] + 1 : 2;

    private int Amount(int state, int line)
    {
        var digit = state / _strides[line] % Radix(line);
        return problem.Lines.Splittable[supply.FirstLine + line] ? digit : digit * problem.Lines.Quantity[supply.FirstLine + line];
    }

    /// <summary>Tries every amount of a line and of those after it from a location.</summary>
    private void Give(int location, int line, int state, long cost)
    {
        if (line == supply.Lines)
        {
            if (state > 0 && ParcelCosts(location) is { } parcels)
            {
                _parts[state] = Math.Min(_parts[state], cost + (parcels * certificate.UnitsPerMinorUnit));
            }

            return;
        }

        for (var digit = 0; digit < Radix(line); digit++)
        {
            _amounts[line] = problem.Lines.Splittable[supply.FirstLine + line] ? digit : digit * problem.Lines.Quantity[supply.FirstLine + line];
            if (digit > 0 && !(supply.MayServe(line, location) && TakenWith(line) <= supply.Available(line, location)))
            {
                break;
            }

            Give(location, line + 1, state + (digit * _strides[line]), cost + (digit > 0 ? LineCost(location, line) : 0));
        }

        _amounts[line] = 0;
    }

    /// <summary>Units of a line's SKU that it and the lines before it take.</summary>
    private long TakenWith(int line)
    {
        long taken = 0;
        for (var other = 0; other <= line; other++)
        {
            taken += problem.Lines.Sku[supply.FirstLine + other] == problem.Lines.Sku[supply.FirstLine + line] ? _amounts[other] : 0;
        }

        return taken;
    }

    private long LineCost(int location, int line) =>
        (_amounts[line] * (((long)problem.Locations.UnitCost[location] * certificate.UnitsPerMinorUnit) + supply.SlotPrice(line, location)))
        + ((long)supply.CandidateCost(line, location) * certificate.UnitsPerMinorUnit);

    /// <summary>What the parcels of the present amounts cost, minor units; none where one would be too heavy.</summary>
    private long? ParcelCosts(int location)
    {
        long cost = 0;
        for (var line = 0; line < supply.Lines; line++)
        {
            if (_amounts[line] > 0 && IsFirstOfParcel(line))
            {
                var mode = problem.Lines.Mode[supply.FirstLine + line];
                if (problem.Modes[mode].Rate(supply.Kilometres(location), Grams(mode)) is not { } rate)
                {
                    return null;
                }

                cost += problem.Locations.ParcelCost[location] + rate;
            }
        }

        return cost;
    }

    private bool IsFirstOfParcel(int line)
    {
        for (var other = 0; other < line; other++)
        {
            if (_amounts[other] > 0 && problem.Lines.Mode[supply.FirstLine + other] == problem.Lines.Mode[supply.FirstLine + line])
            {
                return false;
            }
        }

        return true;
    }

    private long Grams(int mode)
    {
        long grams = 0;
        for (var line = 0; line < supply.Lines; line++)
        {
            grams += problem.Lines.Mode[supply.FirstLine + line] == mode ? (long)_amounts[line] * problem.Lines.UnitGrams[supply.FirstLine + line] : 0;
        }

        return grams;
    }

    /// <summary>Puts states together from one part more at a time, until that changes nothing or all locations that the order may use are used.</summary>
    private void Combine(int maxLocations)
    {
        _before.AsSpan(0, _states).Fill(Impossible);
        _before[0] = 0;
        var isChanged = true;
        for (var locations = 0; locations < maxLocations && isChanged; locations++)
        {
            isChanged = false;
            for (var state = 0; state < _states; state++)
            {
                _after[state] = _before[state];
                for (var part = 1; part <= state; part++)
                {
                    if (_parts[part] != Impossible && Covers(state, part) && _before[state - part] != Impossible
                        && _before[state - part] + _parts[part] < _after[state])
                    {
                        (_after[state], isChanged) = (_before[state - part] + _parts[part], true);
                    }
                }
            }

            (_before, _after) = (_after, _before);
        }
    }

    private bool Covers(int state, int part)
    {
        for (var line = 0; line < supply.Lines; line++)
        {
            if (Amount(part, line) > Amount(state, line))
            {
                return false;
            }
        }

        return true;
    }

    private long Cheapest(bool isWholeOrNothing)
    {
        var cheapest = Impossible;
        for (var state = 0; state < _states; state++)
        {
            if (_before[state] != Impossible && (!isWholeOrNothing || state == 0 || state == _states - 1))
            {
                cheapest = Math.Min(cheapest, _before[state] + Unfilled(state));
            }
        }

        return cheapest;
    }

    private long Unfilled(int state)
    {
        long units = 0;
        for (var line = 0; line < supply.Lines; line++)
        {
            units += problem.Lines.Quantity[supply.FirstLine + line] - Amount(state, line);
        }

        return units * problem.UnfilledUnitCost * certificate.UnitsPerMinorUnit;
    }
}
