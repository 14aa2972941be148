using Dom.Core.Solving;
using Dom.Core.Solving.Generation;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Large;

/// <summary>Problems with orders of many lines.</summary>
internal static class LargeProblems
{
    /// <summary>A small problem of any features, some of whose orders have up to 16 lines of up to 5 units.</summary>
    public static SourcingProblem Random(int seed) => RandomProblems.Make(
        seed, (ProblemFeatures)new Random(seed).Next((int)ProblemFeatures.All + 1), maxOrders: 8, maxLocations: 8, maxLines: 16, maxUnits: 5);

    /// <summary>A retailer's problem in which so many lines in a row make an order; weights are a third of what is usual, so that parcels hold them.</summary>
    public static SourcingProblem Generated(int orders, int lines, int locations, int seed)
    {
        var source = ProblemGenerator.Generate(new() { Orders = orders * lines, Locations = locations, Skus = 500, Seed = seed });
        return new SourcingProblem
        {
            Locations = source.Locations,
            Stock = source.Stock,
            Modes = source.Modes,
            UnfilledUnitCost = source.UnfilledUnitCost,
            Orders = new OrderColumns
            {
                Ids = source.Orders.Ids[..orders],
                Latitude = source.Orders.Latitude[..orders],
                Longitude = source.Orders.Longitude[..orders],
                MaxLocations = [.. Enumerable.Repeat(3, orders)],
                MaxDistanceKm = [.. Enumerable.Repeat(double.PositiveInfinity, orders)],
                ShipComplete = [.. Enumerable.Range(0, orders).Select(order => order % 4 == 3)],
                LineStart = [.. Enumerable.Range(0, orders + 1).Select(order => order * lines)],
            },
            Lines = new LineColumns
            {
                Ids = [.. Enumerable.Range(0, orders * lines).Select(line => $"{line}")],
                Sku = source.Lines.Sku[..(orders * lines)],
                Quantity = source.Lines.Quantity[..(orders * lines)],
                UnitGrams = [.. source.Lines.UnitGrams[..(orders * lines)].Select(grams => grams / 3)],
                Mode = new int[orders * lines],
                Splittable = new bool[orders * lines],
                OnlyLocation = [.. Enumerable.Repeat(LineColumns.AnyLocation, orders * lines)],
            },
        };
    }
}
