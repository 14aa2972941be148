using Dom.Core.Solving;

namespace Dom.Core.Tests.TestKit;

/// <summary>Prices from a seed: valid, though nobody learned them.</summary>
internal static class RandomCertificates
{
    public static PriceCertificate Make(SourcingProblem problem, Random random)
    {
        var units = new[] { 1, 7, 1000 }[random.Next(3)];
        var highest = random.Next(1, 12) * units;
        var slots = Enumerable.Range(0, problem.Stock.Location.Length).Where(_ => random.Next(3) == 0).ToArray();
        var relaxed = Enumerable.Range(0, problem.OrderCount).Where(order => States(problem, order) > PriceCertificate.MaxStates).ToArray();
        var isGenerous = random.Next(2) == 0;
        return new PriceCertificate
        {
            UnitsPerMinorUnit = units,
            LocationPrice = [.. problem.Locations.MaxOrders.Select(limit => limit == LocationColumns.NoLimit || random.Next(2) == 0 ? 0 : random.Next(highest + 1))],
            Slot = slots,
            SlotPrice = [.. slots.Select(_ => random.Next(1, highest + 1))],
            RelaxedOrder = relaxed,
            RelaxedUnitValue = [.. relaxed.SelectMany(order => Lines(problem, order)).Select(_ => isGenerous
                ? Math.Min(problem.UnfilledUnitCost, random.Next(4, 12)) * units
                : random.Next((problem.UnfilledUnitCost * units) + 1))],
        };
    }

    public static double States(SourcingProblem problem, int order) =>
        Lines(problem, order).Aggregate(1.0, (states, line) => states * (problem.Lines.Splittable[line] ? problem.Lines.Quantity[line] + 1 : 2));

    private static IEnumerable<int> Lines(SourcingProblem problem, int order) =>
        Enumerable.Range(problem.Orders.LineStart[order], problem.Orders.LineStart[order + 1] - problem.Orders.LineStart[order]);
}
