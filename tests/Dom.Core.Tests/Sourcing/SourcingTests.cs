using Dom.Core.Network;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing;

public sealed class SourcingTests
{
    private static readonly CostFactors ParcelsOnly = new() { Currency = "USD", ParcelMinorUnits = 500 };

    [Fact]
    public void Source_prefers_one_parcel_from_afar_to_two_from_near_when_it_is_cheaper()
    {
        var request = A.Request(A.Line("1", "A"), A.Line("2", "B"))
            .At(A.Location("NEAR1", A.Reno.North(10)), ("A", 1))
            .At(A.Location("NEAR2", A.Reno.North(10)), ("B", 1))
            .At(A.Location("FAR", A.Reno.North(1000)), ("A", 1), ("B", 1));

        var decision = Source(request);

        Assert.Equal("FAR FAR", decision.Plan());
        Assert.Equal(500 + 400 + 50, decision.Cost.TotalMinorUnits);
    }

    [Fact]
    public void Source_splits_when_distance_outweighs_the_second_parcel()
    {
        var request = A.Request(A.Line("1", "A"), A.Line("2", "B"))
            .At(A.Location("NEAR1", A.Reno.North(10)), ("A", 1))
            .At(A.Location("NEAR2", A.Reno.North(10)), ("B", 1))
            .At(A.Location("FAR", A.Reno.North(1500)), ("A", 1), ("B", 1));

        Assert.Equal("NEAR1 NEAR2", Source(request).Plan());
    }

    [Fact]
    public void Source_breaks_down_what_the_plan_costs()
    {
        var request = A.Request(A.Line("1", "A", 2), A.Line("2", "B", 3), A.Line("3", "C", 4))
            .At(A.Location("S1", A.Reno.North(100)), ("A", 2))
            .At(A.Location("S2", A.Reno.North(200)), ("B", 3));

        var decision = Source(request);

        var (one, two) = (new LocationId("S1"), new LocationId("S2"));
        Assert.Equal(
            [
                new CostTerm("parcel", 500) { LocationId = one }, new CostTerm("distance", 40) { LocationId = one }, new CostTerm("unit", 50) { LocationId = one },
                new CostTerm("parcel", 500) { LocationId = two }, new CostTerm("distance", 80) { LocationId = two }, new CostTerm("unit", 75) { LocationId = two },
                new CostTerm("unassigned", 4_000_000),
            ],
            decision.Cost.Terms.ToArray());
        Assert.Equal([new CostTerm("parcel", 500) { LocationId = one }, new CostTerm("distance", 40) { LocationId = one }, new CostTerm("unit", 50) { LocationId = one }],
            decision.Candidate("1", "S1").Cost!.Terms.ToArray());
    }

    // 40 for 100 km are 0.0004 for a metre: half a minor unit is 1,250 m.
    [Theory]
    [InlineData(1.249, 0)]
    [InlineData(1.250, 1)]
    [InlineData(3.749, 1)]
    [InlineData(3.750, 2)]
    public void Source_rounds_half_a_minor_unit_of_distance_up(double kilometres, long expected)
    {
        var decision = Source(A.Request(A.Line()).At(A.Location(position: A.Reno.North(kilometres)), ("SKU-1", 1)));

        Assert.Equal(expected, decision.Cost.Terms.Single(term => term.Name == CostTerm.Distance).MinorUnits);
    }

    [Fact]
    public void Source_charges_no_parcel_for_what_is_collected()
    {
        var line = A.Line(quantity: 2) with { Mode = DeliveryMode.Pickup, PickupLocationId = new LocationId("S1") };

        var decision = Source(A.Request(line).At(A.Location(position: A.Reno.North(500)), ("SKU-1", 2)));

        Assert.Equal([new CostTerm("unit", 50) { LocationId = new LocationId("S1") }], decision.Cost.Terms.ToArray());
        Assert.Null(decision.Candidate("1", "S1").DistanceKm);
    }

    [Fact]
    public void Source_charges_a_parcel_for_each_mode_and_store()
    {
        var (s1, s2) = (new LocationId("S1"), new LocationId("S2"));
        var toStore = A.Line("2") with { Mode = DeliveryMode.ShipToStore, PickupLocationId = s1 };
        var request = A.Request(A.Line("1"), toStore, toStore with { LineId = new("3") }, toStore with { LineId = new("4"), PickupLocationId = s2 })
            .At(A.Location("DC"), ("SKU-1", 9)).At(A.Location("S1", A.Reno.North(10))).At(A.Location("S2", A.Reno.North(20)))
            .With(ParcelsOnly);

        Assert.Equal(3 * 500, Source(request).Cost.TotalMinorUnits);
    }

    [Fact]
    public void Source_lets_two_lines_of_one_SKU_share_what_a_location_has()
    {
        var request = A.Request(A.Line("1", "A", 2), A.Line("2", "A", 2))
            .At(A.Location("S1"), ("A", 3)).At(A.Location("S2", A.Reno.North(300)), ("A", 3));

        var decision = Source(request);

        Assert.Equal("S1 S2", decision.Plan());
        Assert.Null(decision.Candidate("2", "S1").Exclusion);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(null, 3)]
    public void Source_uses_no_more_locations_than_allowed(int? limit, int expected)
    {
        var request = A.Request(A.Line("1", "A"), A.Line("2", "B"), A.Line("3", "C"))
            .At(A.Location("S1"), ("A", 1)).At(A.Location("S2"), ("B", 1)).At(A.Location("S3"), ("C", 1))
            .With(new PartialOrders { Id = "parts", MaximumLocations = limit });

        var decision = Source(request);

        Assert.Equal(expected, decision.Assignments.Select(assignment => assignment.LocationId).Distinct().Count());
        Assert.All(decision.Unassigned, left => Assert.Equal(UnassignedReason.LimitedByOrder, left.Reason));
    }

    [Fact]
    public void Source_counts_a_location_once_however_many_modes_it_serves()
    {
        var pickup = A.Line("2") with { Mode = DeliveryMode.Pickup, PickupLocationId = new LocationId("S1") };

        var request = A.Request(A.Line("1"), pickup).At(A.Location("S1"), ("SKU-1", 2)).With(new PartialOrders { Id = "parts", MaximumLocations = 1 });

        Assert.Equal("S1 S1", Source(request).Plan());
    }

    [Theory]
    [InlineData(1, "S1 S1")]
    [InlineData(2, "- -")]
    public void Source_ships_complete_or_not_at_all(int quantity, string plan)
    {
        var request = A.Request(A.Line("1", "A"), A.Line("2", "B", quantity)).At(A.Location(), ("A", 1), ("B", 1)).With(new PartialOrders { Id = "complete", Orders = false });

        var decision = Source(request);

        Assert.Equal(plan, decision.Plan());
        Assert.Equal(plan == "- -" ? [UnassignedReason.LimitedByOrder, UnassignedReason.NoStock] : [], decision.Unassigned.Select(left => left.Reason));
    }

    [Fact]
    public void Source_takes_lines_that_are_kept_together_from_one_location()
    {
        var request = A.Request(A.Line("1", "A") with { KeepTogether = "set" }, A.Line("2", "B") with { KeepTogether = "set" }, A.Line("3", "C"))
            .At(A.Location("S1"), ("A", 1), ("C", 1))
            .At(A.Location("S2", A.Reno.North(400)), ("A", 1), ("B", 1));

        Assert.Equal("S2 S2 S1", Source(request).Plan());
    }

    [Fact]
    public void Source_says_when_no_location_has_all_that_is_kept_together()
    {
        var request = A.Request(A.Line("1", "A") with { KeepTogether = "set" }, A.Line("2", "B") with { KeepTogether = "set" })
            .At(A.Location("S1"), ("A", 1)).At(A.Location("S2"), ("B", 1));

        var left = Source(request).Unassigned;

        Assert.All(left, line => Assert.Equal(UnassignedReason.LimitedByOrder, line.Reason));
        Assert.Equal("Lines '1', '2' are kept together, and no location can fulfil all of them.", left[0].Sentence);
    }

    [Fact]
    public void Source_tells_a_SKU_that_was_never_stocked_from_one_that_is_out_of_stock()
    {
        var left = Source(A.Request(A.Line("1", "NEW"), A.Line("2", "OLD", 3)).At(A.Location(), ("OLD", 2))).Unassigned;

        Assert.Equal([UnassignedReason.UnknownSku, UnassignedReason.NoStock], left.Select(line => line.Reason));
        Assert.Equal("'NEW' has never been stocked anywhere.", left[0].Sentence);
        Assert.Equal("None of the 1 locations that could fulfil the line has 3 of 'OLD' to give; the most is 2.", left[1].Sentence);
    }

    [Fact]
    public void Source_counts_what_excluded_the_locations_when_none_may_fulfil()
    {
        var request = A.Request(A.Line("1", "A")).At(A.Location("S1") with { IsActive = false }, ("A", 1)).At(A.Location("S2") with { Modes = [] }).At(A.Location("S3") with { Modes = [] });

        var left = Assert.Single(Source(request).Unassigned);

        Assert.Equal((UnassignedReason.NoEligibleLocation, "None of the 3 locations may fulfil the line; excluded by rule: mode 2, inactive 1."), (left.Reason, left.Sentence));
    }

    [Fact]
    public void Source_leaves_unassigned_what_costs_more_than_that_counts_for()
    {
        var request = A.Request(A.Line()).At(A.Location(), ("SKU-1", 1)).With(A.Costs() with { UnassignedUnitMinorUnits = 525 });

        Assert.Equal("-", Source(request).Plan());
        Assert.Equal("S1", Source(request.With(A.Costs() with { UnassignedUnitMinorUnits = 526 })).Plan());
    }

    [Fact]
    public void Source_breaks_ties_by_locations_then_metres_then_ids()
    {
        var lines = new[] { A.Line("1", "A"), A.Line("2", "B") };
        var free = new CostFactors { Currency = "USD" };

        var fewer = Source(A.Request(lines).At(A.Location("A1"), ("A", 1)).At(A.Location("A2"), ("B", 1)).At(A.Location("Z", A.Reno.North(500)), ("A", 1), ("B", 1)).With(free));
        var nearer = Source(A.Request(lines).At(A.Location("A", A.Reno.North(2)), ("A", 1), ("B", 1)).At(A.Location("B", A.Reno.North(1)), ("A", 1), ("B", 1)).With(free));
        var first = Source(A.Request(lines).At(A.Location("b"), ("A", 1), ("B", 1)).At(A.Location("B"), ("A", 1), ("B", 1)).With(free));

        Assert.Equal(["Z Z", "B B", "B B"], [fewer.Plan(), nearer.Plan(), first.Plan()]);
    }

    [Fact]
    public void Source_lists_candidates_chosen_first_then_by_cost_then_excluded()
    {
        var request = A.Request(A.Line("1", "A"))
            .At(A.Location("OUT")).At(A.Location("FAR", A.Reno.North(900)), ("A", 1)).At(A.Location("NEAR", A.Reno.North(9)), ("A", 1)).At(A.Location("MID", A.Reno.North(90)), ("A", 1));

        var candidates = Source(request).Lines[0].Candidates;

        Assert.Equal(["NEAR", "MID", "FAR", "OUT"], candidates.Select(candidate => candidate.LocationId.Value));
        Assert.Equal([true, false, false, false], candidates.Select(candidate => candidate.IsChosen));
        Assert.Equal([9.0, 90.0, 900.0, 0.0], candidates.Select(candidate => candidate.DistanceKm ?? -1));
    }

    [Fact]
    public void Source_tells_what_each_candidate_had_and_how_much_dearer_it_would_be()
    {
        var request = A.Request(A.Line("1", "A"))
            .At(A.Location("OUT")).At(A.Location("FAR", A.Reno.North(900)), ("A", 4)).At(A.Location("NEAR", A.Reno.North(9)), ("A", 2));

        var candidates = Source(request).Lines[0].Candidates;

        Assert.Equal([("NEAR", 2, 0L), ("FAR", 4, 356L), ("OUT", 0, null)], candidates.Select(candidate => (candidate.LocationId.Value, candidate.Available, candidate.DearerMinorUnits)));
    }

    [Fact]
    public void Source_compares_no_candidate_with_a_line_that_comes_from_nowhere()
    {
        var request = A.Request(A.Line("1", "A", 3)).At(A.Location("FEW"), ("A", 2));

        Assert.Null(Source(request).Candidate("1", "FEW").DearerMinorUnits);
    }

    [Fact]
    public void Source_carries_over_what_was_asked()
    {
        var request = A.Request(A.Line()).At(A.Location(), ("SKU-1", 1)) with { Attempt = 4 };

        var decision = Source(request);

        Assert.Equal((request.OrderId, 4, request.At, request.Profile.ProfileId, 3), (decision.OrderId, decision.Attempt, decision.At, decision.ProfileId, decision.ProfileVersion));
        Assert.Equal(new Assignment(new("1"), new("SKU-1"), new("S1"), DeliveryMode.Ship, 1), Assert.Single(decision.Assignments));
    }

    [Fact]
    public void Source_takes_an_order_with_nothing_left_to_source()
    {
        var decision = Source(A.Request().At(A.Location()));

        Assert.Empty(decision.Assignments);
        Assert.Equal(0, decision.Cost.TotalMinorUnits);
        Assert.True(decision.Search.IsProvenCheapest);
    }

    [Fact]
    public void Source_refuses_requests_that_make_no_sense()
    {
        var good = A.Request(A.Line()).At(A.Location(), ("SKU-1", 1));
        SourcingRequest[] bad =
        [
            good with { Lines = [A.Line(), A.Line()] },
            good with { Lines = [A.Line(quantity: 0)] },
            good with { Network = [A.Location(), A.Location()] },
            good with { Attempt = 0 },
            good.With(new PartialOrders { Id = "parts", MaximumLocations = 0 }),
            good.With(new MinimumInventory { Id = "floor", Units = -1 }),
            good.With(new MaximumDistance { Id = "far", Km = -1 }),
            good.With(new MaximumDistance { Id = "far", Km = double.NaN }),
            good.With(A.Costs() with { ParcelMinorUnits = -1 }),
            good.With(A.Costs() with { UnassignedUnitMinorUnits = -1 }),
        ];

        Assert.All(bad, request => Assert.Throws<ArgumentException>(() => Source(request)));
    }

    private static SourcingDecision Source(SourcingRequest request) => Core.Sourcing.Sourcing.Source(request);
}
