using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Scarcity;
using Dom.Core.Sourcing.Search;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Search;

public sealed class BranchAndBoundSearchTests
{
    [Theory]
    [InlineData(0, 600, 5, 5)]
    [InlineData(1000, 300, 9, 8)]
    [InlineData(2000, 40, 11, 12)]
    public void Solve_finds_a_plan_as_light_as_the_subsets_do(int firstSeed, int count, int lines, int locations)
    {
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
        {
            var problem = ProblemOf(RandomRequests.Make(seed, lines, locations));
            var expected = SubsetSearch.Solve(problem);

            var found = BranchAndBoundSearch.Solve(problem);

            Assert.True(found.IsProvenBest, $"Seed {seed}");
            Assert.True(expected.LowerBound == found.LowerBound, $"Seed {seed}: {expected.LowerBound >> 64} by subsets, {found.LowerBound >> 64} by branch and bound.");
            Assert.True(expected.LocationOfItem is null == found.LocationOfItem is null, $"Seed {seed}");
        }
    }

    [Fact]
    public void Solve_stops_at_its_limit_with_a_plan_and_a_bound()
    {
        var problem = ProblemOf(Large(lines: 100, locations: 40, seed: 1, share: 0.2, rules: new()));

        var found = BranchAndBoundSearch.Solve(problem, maxLooks: 50_000);

        Assert.False(found.IsProvenBest);
        Assert.NotNull(found.LocationOfItem);
        Assert.True(found.LowerBound > 0);
        Assert.True(found.LowerBound < problem.Weigh(found.LocationOfItem));
    }

    [Fact]
    public void Solve_takes_500_lines_of_500_kinds()
    {
        var decision = Core.Sourcing.Sourcing.Source(Large(lines: 500, locations: 20, seed: 2, share: 0.5, rules: new()));

        Assert.Equal(500, decision.Assignments.Length + decision.Unassigned.Length);
        Assert.Equal(SearchSummary.BranchAndBound, decision.Search.Method);
    }

    [Theory]
    [InlineData(0, 600, 5, 5)]
    [InlineData(1000, 300, 9, 8)]
    [InlineData(2000, 40, 11, 12)]
    public void Solve_heeds_scarcity_prices_as_the_subsets_do(int firstSeed, int count, int lines, int locations)
    {
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
        {
            foreach (var mustAssignAll in new[] { false, true })
            {
                var problem = ProblemOf(RandomRequests.Make(seed, lines, locations).WithPrices(seed), mustAssignAll);
                var expected = SubsetSearch.Solve(problem);

                var found = BranchAndBoundSearch.Solve(problem);

                Assert.True(found.IsProvenBest, $"Seed {seed}");
                Assert.True(expected.LowerBound == found.LowerBound, $"Seed {seed}: {expected.LowerBound >> 64} by subsets, {found.LowerBound >> 64} by branch and bound.");
                Assert.True(expected.LocationOfItem is null || expected.LowerBound == problem.Weigh(expected.LocationOfItem), $"Seed {seed}");
            }
        }
    }

    internal static SearchProblem ProblemOf(SourcingRequest request) => ProblemOf(request, request.Profile.Limits.ShipComplete);

    internal static SearchProblem ProblemOf(SourcingRequest request, bool mustAssignAll)
    {
        var screening = new Screening(request);
        return ProblemBuilder.Build(
            screening, new Charges(request.Profile.Costs), Core.Sourcing.Sourcing.GroupLines(request.Lines), new ScarcityCharges(screening), mustAssignAll);
    }

    internal static SourcingRequest Large(int lines, int locations, int seed, double share, Core.Profiles.SourcingRules rules)
    {
        var random = new Random(seed);
        var request = A.Request([.. Enumerable.Range(1, lines).Select(number => A.Line($"{number}", $"SKU-{number}"))]).With(rules);
        for (var index = 0; index < locations; index++)
        {
            var stock = request.Lines.Where(_ => random.NextDouble() < share).Select(line => (line.Sku.Value, 5)).ToArray();
            request = request.At(A.Location($"L{index:000}", A.Reno.North(random.Next(3000))), stock);
        }

        return request;
    }
}
