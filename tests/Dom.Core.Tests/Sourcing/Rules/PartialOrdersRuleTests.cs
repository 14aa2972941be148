using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class PartialOrdersRuleTests
{
    // The truth table of partial orders, partial lines and one location only. Where parts of lines make no sense, they are not allowed.
    [Theory]
    [InlineData(true, true, 1, false, false, 1)]
    [InlineData(true, false, 1, false, false, 1)]
    [InlineData(true, true, null, false, true, null)]
    [InlineData(true, true, 2, false, true, 2)]
    [InlineData(true, false, null, false, false, null)]
    [InlineData(false, false, null, true, false, null)]
    [InlineData(false, true, null, true, false, null)]
    [InlineData(false, false, 1, true, false, 1)]
    [InlineData(false, true, 1, true, false, 1)]
    public void Limits_the_order(bool orders, bool lines, int? locations, bool mustAssignAll, bool mayBeSplit, int? maxLocations)
    {
        var limits = LimitsOf(new PartialOrders { Id = "parts", Orders = orders, Lines = lines, MaximumLocations = locations });

        Assert.Equal((mustAssignAll, maxLocations), (limits.MustAssignAll, limits.MaxLocations));
        Assert.Equal([mayBeSplit, mayBeSplit], limits.MayBeSplit);
    }

    [Fact]
    public void Allows_parts_of_orders_and_no_parts_of_lines_without_any_rule()
    {
        var limits = LimitsOf();

        Assert.Equal((false, null), (limits.MustAssignAll, limits.MaxLocations));
        Assert.Equal([false, false], limits.MayBeSplit);
        Assert.Equal([int.MaxValue, int.MaxValue], limits.MaxLocationsOfLine);
    }

    [Fact]
    public void Heeds_each_of_several()
    {
        var limits = LimitsOf(
            new PartialOrders { Id = "a", Lines = true, MaximumLocations = 3 },
            new PartialOrders { Id = "b", Lines = false, MaximumLocations = 2, For = new ProductScope { Skus = [new("A")] } });

        Assert.Equal(2, limits.MaxLocations);
        Assert.Equal([false, true], limits.MayBeSplit);
    }

    [Fact]
    public void Says_nothing_out_of_its_dates_or_where_no_line_is_in_its_scope()
    {
        var none = new PartialOrders { Id = "parts", Orders = false, MaximumLocations = 1 };
        var tomorrow = DateOnly.FromDateTime(A.Moment.UtcDateTime).AddDays(1);
        Rule[] rules = [none with { IsDisabled = true }, none with { Effective = new Effective(tomorrow, null) }, none with { For = new ProductScope { Skus = [new("OTHER")] } }];

        Assert.All(rules, rule => Assert.Equal((false, null), (LimitsOf(rule).MustAssignAll, LimitsOf(rule).MaxLocations)));
    }

    [Fact]
    public void Falls_for_the_whole_order_where_nothing_came_while_it_held()
    {
        var request = A.Request(A.Line("1", "A"), A.Line("2", "B")).At(A.Location(), ("A", 1), ("B", 0));

        var decision = Core.Sourcing.Sourcing.Source(request.With(new PartialOrders { Id = "complete", Orders = false }.Soft()));

        Assert.Equal("S1 -", decision.Plan());
        Assert.Equal(("complete", ""), (decision.Fallen("1"), decision.Fallen("2")));
        Assert.Equal(
            "The order is fulfilled in part, 1 of its lines are not whole, and was to be fulfilled whole or not at all.",
            decision.Lines[0].Fallen[0].Exclusion.Sentence);
    }

    [Fact]
    public void Falls_for_what_is_left_and_lets_stay_what_came_while_it_held()
    {
        var request = A.Request(A.Line("1", "A", 2), A.Line("2", "B")).At(A.Location("S1", A.Reno.North(100)), ("A", 2)).At(A.Location("S2"), ("B", 1)).At(A.Location("S3"), ("A", 2));

        var decision = Core.Sourcing.Sourcing.Source(request.With(new PartialOrders { Id = "one", MaximumLocations = 1 }.Soft()));

        Assert.Equal("S3 S2", decision.Plan());
        Assert.Equal(("", "one"), (decision.Fallen("1"), decision.Fallen("2")));
    }

    internal static OrderLimits LimitsOf(params Rule[] rules) => new Screening(A.Request(A.Line("1", "A"), A.Line("2", "B")).At(A.Location(), ("A", 1), ("B", 1)).With(rules)).Limits;
}
