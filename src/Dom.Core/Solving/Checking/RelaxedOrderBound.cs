namespace Dom.Core.Solving.Checking;

/// <summary>A bound below the least that an order of many states costs by itself, as <see cref="PriceCertificate"/> defines it.</summary>
internal sealed class RelaxedOrderBound(SourcingProblem problem, PriceCertificate certificate, PricedSupply supply)
{
    private readonly List<Int128> _excesses = [];

    /// <summary>The order's part of the bound, price units.</summary>
    /// <param name="order">The order that the supply is turned to.</param>
    /// <param name="values">What a unit of each of its lines is worth, price units.</param>
    public Int128 Of(int order, ReadOnlySpan<int> values)
    {
        Int128 part = 0;
        for (var line = 0; line < supply.Lines; line++)
        {
            part += (Int128)problem.Lines.Quantity[supply.FirstLine + line] * values[line];
        }

        _excesses.Clear();
        foreach (var location in supply.Locations)
        {
            _excesses.Add(Excess(location, values));
        }

        _excesses.Sort((one, other) => other.CompareTo(one));
        foreach (var excess in _excesses.Take(problem.Orders.MaxLocations[order]))
        {
            part -= Int128.Max(0, excess);
        }

        return part;
    }

    private Int128 Excess(int location, ReadOnlySpan<int> values)
    {
        Int128 excess = -certificate.LocationPrice[location];
        var modes = 0UL;
        for (var line = 0; line < supply.Lines; line++)
        {
            var mode = problem.Lines.Mode[supply.FirstLine + line];
            if (supply.MayServe(line, location) && (modes & (1UL << mode)) == 0)
            {
                modes |= 1UL << mode;
                excess += Int128.Max(0, ParcelExcess(location, mode, values));
            }
        }

        return excess;
    }

    private Int128 ParcelExcess(int location, int mode, ReadOnlySpan<int> values)
    {
        var rates = RateLine.Below(problem.Modes[mode], supply.Kilometres(location), AllGrams(mode));
        var units = (Int128)certificate.UnitsPerMinorUnit;
        var excess = -(problem.Locations.ParcelCost[location] * units) - rates.Intercept(certificate.UnitsPerMinorUnit);
        for (var line = 0; line < supply.Lines; line++)
        {
            if (problem.Lines.Mode[supply.FirstLine + line] == mode && supply.MayServe(line, location))
            {
                var gain = values[line] - (problem.Locations.UnitCost[location] * units) - supply.SlotPrice(line, location)
                    - rates.Climb(problem.Lines.UnitGrams[supply.FirstLine + line], certificate.UnitsPerMinorUnit);
                var most = Math.Min(problem.Lines.Quantity[supply.FirstLine + line], supply.Available(line, location));
                excess += Int128.Max(0, (most * gain) - (supply.CandidateCost(line, location) * units));
            }
        }

        return excess;
    }

    private long AllGrams(int mode)
    {
        long grams = 0;
        for (var line = supply.FirstLine; line < supply.FirstLine + supply.Lines; line++)
        {
            grams += problem.Lines.Mode[line] == mode ? (long)problem.Lines.Quantity[line] * problem.Lines.UnitGrams[line] : 0;
        }

        return grams;
    }
}
