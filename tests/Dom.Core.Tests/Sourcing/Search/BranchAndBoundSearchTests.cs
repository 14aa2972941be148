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
    public void Solve_finds_a_plan_as_light_as_the_states_do(int firstSeed, int count, int lines, int locations)
    {
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
        {
            var problem = ProblemOf(RandomRequests.Make(seed, lines, locations));
            var expected = StateSearch.Solve(problem);

            var found = BranchAndBoundSearch.Solve(problem);

            Assert.True(found.IsProvenBest, $"Seed {seed}");
            Assert.True(expected.LowerBound == found.LowerBound, $"Seed {seed}: {expected.LowerBound >> 64} by states, {found.LowerBound >> 64} by branch and bound.");
            Assert.True(expected.Parts is null == found.Parts is null, $"Seed {seed}");
        }
    }

    [Theory]
    [InlineData(0, 300, 5, 5)]
    [InlineData(1000, 150, 9, 8)]
    public void Improve_finds_the_plan_that_it_finds_by_itself(int firstSeed, int count, int lines, int locations)
    {
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
        {
            var problem = ProblemOf(RandomRequests.Make(seed, lines, locations));
            var alone = BranchAndBoundSearch.Solve(problem);
            var known = ExchangeSearch.Solve(problem);

            var found = BranchAndBoundSearch.Improve(problem, known);

            Assert.True(found.IsProvenBest && found.LowerBound == alone.LowerBound, $"Seed {seed}: {found.LowerBound >> 64}, by itself {alone.LowerBound >> 64}.");
            Assert.True(alone.Parts is null ? found.Parts is null : alone.Parts.SequenceEqual(found.Parts!), $"Seed {seed}");
        }
    }

    [Fact]
    public void Improve_stops_at_its_limit_with_a_plan_no_worse_and_a_bound_no_lower()
    {
        var problem = ProblemOf(Large(lines: 100, locations: 40, seed: 1, share: 0.2));
        var known = ExchangeSearch.Solve(problem);

        var found = BranchAndBoundSearch.Improve(problem, known, maxLooks: 50_000);

        Assert.True(problem.Weigh(found.Parts!) <= problem.Weigh(known.Parts!));
        Assert.InRange(found.LowerBound, known.LowerBound, problem.Weigh(found.Parts!));
    }

    [Fact]
    public void Solve_stops_at_its_limit_with_a_plan_and_a_bound()
    {
        var problem = ProblemOf(Large(lines: 100, locations: 40, seed: 1, share: 0.2));

        var found = BranchAndBoundSearch.Solve(problem, maxLooks: 50_000);

        Assert.False(found.IsProvenBest);
        Assert.NotNull(found.Parts);
        Assert.True(found.LowerBound > 0);
        Assert.True(found.LowerBound < problem.Weigh(found.Parts));
    }

    [Fact]
    public void Solve_takes_500_lines_of_500_kinds()
    {
        var decision = Core.Sourcing.Sourcing.Source(Large(lines: 500, locations: 20, seed: 2, share: 0.5));

        Assert.Equal(500, decision.Assignments.Length + decision.Unassigned.Length);
        Assert.Equal(SearchSummary.BranchAndBound, decision.Search.Method);
    }

    [Theory]
    [InlineData(0, 600, 5, 5)]
    [InlineData(1000, 300, 9, 8)]
    [InlineData(2000, 40, 11, 12)]
    public void Solve_heeds_scarcity_prices_as_the_states_do(int firstSeed, int count, int lines, int locations)
    {
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
        {
            foreach (var mustAssignAll in new[] { false, true })
            {
                var problem = ProblemOf(RandomRequests.Make(seed, lines, locations).WithPrices(seed), mustAssignAll);
                var expected = StateSearch.Solve(problem);

                var found = BranchAndBoundSearch.Solve(problem);

                Assert.True(found.IsProvenBest, $"Seed {seed}");
                Assert.True(expected.LowerBound == found.LowerBound, $"Seed {seed}: {expected.LowerBound >> 64} by states, {found.LowerBound >> 64} by branch and bound.");
                Assert.True(expected.Parts is null || expected.LowerBound == problem.Weigh(expected.Parts), $"Seed {seed}");
            }
        }
    }

    internal static SearchProblem ProblemOf(SourcingRequest request) => ProblemOf(request, new Screening(request).Limits.MustAssignAll);

    internal static SearchProblem ProblemOf(SourcingRequest request, bool mustAssignAll)
    {
        var screening = new Screening(request);
        var limits = screening.Limits with { MustAssignAll = mustAssignAll };
        return ProblemBuilder.Build(screening, new Charges(screening, new ScarcityCharges(screening)), limits, [.. request.Lines.Select(line => line.Quantity)], null);
    }

    internal static SourcingRequest Large(int lines, int locations, int seed, double share)
    {
        var random = new Random(seed);
        var request = A.Request([.. Enumerable.Range(1, lines).Select(number => A.Line($"{number}", $"SKU-{number}"))]);
        for (var index = 0; index < locations; index++)
        {
            var stock = request.Lines.Where(_ => random.NextDouble() < share).Select(line => (line.Sku.Value, 5)).ToArray();
            request = request.At(A.Location($"L{index:000}", A.Reno.North(random.Next(3000))), stock);
        }

        return request;
    }
}
