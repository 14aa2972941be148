using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing;

public sealed class SourcingPropertyTests
{
    public static TheoryData<int> Hundreds => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void Source_finds_the_plan_that_trying_everything_finds(int hundred) =>
        ForSeeds(hundred, request =>
        {
            var expected = BruteForce.Solve(request);

            var decision = Core.Sourcing.Sourcing.Source(request);

            Assert.Equal(expected.Cost, decision.Cost.TotalMinorUnits);
            Assert.Equal(expected.Plan.Replace('~', '-'), decision.Plan());
            Assert.Equal(expected.Cost, decision.Search.LowerBoundMinorUnits);
            Assert.True(decision.Search.IsProvenCheapest);
        });

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void Source_finds_the_plan_that_trying_everything_finds_with_scarcity_prices(int hundred) =>
        ForSeeds(hundred, plain =>
        {
            var request = plain.WithPrices(plain.Lines.Length);
            var expected = BruteForce.SolvePriced(request);

            var decision = Core.Sourcing.Sourcing.Source(request);

            Assert.Equal(expected.Cost, decision.Cost.TotalMinorUnits);
            Assert.Equal(expected.Plan.Replace('~', '-'), decision.Plan());
            Assert.Equal(expected.Cost, decision.Search.LowerBoundMinorUnits);
            Assert.Equal(Core.Sourcing.Sourcing.Source(plain).Plan(), decision.PlanWithoutPrices());
        });

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void Source_finds_the_plan_that_trying_everything_finds_with_rules_that_fall(int hundred) =>
        ForSeeds(hundred, plain =>
        {
            var request = plain.WithRules(SeedOf(plain));
            var expected = BruteForce.Solve(request);

            var decision = Core.Sourcing.Sourcing.Source(request);

            Assert.Equal(expected.Plan.Replace('~', '-'), decision.Plan());
            Assert.Equal(expected.Cost, decision.Cost.TotalMinorUnits);
        });

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void Source_conserves_quantity_and_adds_up(int hundred) =>
        ForSeeds(hundred, request =>
        {
            var decision = Core.Sourcing.Sourcing.Source(request);

            foreach (var line in request.Lines)
            {
                var assigned = decision.Assignments.Where(assignment => assignment.LineId == line.LineId).Sum(assignment => assignment.Quantity);
                var unassigned = decision.Unassigned.Where(left => left.LineId == line.LineId).Sum(left => left.Quantity);
                Assert.Equal(line.Quantity, assigned + unassigned);
            }

            Assert.Equal(decision.Cost.Terms.Sum(term => term.MinorUnits), decision.Cost.TotalMinorUnits);
            Assert.All(decision.Lines, line => Assert.Equal(request.Network.Length, line.Candidates.Length));
            Assert.All(decision.Lines.SelectMany(line => line.Candidates), candidate => Assert.True(candidate.Exclusion is null ^ candidate.Cost is null));
        });

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void Source_leaves_every_location_what_it_keeps_back(int hundred) =>
        ForSeeds(hundred, request =>
        {
            var decision = Core.Sourcing.Sourcing.Source(request);

            Assert.All(decision.Assignments.GroupBy(assignment => (assignment.Sku, assignment.LocationId)), taken =>
            {
                var available = request.Stock[taken.Key.Sku].Single(level => level.LocationId == taken.Key.LocationId).Available;
                Assert.True(available - taken.Sum(assignment => assignment.Quantity) >= (request.Profile.Rules.OfType<MinimumInventory>().SingleOrDefault()?.Units ?? 0));
            });
        });

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void Source_decides_the_same_in_whatever_order_network_and_stock_stand(int hundred) =>
        ForSeeds(hundred, request =>
        {
            var random = new Random(request.Lines.Length);
            var network = request.Network.ToArray();
            random.Shuffle(network);
            var stock = request.Stock.Reverse().ToDictionary(row => row.Key, row => row.Value.Reverse().ToImmutableArray());

            var decision = Core.Sourcing.Sourcing.Source(request);
            var shuffled = Core.Sourcing.Sourcing.Source(request with { Network = [.. network], Stock = stock });

            Assert.Equal(JsonSerializer.Serialize(decision, DomJson.Options), JsonSerializer.Serialize(shuffled, DomJson.Options));
        });

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void Source_costs_the_same_without_a_location_that_it_did_not_choose(int hundred) =>
        ForSeeds(hundred, request =>
        {
            var decision = Core.Sourcing.Sourcing.Source(request);
            var stores = request.Lines.Select(line => line.PickupLocationId);
            var idle = request.Network.Where(location => decision.Assignments.All(assignment => assignment.LocationId != location.LocationId) && !stores.Contains(location.LocationId));

            Assert.All(idle, location => Assert.Equal(
                decision.Cost.TotalMinorUnits,
                Core.Sourcing.Sourcing.Source(request with { Network = request.Network.Remove(location) }).Cost.TotalMinorUnits));
        });

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void Source_never_costs_more_when_a_cost_is_lowered(int hundred) =>
        ForSeeds(hundred, request =>
        {
            var costs = request.Profile.Costs;
            CostFactors[] lower =
            [
                costs with { ParcelMinorUnits = costs.ParcelMinorUnits / 2 },
                costs with { MinorUnitsPer100Km = costs.MinorUnitsPer100Km / 2 },
                costs with { UnitMinorUnits = costs.UnitMinorUnits / 2 },
                costs with { UnassignedUnitMinorUnits = costs.UnassignedUnitMinorUnits / 2 },
            ];

            var cost = Core.Sourcing.Sourcing.Source(request).Cost.TotalMinorUnits;

            Assert.All(lower, factors => Assert.True(Core.Sourcing.Sourcing.Source(request.With(factors)).Cost.TotalMinorUnits <= cost));
        });

    private static int SeedOf(SourcingRequest request) => int.Parse(request.OrderId.Value[2..], CultureInfo.InvariantCulture);

    private static void ForSeeds(int hundred, Action<SourcingRequest> check)
    {
        for (var seed = hundred * 100; seed < (hundred + 1) * 100; seed++)
        {
            try
            {
                check(RandomRequests.Make(seed));
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Seed {seed} fails.", fault);
            }
        }
    }
}
