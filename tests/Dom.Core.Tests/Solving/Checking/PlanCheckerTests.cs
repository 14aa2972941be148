using Dom.Core.Solving;
using Dom.Core.Solving.Checking;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Checking;

public sealed class PlanCheckerTests
{
    private const int Near = 0;
    private const int Far = 1;

    [Fact]
    public void Check_adds_parcels_units_and_what_is_unassigned()
    {
        var problem = SmallProblem.Make([2, 3], [6]);
        var plan = RandomProblems.ToPlan([(0, Near, 2), (2, Far, 6)]);

        var check = PlanChecker.Check(problem, plan);

        // 200 g from near: 2 + 5 + 2 units; 600 g from far: 1 + 12 + 6 units; 3 units at 10.
        Assert.Equal(new PlanCheck.Feasible(9 + 19 + 30), check);
    }

    [Fact]
    public void Check_weighs_lines_of_one_parcel_together_and_charges_a_candidate_once()
    {
        var candidates = new CandidateColumns { LineStart = [0, 2, 3], Location = [Near, Far, Near], Cost = [7, 0, 100] };
        var problem = SmallProblem.Make([3, 3]).WithLines(splittable: true).WithCandidates(candidates);
        var plan = RandomProblems.ToPlan([(0, Near, 3), (1, Near, 3)]);

        var check = PlanChecker.Check(problem, plan);

        Assert.Equal(new PlanCheck.Feasible(2 + 8 + 6 + 107), check);
    }

    [Fact]
    public void Check_of_an_empty_plan_charges_every_unit()
    {
        var check = PlanChecker.Check(SmallProblem.Make([2], [], [3]), RandomProblems.ToPlan([]));

        Assert.Equal(new PlanCheck.Feasible(50), check);
    }

    [Fact]
    public void Cost_is_that_of_a_feasible_plan()
    {
        var problem = SmallProblem.Make([2]);

        Assert.Equal(9, PlanChecker.Cost(problem, RandomProblems.ToPlan([(0, Near, 2)])));
    }

    [Fact]
    public void Cost_of_an_infeasible_plan_is_refused_with_the_first_violation()
    {
        var problem = SmallProblem.Make([2], [11]);

        var fault = Assert.Throws<InvalidOperationException>(() => PlanChecker.Cost(problem, RandomProblems.ToPlan([(0, Near, 3), (1, Near, 11)])));

        Assert.Equal("The plan breaks the problem's rules 3 times, first LineQuantity, order order1, line line1: 3, allowed 2.", fault.Message);
    }

    [Theory]
    [InlineData(-1, PlanRule.KnownLine)]
    [InlineData(1, PlanRule.KnownLine)]
    public void Check_names_unknown_lines(int line, PlanRule rule)
    {
        var violation = Single(SmallProblem.Make([2]), (line, Near, 2));

        Assert.Equal(new PlanViolation(rule, null, null, null, line, 0), violation);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Check_names_unknown_locations(int location)
    {
        var violation = Single(SmallProblem.Make([2]), (0, location, 2));

        Assert.Equal(new PlanViolation(PlanRule.KnownLocation, null, null, null, location, 1), violation);
    }

    [Fact]
    public void Check_names_columns_of_other_lengths()
    {
        var plan = new AssignmentPlan { Line = [0], Location = [], Quantity = [1] };

        var check = Assert.IsType<PlanCheck.Infeasible>(PlanChecker.Check(SmallProblem.Make([2]), plan));

        Assert.Equal(new PlanViolation(PlanRule.Columns, null, null, null, 0, 1), Assert.Single(check.Violations));
    }

    [Fact]
    public void Check_names_assignments_out_of_order_or_twice()
    {
        var problem = SmallProblem.Make([2]).WithLines(splittable: true);

        Assert.Equal(new PlanViolation(PlanRule.Ascending, null, 0, Near, 1, 0), Single(problem, (0, Near, 1), (0, Near, 1)));
        Assert.Equal(new PlanViolation(PlanRule.Ascending, null, 0, Near, 1, 0), Single(problem, (0, Far, 1), (0, Near, 1)));
    }

    [Fact]
    public void Check_names_quantities_below_one()
    {
        Assert.Equal(new PlanViolation(PlanRule.AtLeastOne, 1, 1, Far, 0, 1), Single(SmallProblem.Make([1], [1]), (0, Near, 1), (1, Far, 0)));
    }

    [Fact]
    public void Check_names_modes_that_a_location_lacks()
    {
        Assert.Equal(new PlanViolation(PlanRule.Mode, 0, 0, Near, 0, 1), Single(SmallProblem.Make([2]).WithLocations(modes: 2), (0, Near, 2)));
    }

    [Fact]
    public void Check_names_other_locations_than_the_only_one()
    {
        Assert.Equal(new PlanViolation(PlanRule.OnlyLocation, 0, 0, Near, Near, Far), Single(SmallProblem.Make([2]).WithLines(onlyLocation: Far), (0, Near, 2)));
    }

    [Fact]
    public void Check_names_locations_that_are_no_candidates()
    {
        var problem = SmallProblem.Make([2]).WithCandidates(new CandidateColumns { LineStart = [0, 1], Location = [Far], Cost = [0] });

        Assert.Equal(new PlanViolation(PlanRule.Candidate, 0, 0, Near, Near, 1), Single(problem, (0, Near, 2)));
    }

    [Fact]
    public void Check_names_locations_beyond_the_orders_reach()
    {
        var violation = Single(SmallProblem.Make([2]).WithOrders(maxDistanceKm: 100), (0, Far, 2));

        Assert.Equal((PlanRule.MaxDistance, 0, Far, 100.0), (violation.Rule, violation.Order, violation.Location, violation.Limit));
        Assert.Equal(111.2, violation.Number, 1);
    }

    [Fact]
    public void Check_names_lines_that_give_away_too_much()
    {
        var problem = SmallProblem.Make([3]).WithLines(splittable: true);

        Assert.Equal(new PlanViolation(PlanRule.LineQuantity, 0, 0, null, 4, 3), Single(problem, (0, Near, 2), (0, Far, 2)));
    }

    [Fact]
    public void Check_names_lines_in_part_and_in_parts()
    {
        var problem = SmallProblem.Make([3]);

        Assert.Equal(new PlanViolation(PlanRule.WholeLine, 0, 0, Near, 2, 3), Single(problem, (0, Near, 2)));
        Assert.Equal(new PlanViolation(PlanRule.WholeLine, 0, 0, Near, 2, 3), Single(problem, (0, Near, 2), (0, Far, 1)));
    }

    [Fact]
    public void Check_names_orders_with_too_many_locations()
    {
        var problem = SmallProblem.Make([2, 2]).WithOrders(maxLocations: 1);

        Assert.Equal(new PlanViolation(PlanRule.MaxLocations, 0, null, null, 2, 1), Single(problem, (0, Near, 2), (1, Far, 2)));
    }

    [Fact]
    public void Check_names_orders_that_ship_in_part()
    {
        Assert.Equal(new PlanViolation(PlanRule.ShipComplete, 0, null, null, 2, 5), Single(SmallProblem.Make([2, 3]).WithOrders(shipComplete: true), (0, Near, 2)));
    }

    [Fact]
    public void Check_names_parcels_beyond_the_last_zone_and_band()
    {
        var rates = new ModeRates { Name = "bike", ZoneKm = [5], BandGrams = [300], Cost = [1] };
        var problem = SmallProblem.Make([4]).WithRates(rates);

        var check = Assert.IsType<PlanCheck.Infeasible>(PlanChecker.Check(problem, RandomProblems.ToPlan([(0, Far, 4)])));

        Assert.Equal([PlanRule.Zone, PlanRule.Band], check.Violations.Select(violation => violation.Rule));
        Assert.Equal(new PlanViolation(PlanRule.Band, 0, null, Far, 400, 300), check.Violations[1]);
    }

    [Fact]
    public void Check_names_the_line_that_finds_too_little_stock()
    {
        Assert.Equal(new PlanViolation(PlanRule.Stock, 1, 1, Near, 12, 10), Single(SmallProblem.Make([6], [6]), (0, Near, 6), (1, Near, 6)));
    }

    [Fact]
    public void Check_names_the_first_order_beyond_a_locations_places()
    {
        var problem = SmallProblem.Make([1], [1], [1]).WithLocations(maxOrders: 1);

        Assert.Equal(new PlanViolation(PlanRule.MaxOrders, 1, null, Near, 3, 1), Single(problem, (0, Near, 1), (1, Near, 1), (2, Near, 1)));
    }

    [Fact]
    public void Check_lists_so_many_violations_and_counts_the_others()
    {
        var problem = SmallProblem.Make([.. Enumerable.Repeat<int[]>([1], 30)]).WithLocations(modes: 2);
        var plan = RandomProblems.ToPlan([.. Enumerable.Range(0, 30).Select(line => (line, line < 10 ? Near : Far, 1))]);

        var check = Assert.IsType<PlanCheck.Infeasible>(PlanChecker.Check(problem, plan));

        // Thirty modes, and the far location's stock.
        Assert.Equal((PlanChecker.MaxListed, 31), (check.Violations.Length, check.Count));
    }

    [Fact]
    public void ToSentence_names_what_the_violation_is_about()
    {
        var problem = SmallProblem.Make([6], [6]);

        var sentence = Single(problem, (0, Near, 6), (1, Near, 6)).ToSentence(problem);

        Assert.Equal("Stock, order order2, line line2, location near: 12, allowed 10.", sentence);
    }

    private static PlanViolation Single(SourcingProblem problem, params (int Line, int Location, int Quantity)[] assignments) =>
        Assert.Single(Assert.IsType<PlanCheck.Infeasible>(PlanChecker.Check(problem, RandomProblems.ToPlan(assignments))).Violations);
}
