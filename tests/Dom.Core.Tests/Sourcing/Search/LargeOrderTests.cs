using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Search;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Search;

public sealed class LargeOrderTests
{
    [Theory]
    [InlineData(0, 150, 3, 12, 3)]
    [InlineData(1000, 60, 4, 25, 4)]
    [InlineData(2000, 40, 7, 10, 1)]
    public void Solve_bounds_what_the_states_find(int firstSeed, int count, int lines, int locations, int quantity)
    {
        var (best, tight) = (0, 0);
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
        {
            var problem = ProblemOf(LargeRequests.Make(seed, lines, locations, quantity));
            var optimum = Int128.Min(StateSearch.Solve(problem).LowerBound, problem.WeightOfNothing);

            var found = ExchangeSearch.Solve(problem);

            var weight = Int128.Min(problem.Weigh(found.Parts!), problem.WeightOfNothing);
            var bound = Int128.Min(found.LowerBound, problem.WeightOfNothing);
            Assert.True(bound <= optimum && optimum <= weight, $"Seed {seed}: bound {bound >> 64}, optimum {optimum >> 64}, plan {weight >> 64}.");
            best += weight == optimum ? 1 : 0;
            tight += optimum - bound <= optimum / 4 ? 1 : 0;
        }

        Assert.True(best >= count * 9 / 10, $"Only {best} of {count} plans are the best.");
        Assert.True(tight >= count * 3 / 4, $"Only {tight} of {count} bounds are within a quarter of the best plan.");
    }

    [Theory]
    [InlineData(20, 300, 3)]
    [InlineData(50, 120, 10)]
    public void Source_costs_no_more_than_simple_ways_and_no_less_than_its_bound(int lines, int locations, int quantity)
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var request = LargeRequests.Make(seed, lines, locations, quantity);
            var problem = ProblemOf(request);
            var simple = Int128.Min(problem.Weigh(SimplePlans.Nearest(problem)), problem.Weigh(SimplePlans.Greedy(problem)));

            var decision = Core.Sourcing.Sourcing.Source(request);

            Assert.True(decision.Cost.TotalMinorUnits <= problem.CostOf(simple), $"Seed {seed}: {decision.Cost.TotalMinorUnits}, simply {problem.CostOf(simple)}.");
            Assert.True(decision.Search.LowerBoundMinorUnits <= decision.Cost.TotalMinorUnits, $"Seed {seed}");
        }
    }

    [Fact]
    public void Source_decides_the_same_again_in_whatever_order_network_and_stock_stand()
    {
        for (var seed = 20; seed < 26; seed++)
        {
            var request = LargeRequests.Make(seed, lines: 25, locations: 150, quantity: 6);
            var shuffled = request with
            {
                Network = [.. request.Network.Reverse()],
                Stock = request.Stock.Reverse().ToDictionary(row => row.Key, row => row.Value),
            };

            var decision = Core.Sourcing.Sourcing.Source(request);
            var other = Core.Sourcing.Sourcing.Source(shuffled);

            Assert.True(decision.Assignments.SequenceEqual(other.Assignments) && decision.Search == other.Search, $"Seed {seed}");
        }
    }

    [Fact]
    public void Source_says_which_search_found_the_plan()
    {
        var methods = Enumerable.Range(1, 30).Select(seed => Core.Sourcing.Sourcing.Source(LargeRequests.Make(seed, lines: 22, locations: 60, quantity: 4)).Search.Method).ToHashSet();

        Assert.Contains(SearchSummary.Exchange, methods);
        Assert.Contains(SearchSummary.BranchAndBound, methods);
    }

    private static SearchProblem ProblemOf(SourcingRequest request)
    {
        var screening = new Screening(request);
        return ProblemBuilder.Build(screening, new Charges(screening), screening.Limits, screening.LeftOfLine, null);
    }
}
