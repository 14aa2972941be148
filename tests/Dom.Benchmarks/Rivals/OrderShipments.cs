using Dom.Core.Solving;

namespace Dom.Benchmarks.Rivals;

/// <summary>Every shipment that an order could have: each location, with each choice of units of the lines that it could give.</summary>
/// <param name="problem">The problem.</param>
internal sealed class OrderShipments(SourcingProblem problem)
{
    private readonly long[] _grams = new long[problem.Modes.Length];

    /// <summary>The most units of each of an order's lines that each location could give; locations that could give none are left out.</summary>
    /// <param name="order">The order.</param>
    public SortedDictionary<int, int[]> Most(int order)
    {
        var (first, end) = (problem.Orders.LineStart[order], problem.Orders.LineStart[order + 1]);
        var most = new SortedDictionary<int, int[]>();
        for (var line = first; line < end; line++)
        {
            var sku = problem.Lines.Sku[line];
            for (var slot = problem.Stock.RowStart[sku]; slot < problem.Stock.RowStart[sku + 1]; slot++)
            {
                var (location, units) = (problem.Stock.Location[slot], Math.Min(problem.Stock.Available[slot], problem.Lines.Quantity[line]));
                if (units >= problem.Lines.LeastUnits(line) && units > 0 && IsAllowed(order, line, location))
                {
                    if (!most.TryGetValue(location, out var ofLines))
                    {
                        most[location] = ofLines = new int[end - first];
                    }

                    ofLines[line - first] = units;
                }
            }
        }

        return most;
    }

    /// <summary>An order's shipments.</summary>
    /// <param name="order">The order.</param>
    /// <param name="most">Its <see cref="Most"/>.</param>
    public IEnumerable<Shipment> All(int order, SortedDictionary<int, int[]> most)
    {
        var first = problem.Orders.LineStart[order];
        foreach (var (location, ofLines) in most)
        {
            var kilometres = problem.Kilometres(location, order);
            for (var units = new int[ofLines.Length]; Next(first, ofLines, units);)
            {
                if (Cost(first, location, kilometres, units) is { } cost)
                {
                    yield return new Shipment(location, [.. units], cost);
                }
            }
        }
    }

    /// <summary>
    /// Whether two shipments of one location could cost less than both as one, or have no rate as one: the location sends the order one parcel by a mode, so
    /// that must be forbidden. It happens with heavy orders, whose band rises by more than a second parcel costs.
    /// </summary>
    /// <param name="shipments">The location's shipments for the order.</param>
    /// <param name="most">The most units of each line that it could give.</param>
    public static bool AreCheaperApart(IReadOnlyList<Shipment> shipments, int[] most)
    {
        var costs = shipments.ToDictionary(shipment => Code(shipment.Units, most), shipment => shipment.Cost);
        foreach (var one in shipments)
        {
            foreach (var other in shipments)
            {
                int[] both = [.. one.Units.Zip(other.Units, (units, more) => units + more)];
                if (both.Zip(most, (units, limit) => units <= limit).All(fits => fits)
                    && (!costs.TryGetValue(Code(both, most), out var together) || together > one.Cost + other.Cost))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int Code(int[] units, int[] most) => units.Zip(most).Aggregate(0, (code, line) => (code * (line.Second + 1)) + line.First);

    private bool IsAllowed(int order, int line, int location)
    {
        var (mode, only) = (problem.Lines.Mode[line], problem.Lines.OnlyLocation[line]);
        if (problem.Locations.MaxOrders[location] == 0
            || ((problem.Locations.Modes[location] >> mode) & 1) == 0
            || (only != LineColumns.AnyLocation && only != location)
            || problem.CandidateCost(line, location) is null)
        {
            return false;
        }

        var kilometres = problem.Kilometres(location, order);
        return kilometres <= problem.Orders.MaxDistanceKm[order] && problem.Modes[mode].Zone(kilometres) >= 0;
    }

    /// <summary>The next choice of units, as a counter whose digits are the lines; false after the last one.</summary>
    private bool Next(int first, int[] most, int[] units)
    {
        for (var at = 0; at < units.Length; at++)
        {
            var step = problem.Lines.Splittable[first + at] ? 1 : problem.Lines.Quantity[first + at];
            if (units[at] + step <= most[at])
            {
                units[at] += step;
                return true;
            }

            units[at] = 0;
        }

        return false;
    }

    private long? Cost(int first, int location, double kilometres, int[] units)
    {
        Array.Clear(_grams);
        var (cost, modes) = (0L, 0UL);
        for (var at = 0; at < units.Length; at++)
        {
            if (units[at] > 0)
            {
                var mode = problem.Lines.Mode[first + at];
                modes |= 1UL << mode;
                _grams[mode] += (long)units[at] * problem.Lines.UnitGrams[first + at];
                cost += ((long)units[at] * problem.Locations.UnitCost[location]) + problem.CandidateCost(first + at, location)!.Value;
            }
        }

        for (var mode = 0; mode < problem.Modes.Length; mode++)
        {
            if ((modes >> mode & 1) == 1)
            {
                if (problem.Modes[mode].Rate(kilometres, _grams[mode]) is not { } rate)
                {
                    return null;
                }

                cost += problem.Locations.ParcelCost[location] + rate;
            }
        }

        return cost;
    }
}
