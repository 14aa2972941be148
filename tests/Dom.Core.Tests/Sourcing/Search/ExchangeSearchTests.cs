using Dom.Core.Sourcing.Search;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Search;

public sealed class ExchangeSearchTests
{
    [Theory]
    [InlineData(0, 400, 3, 3, 3)]
    [InlineData(1000, 200, 5, 5, 4)]
    [InlineData(2000, 100, 2, 8, 12)]
    public void Solve_finds_a_plan_no_better_than_the_best_and_a_bound_no_higher(int firstSeed, int count, int lines, int locations, int quantity)
    {
        var best = 0;
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
        {
            var problem = ProblemOf(seed, lines, locations, quantity);
            var expected = StateSearch.Solve(problem);
            Assert.True(expected.IsProvenBest, $"Seed {seed}");

            var found = ExchangeSearch.Solve(problem);

            Assert.True(Int128.Min(found.LowerBound, problem.WeightOfNothing) <= expected.LowerBound || expected.Parts is null, $"Seed {seed}: bound {found.LowerBound >> 64}, optimum {expected.LowerBound >> 64}.");
            if (found.Parts is not null)
            {
                Assert.True(expected.LowerBound <= problem.Weigh(found.Parts), $"Seed {seed}: plan {problem.Weigh(found.Parts) >> 64}, optimum {expected.LowerBound >> 64}.");
                Assert.True(!found.IsProvenBest || expected.LowerBound == problem.Weigh(found.Parts), $"Seed {seed}");
            }

            var weight = found.Parts is null ? problem.WeightOfNothing : problem.Weigh(found.Parts);
            var optimum = Int128.Min(expected.LowerBound, problem.WeightOfNothing);
            best += weight <= optimum ? 1 : 0;
        }

        Assert.True(best >= count * 8 / 10, $"Only {best} of {count} plans are the best.");
    }

    [Theory]
    [InlineData(50, 60, 3)]
    [InlineData(12, 200, 3000)]
    public void Solve_takes_what_no_state_could_number(int lines, int locations, int quantity)
    {
        var problems = Enumerable.Range(1, 40).Select(seed => (Seed: seed, Problem: ProblemOf(seed, lines, locations, quantity)))
            .Where(large => !large.Problem.MustAssignAll && !StateSearch.CanSolve(large.Problem)).Take(3).ToArray();
        Assert.NotEmpty(problems);
        foreach (var (seed, problem) in problems)
        {
            var found = ExchangeSearch.Solve(problem);

            Assert.NotNull(found.Parts);
            Assert.True(found.LowerBound <= problem.Weigh(found.Parts), $"Seed {seed}");
            Assert.True(problem.Weigh(found.Parts) <= problem.WeightOfNothing, $"Seed {seed}");
            Assert.All(found.Parts, part => Assert.InRange(part.Amount, 1, problem.RoomAt(part.Item, part.Location)));
            Assert.All(found.Parts.GroupBy(part => part.Item), item => Assert.InRange(item.Sum(part => part.Amount), 1, problem.Items[item.Key].Amount));
        }
    }

    internal static SearchProblem ProblemOf(int seed, int lines, int locations, int quantity)
    {
        var (screening, limits, costs) = RandomSplits.Make(seed, lines, locations, quantity);
        return ProblemBuilder.Build(screening, costs, limits, [.. screening.Request.Lines.Select(line => line.Quantity)], null);
    }
}
