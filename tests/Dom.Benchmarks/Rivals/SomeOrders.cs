using Dom.Core.Solving;

namespace Dom.Benchmarks.Rivals;

/// <summary>A problem with some of its orders alone.</summary>
internal static class SomeOrders
{
    /// <summary>The problem of some orders; it has no candidates of its own.</summary>
    /// <param name="problem">The whole problem.</param>
    /// <param name="orders">The orders, ascending.</param>
    public static SourcingProblem Of(SourcingProblem problem, int[] orders)
    {
        var (from, lines) = (problem.Orders, problem.Lines);
        int[] kept = [.. orders.SelectMany(order => Enumerable.Range(from.LineStart[order], from.LineStart[order + 1] - from.LineStart[order]))];
        var starts = new int[orders.Length + 1];
        for (var at = 0; at < orders.Length; at++)
        {
            starts[at + 1] = starts[at] + from.LineStart[orders[at] + 1] - from.LineStart[orders[at]];
        }

        return new SourcingProblem
        {
            Locations = problem.Locations,
            Stock = problem.Stock,
            Modes = problem.Modes,
            UnfilledUnitCost = problem.UnfilledUnitCost,
            Orders = new OrderColumns
            {
                Ids = Pick(from.Ids, orders),
                Latitude = Pick(from.Latitude, orders),
                Longitude = Pick(from.Longitude, orders),
                MaxLocations = Pick(from.MaxLocations, orders),
                MaxDistanceKm = Pick(from.MaxDistanceKm, orders),
                ShipComplete = Pick(from.ShipComplete, orders),
                LineStart = starts,
            },
            Lines = new LineColumns
            {
                Ids = Pick(lines.Ids, kept),
                Sku = Pick(lines.Sku, kept),
                Quantity = Pick(lines.Quantity, kept),
                UnitGrams = Pick(lines.UnitGrams, kept),
                Mode = Pick(lines.Mode, kept),
                Splittable = Pick(lines.Splittable, kept),
                OnlyLocation = Pick(lines.OnlyLocation, kept),
            },
        };
    }

    private static T[] Pick<T>(T[] column, int[] rows) => [.. rows.Select(row => column[row])];
}
