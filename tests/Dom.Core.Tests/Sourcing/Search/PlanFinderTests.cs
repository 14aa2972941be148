using Dom.Core.Sourcing.Search;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Search;

public sealed class PlanFinderTests
{
    public static TheoryData<int> Hundreds => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void Find_finds_the_plan_that_trying_everything_finds(int hundred)
    {
        for (var seed = hundred * 100; seed < (hundred + 1) * 100; seed++)
        {
            var (screening, limits, costs) = RandomSplits.Make(seed, maxLines: 3, maxLocations: 3, maxQuantity: 3);
            var every = new EveryPlan(screening, costs, limits);
            var last = every.LastPriority();
            var expected = every.Best(last);

            var found = PlanFinder.Find(screening, costs, limits);

            Assert.True(last == found.LastPriority, $"Seed {seed}: up to priority {last}, not {found.LastPriority}.");
            Assert.True(expected.Plan == every.Text(found), $"Seed {seed}: {expected} is best, not {every.Text(found)} ({found.Method}).");
            Assert.True(expected.Cost == found.LowerBoundMinorUnits && found.IsProvenBest, $"Seed {seed}: {expected.Cost} is least, the bound {found.LowerBoundMinorUnits}.");
        }
    }

    [Theory]
    [InlineData(5000, 60, 2, 4, 4)]
    [InlineData(6000, 40, 1, 5, 8)]
    [InlineData(7000, 30, 4, 2, 3)]
    public void Find_finds_the_best_plan_of_other_shapes(int firstSeed, int count, int lines, int locations, int quantity)
    {
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
        {
            var (screening, limits, costs) = RandomSplits.Make(seed, lines, locations, quantity);
            var every = new EveryPlan(screening, costs, limits);
            var expected = every.Best(every.LastPriority());

            var found = PlanFinder.Find(screening, costs, limits);

            Assert.True(expected.Plan == every.Text(found), $"Seed {seed}: {expected} is best, not {every.Text(found)} ({found.Method}).");
            Assert.True(expected.Cost == found.LowerBoundMinorUnits && found.IsProvenBest, $"Seed {seed}: {expected.Cost} is least, the bound {found.LowerBoundMinorUnits}.");
        }
    }
}
