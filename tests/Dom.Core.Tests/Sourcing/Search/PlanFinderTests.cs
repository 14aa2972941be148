using Dom.Core.Sourcing;
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

    [Fact]
    public void Find_finds_the_same_in_whatever_order_network_and_stock_stand()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (screening, limits, _) = RandomSplits.Make(seed, maxLines: 3, maxLocations: 5, maxQuantity: 4);
            var request = screening.Request;
            var shuffled = new Screening(request with { Network = [.. request.Network.Reverse()], Stock = request.Stock.Reverse().ToDictionary(row => row.Key, row => row.Value) });

            var plan = PlanFinder.Find(screening, new Charges(screening), limits);
            var other = PlanFinder.Find(shuffled, new Charges(shuffled), limits);

            Assert.True(plan.Parts.SequenceEqual(other.Parts), $"Seed {seed}");
            Assert.True((plan.Method, plan.States, plan.LowerBoundMinorUnits) == (other.Method, other.States, other.LowerBoundMinorUnits), $"Seed {seed}");
        }
    }

    [Fact]
    public void Find_is_tried_on_every_feature()
    {
        var counts = new Dictionary<string, int>();
        for (var seed = 0; seed < 1000; seed++)
        {
            var (screening, limits, costs) = RandomSplits.Make(seed, maxLines: 3, maxLocations: 3, maxQuantity: 3);
            var found = PlanFinder.Find(screening, costs, limits);
            var free = PlanFinder.Find(screening, costs, limits with { MaxLocationsOfLine = [.. limits.MaxLocationsOfLine.Select(_ => int.MaxValue)] });
            var cheap = PlanFinder.Find(screening, costs, limits with { MinParcelValueMinorUnits = 0 });
            var many = PlanFinder.Find(screening, costs, limits with { MaxLocations = null });
            var all = PlanFinder.Find(screening, costs, limits with { PriorityOfLocation = null });
            var lines = Enumerable.Range(0, screening.Request.Lines.Length).ToArray();
            Count("a line from several locations", lines.Any(line => found.Of(line).Length > 1));
            Count("a line in part", lines.Any(line => found.AssignedUnits(line) > 0 && found.AssignedUnits(line) < screening.Request.Lines[line].Quantity));
            Count("several locations", found.LocationCount > 1);
            Count("limited by line", !found.Parts.SequenceEqual(free.Parts));
            Count("limited by value", !found.Parts.SequenceEqual(cheap.Parts));
            Count("limited by locations", !found.Parts.SequenceEqual(many.Parts));
            Count("limited by priority", !found.Parts.SequenceEqual(all.Parts));
            Count("whole or nothing", limits.MustAssignAll && found.Parts.Length > 0);
        }

        Assert.All(counts, count => Assert.True(count.Value >= 10, $"{count.Key}: {count.Value} of 1000 seeds."));

        void Count(string feature, bool isThere) => counts[feature] = counts.GetValueOrDefault(feature) + (isThere ? 1 : 0);
    }
}
