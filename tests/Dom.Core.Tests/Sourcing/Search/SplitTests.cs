using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Search;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Search;

public sealed class SplitTests
{
    private static readonly Rule LinesToo = new PartialOrders { Id = "partial", Lines = true };

    // The numbers of IBM's documentation, "Shipping cost": one parcel at 22.56, or two at 8.34 and 7.57.
    private static readonly (int, long)[] HeavyIsDear = [(2, 757), (3, 834), (5, 2256)];

    [Fact]
    public void Find_splits_an_order_where_two_parcels_cost_less_than_one()
    {
        var request = TwoLines();

        var plan = Find(request, new TableCosts(HeavyIsDear));

        Assert.Equal([new(0, 0, 3), new(1, 1, 2)], plan.Parts);
        Assert.Equal(834 + 757, plan.LowerBoundMinorUnits);
    }

    [Theory]
    [InlineData(2000, 2)]
    [InlineData(2001, 1)]
    public void Find_does_not_split_where_a_parcel_would_be_worth_too_little(long least, int locations)
    {
        var request = TwoLines();

        var plan = Find(request, new TableCosts(HeavyIsDear), limits => limits with { MinParcelValueMinorUnits = least });

        Assert.Equal(locations, plan.LocationCount);
        Assert.Equal(locations == 2 ? 834 + 757 : 2256, plan.LowerBoundMinorUnits);
    }

    [Theory]
    [InlineData(664, 2)]
    [InlineData(666, 1)]
    public void Find_does_not_split_where_that_costs_more_than_it_saves(long split, int locations)
    {
        var plan = Find(TwoLines(), new TableCosts(HeavyIsDear) { SplitMinorUnits = split });

        Assert.Equal(locations, plan.LocationCount);
        Assert.Equal(locations == 2 ? 834 + 757 + split : 2256, plan.LowerBoundMinorUnits);
    }

    [Fact]
    public void Find_does_not_split_where_one_location_is_allowed()
    {
        var plan = Find(TwoLines(), new TableCosts(HeavyIsDear), limits => limits with { MaxLocations = 1 });

        Assert.Equal([new(0, 0, 3), new(1, 0, 2)], plan.Parts);
    }

    [Fact]
    public void Find_parts_a_line_by_what_locations_have()
    {
        var request = Split(A.Line(quantity: 5)).At(A.Location("S1"), ("SKU-1", 3)).At(A.Location("S2"), ("SKU-1", 1)).At(A.Location("S3"), ("SKU-1", 2));

        var plan = Find(request, new TableCosts((9, 500)));

        Assert.Equal([new(0, 0, 3), new(0, 2, 2)], plan.Parts);
    }

    [Fact]
    public void Find_parts_a_line_where_a_tariff_takes_no_heavier_parcel()
    {
        var request = Split(A.Line(quantity: 5)).At(A.Location("S1"), ("SKU-1", 9)).At(A.Location("S2"), ("SKU-1", 9));

        var plan = Find(request, new TableCosts((4, 500)));

        Assert.Equal([new(0, 0, 4), new(0, 1, 1)], plan.Parts);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 5)]
    [InlineData(3, 6)]
    public void Find_takes_a_line_from_no_more_locations_than_it_may_come_from(int most, int units)
    {
        var request = Split(A.Line(quantity: 7)).At(A.Location("S1"), ("SKU-1", 3)).At(A.Location("S2"), ("SKU-1", 1)).At(A.Location("S3"), ("SKU-1", 2));

        var plan = Find(request, new TableCosts((9, 500)), limits => limits with { MaxLocationsOfLine = [most] });

        Assert.Equal(units, plan.AssignedUnits(0));
        Assert.Equal(most, plan.LocationCount);
    }

    [Theory]
    [InlineData(2, 1, "S2")]
    [InlineData(3, 2, "S1")]
    [InlineData(4, 2, "S1")]
    [InlineData(9, 3, "S1 S3")]
    public void Find_goes_down_the_priorities_until_the_order_is_filled_as_far_as_it_can_be(int quantity, int lastPriority, string locations)
    {
        // S2 is the best, S1 the next, S3 has none.
        var request = Split(A.Line(quantity: quantity)).At(A.Location("S1"), ("SKU-1", 4)).At(A.Location("S2", A.Reno.North(500)), ("SKU-1", 2)).At(A.Location("S3"), ("SKU-1", 5));

        var plan = Find(request, new TableCosts((9, 500)), limits => limits with { PriorityOfLocation = [2, 1, 11] });

        Assert.Equal(lastPriority == 3 ? 11 : lastPriority, plan.LastPriority);
        Assert.Equal(locations, string.Join(' ', plan.Parts.Select(part => $"S{part.Location + 1}")));
    }

    [Fact]
    public void Source_tells_what_a_split_line_gets_and_what_it_lacks()
    {
        var request = A.Request(A.Line(quantity: 7)).At(A.Location("S1"), ("SKU-1", 3)).At(A.Location("S2"), ("SKU-1", 2));

        var decision = Core.Sourcing.Sourcing.Source(request with { Profile = request.Profile with { Rules = [LinesToo] } });

        Assert.Equal([("S1", 3), ("S2", 2)], decision.Assignments.Select(assignment => (assignment.LocationId.Value, assignment.Quantity)));
        var left = Assert.Single(decision.Unassigned);
        Assert.Equal((2, UnassignedReason.NoStock), (left.Quantity, left.Reason));
        Assert.Equal("The 2 locations that could fulfil the line have 5 of 'SKU-1' to give together; 7 are wanted.", left.Sentence);
        Assert.Equal(decision.Search.LowerBoundMinorUnits, decision.Cost.TotalMinorUnits);
    }

    private static SourcingRequest TwoLines() => A.Request(
            A.Line("1", "SKU-1", 3) with { UnitPriceMinorUnits = 1000 }, A.Line("2", "SKU-2", 2) with { UnitPriceMinorUnits = 1000 })
        .At(A.Location("S1"), ("SKU-1", 3), ("SKU-2", 2)).At(A.Location("S2"), ("SKU-1", 3), ("SKU-2", 2));

    private static SourcingRequest Split(params DemandLine[] lines) => A.Request(lines) with { Profile = A.Profile() with { Rules = [LinesToo] } };

    private static FoundPlan Find(SourcingRequest request, IPlanCosts costs, Func<OrderLimits, OrderLimits>? limits = null)
    {
        var screening = new Screening(request);
        return PlanFinder.Find(screening, costs, limits is null ? screening.Limits : limits(screening.Limits));
    }
}
