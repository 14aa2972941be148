using System.Text.Json;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.WhatIf;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.WhatIf;

public sealed class CounterfactualsTests
{
    private static readonly LineId Line = new("1");

    [Fact]
    public void AddTo_says_nothing_of_a_plan_that_might_be_bettered()
    {
        var (request, decision) = Enumerable.Range(0, 50).Select(seed => LargeRequests.Make(seed, lines: 20, locations: 40, quantity: 3))
            .Select(request => (request, Dom.Core.Sourcing.Sourcing.Source(request))).First(made => !made.Item2.Search.IsProvenCheapest);
        var never = request with { Profile = request.Profile with { Solver = new SolverPolicy { Exact = ExactUse.Never } } };

        Assert.Same(decision, Counterfactuals.AddTo(request, decision));
        Assert.NotSame(decision, Counterfactuals.AddTo(never, decision));
    }

    [Fact]
    public void Budget_ends_with_the_sourcings_or_the_states()
    {
        var request = A.Request(A.Line()).At(Near(), ("SKU-1", 2));
        var (bySourcings, byStates) = (new SourcingBudget(2, long.MaxValue), new SourcingBudget(int.MaxValue, 1));

        bySourcings.Source(request);
        byStates.Source(request);

        Assert.Equal((1, 0), (bySourcings.Left, byStates.Left));
    }

    [Fact]
    public void Find_tells_how_many_units_are_lacking()
    {
        var request = A.Request(A.Line(quantity: 3)).At(Near(), ("SKU-1", 2)).At(Far(), ("SKU-1", 9));

        var found = Counterfactuals.Find(request, Line, new LocationId("NEAR"));

        Assert.Equal("'NEAR' would have been chosen with 1 more of 'SKU-1' on hand.", found?.Sentence);
    }

    [Fact]
    public void Find_counts_what_a_floor_keeps_back()
    {
        var request = A.Request(A.Line()).At(Near(), ("SKU-1", 2)).At(Far(), ("SKU-1", 9)).With(new MinimumInventory { Id = "shelf", Units = 2 });

        var found = Counterfactuals.Find(request, Line, new LocationId("NEAR"));

        Assert.Equal([new Change.MoreOnHand(new LocationId("NEAR"), new("SKU-1"), 1)], found?.Changes.AsEnumerable());
    }

    [Fact]
    public void Find_tells_the_limit_that_would_do()
    {
        var request = A.Request(A.Line()).At(Near() with { OrdersPerDay = 40 }, ("SKU-1", 2)).At(Far(), ("SKU-1", 9)) with
        {
            Loads = new Dictionary<LocationId, DayLoad> { [new("NEAR")] = DayLoad.OfOrders(40) },
        };

        var found = Counterfactuals.Find(request, Line, new LocationId("NEAR"));

        Assert.Equal("'NEAR' would have been chosen if its limit of the day were 41 orders.", found?.Sentence);
    }

    [Fact]
    public void Find_tells_how_much_nearer_it_would_have_to_lie()
    {
        var request = A.Request(A.Line()).At(Near(), ("SKU-1", 2)).At(Far(), ("SKU-1", 9));

        var found = Counterfactuals.Find(request, Line, new LocationId("FAR"));

        var nearer = Assert.IsType<Change.Nearer>(Assert.Single(found!.Changes));
        Assert.InRange(nearer.Metres, 190_000, 193_200);
    }

    [Fact]
    public void Find_tells_how_much_cheaper_where_nearness_does_not_count()
    {
        var request = A.Request(A.Line()).At(Near(), ("SKU-1", 2)).At(A.Location("DEAR", Near().Position), ("SKU-1", 9)).With(A.Costs() with
        {
            Handling = [new() { Id = "dear", At = new() { Locations = [new("DEAR")] }, LineMinorUnits = 4000 }],
        });

        var found = Counterfactuals.Find(request, Line, new LocationId("DEAR"));

        Assert.Equal("'DEAR' would have been chosen if it cost 4001 minor units less.", found?.Sentence);
    }

    [Fact]
    public void Find_lifts_all_that_excludes_a_location()
    {
        var request = A.Request(A.Line()).At(Far() with { IsActive = false }, ("SKU-1", 0)).With(new MaximumDistance { Id = "near", Km = 100 });

        var found = Counterfactuals.Find(request, Line, new LocationId("FAR"));

        Assert.Equal(3, found?.Changes.Length);
        Assert.StartsWith("'FAR' would have been chosen if it were active, and if rule 'near' reached ", found?.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_has_nothing_to_say_of_what_was_chosen() =>
        Assert.Null(Counterfactuals.Find(A.Request(A.Line()).At(Near(), ("SKU-1", 2)), Line, new LocationId("NEAR")));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_is_true_with_the_changes_the_location_is_chosen(int part)
    {
        var found = 0;
        for (var seed = part * 50; seed < (part + 1) * 50; seed++)
        {
            var request = RandomRequests.Make(seed).WithRules(seed);
            var decision = Core.Sourcing.Sourcing.Source(request);
            foreach (var line in decision.Lines)
            {
                foreach (var candidate in line.Candidates.Where(candidate => !candidate.IsChosen).Take(3))
                {
                    if (Counterfactuals.Find(request, line.LineId, candidate.LocationId) is { } counterfactual)
                    {
                        found++;
                        var changed = Core.Sourcing.Sourcing.Source(ChangedRequest.Of(request, counterfactual.Changes));
                        Assert.True(
                            changed.Assignments.Any(assignment => assignment.LineId == line.LineId && assignment.LocationId == candidate.LocationId),
                            $"Seed {seed}, line {line.LineId}: {counterfactual.Sentence}");
                    }
                }
            }
        }

        Assert.True(found > 50, $"{found} were found.");
    }

    [Fact]
    public void AddTo_tells_of_the_closest_that_was_possible_and_of_the_nearest_that_was_not()
    {
        var request = A.Request(A.Line()).At(Near(), ("SKU-1", 2)).At(Far(), ("SKU-1", 9)).At(A.Location("EMPTY"));

        var lines = Counterfactuals.AddTo(request, Core.Sourcing.Sourcing.Source(request)).Lines;

        Assert.Equal(["FAR", "EMPTY"], Assert.Single(lines).Counterfactuals.Select(counterfactual => counterfactual.LocationId.Value));
    }

    [Fact]
    public void Find_goes_by_distance_where_nothing_costs_anything()
    {
        var request = A.Request(A.Line()).At(Near(), ("SKU-1", 2)).At(Far(), ("SKU-1", 9)).With(new CostFactors { Currency = "USD" });

        var found = Counterfactuals.Find(request, Line, new LocationId("FAR"));

        var nearer = Assert.IsType<Change.Nearer>(Assert.Single(found!.Changes));
        Assert.InRange(nearer.Metres, 190_000, 193_200);
    }

    [Theory]
    [InlineData("2", "NEAR")]
    [InlineData("1", "NOWHERE")]
    public void Find_refuses_what_the_request_has_not(string lineId, string locationId) =>
        Assert.Throws<ArgumentException>(() => Counterfactuals.Find(A.Request(A.Line()).At(Near(), ("SKU-1", 2)), new LineId(lineId), new LocationId(locationId)));

    [Fact]
    public void AddTo_says_nothing_of_a_decision_that_the_search_did_not_make()
    {
        var request = A.Request(A.Line()).At(Near(), ("SKU-1", 2)).At(Far(), ("SKU-1", 9));
        var decision = Core.Sourcing.Sourcing.Source(request);
        var other = decision with { Assignments = [decision.Assignments[0] with { LocationId = new("FAR") }] };

        var told = Counterfactuals.AddTo(request, other);

        Assert.Same(other, told);
    }

    [Fact]
    public void Changes_are_written_without_the_words_that_are_made_of_them()
    {
        Change change = new Change.MoreOnHand(new("NEAR"), new("SKU-1"), 1);

        var written = JsonSerializer.Serialize(change, DomJson.Options);

        Assert.Equal("""{"change":"moreOnHand","locationId":"NEAR","sku":"SKU-1","units":1}""", written);
    }

    private static Location Near() => A.Location("NEAR", A.Reno.North(10));

    private static Location Far() => A.Location("FAR", A.Reno.North(200));
}
