using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class UnsplittableRuleTests
{
    private static readonly Unsplittable Small = new() { Id = "small", BelowMinorUnits = 5000 };

    [Theory]
    [InlineData(4999, 1)]
    [InlineData(5000, 2)]
    [InlineData(5001, 2)]
    public void Keeps_small_orders_at_one_location(long amount, int locations) => Assert.Equal(locations, Source(amount, Small).Assignments.Length);

    [Fact]
    public void Keeps_orders_with_certain_products_at_one_location_whatever_they_are_worth()
    {
        Assert.Single(Source(9999, Small with { BelowMinorUnits = null, For = new ProductScope { Skus = [new("A")] } }).Assignments);
        Assert.Equal(2, Source(1, Small with { For = new ProductScope { Skus = [new("OTHER")] } }).Assignments.Length);
    }

    [Fact]
    public void Says_nothing_out_of_its_dates() =>
        Assert.Equal(2, Source(1, Small with { Effective = new Effective(null, DateOnly.FromDateTime(A.Moment.UtcDateTime).AddDays(-1)) }).Assignments.Length);

    [Fact]
    public void Falls_where_it_is_soft()
    {
        var decision = Source(1, Small.Soft());

        Assert.Equal(2, decision.Assignments.Length);
        Assert.Equal("small", $"{decision.Fallen("1")}{decision.Fallen("2")}");
        Assert.Contains(decision.Lines.SelectMany(line => line.Fallen), fallen => fallen.Exclusion.Sentence == "The order of 1 minor units comes from 2 locations; below 5000 it was to come from one.");
    }

    [Fact]
    public void Forbids_parts_of_lines_as_one_location_does() =>
        Assert.Equal([false, false], PartialOrdersRuleTests.LimitsOf(new PartialOrders { Id = "parts", Lines = true }, Small).MayBeSplit);

    private static SourcingDecision Source(long amount, params Rule[] rules) => Core.Sourcing.Sourcing.Source(
        (A.Request(A.Line("1", "A"), A.Line("2", "B")).At(A.Location("S1"), ("A", 1)).At(A.Location("S2"), ("B", 1)) with
        {
            Order = new OrderFacts { Channel = "web", AmountMinorUnits = amount },
        }).With(rules));
}
