using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class MinimumParcelValueRuleTests
{
    private static readonly MinimumParcelValue Value = new() { Id = "value", MinorUnits = 300 };

    [Fact]
    public void Limit_takes_the_highest_that_holds()
    {
        var high = Value with { Id = "high", MinorUnits = 500 };

        Assert.Equal(500, PartialOrdersRuleTests.LimitsOf(Value, high).MinParcelValueMinorUnits);
        Assert.Equal(300, PartialOrdersRuleTests.LimitsOf(Value, high with { IsDisabled = true }).MinParcelValueMinorUnits);
        Assert.Equal(300, PartialOrdersRuleTests.LimitsOf(Value, high with { For = new ProductScope { Skus = [new("OTHER")] } }).MinParcelValueMinorUnits);
        Assert.Equal(0, PartialOrdersRuleTests.LimitsOf().MinParcelValueMinorUnits);
    }

    // Line 1 is worth 200 a unit.
    [Theory]
    [InlineData(1, "The order is split, and the goods of a location are worth 200 minor units; each was to be worth at least 300.")]
    [InlineData(2, null)]
    public void Breach_weighs_the_goods_of_each_location_of_a_split_order(int units, string? sentence)
    {
        var request = A.Request(A.Line("1", quantity: units) with { UnitPriceMinorUnits = 200 }, A.Line("2") with { UnitPriceMinorUnits = 300 });
        var split = new PlacedOrder(request, [true, true], [new PlacedUnits(0, 0, units), new PlacedUnits(1, 1, 1)]);

        Assert.Equal(sentence, new MinimumParcelValueRule().Breach(split, Value, [0, 1]));
        Assert.Null(new MinimumParcelValueRule().Breach(split with { Parts = [new PlacedUnits(0, 0, units)] }, Value, [0, 1]));
    }

    // S1 has only the first line, S2 only the second, which is worth plenty.
    [Theory]
    [InlineData(299, "- S2")]
    [InlineData(300, "S1 S2")]
    [InlineData(301, "S1 S2")]
    public void Keeps_orders_from_being_split_into_parcels_worth_less(long price, string plan) => Assert.Equal(plan, Source(price, Value).Plan());

    [Fact]
    public void Says_nothing_out_of_its_dates_or_where_no_line_is_in_its_scope()
    {
        var today = DateOnly.FromDateTime(A.Moment.UtcDateTime);
        Rule[] rules =
        [
            Value with { IsDisabled = true },
            Value with { Effective = new Effective(today.AddDays(1), null) },
            Value with { Effective = new Effective(null, today.AddDays(-1)) },
            Value with { For = new ProductScope { Skus = [new("OTHER")] } },
        ];

        Assert.All(rules, rule => Assert.Equal("S1 S2", Source(1, rule).Plan()));
        Assert.Equal("- S2", Source(1, Value with { Effective = new Effective(today, today) }).Plan());
    }

    [Fact]
    public void Falls_where_it_is_soft_for_the_line_that_was_worth_too_little()
    {
        var decision = Source(299, Value.Soft());

        Assert.Equal(("S1 S2", "value", ""), (decision.Plan(), decision.Fallen("1"), decision.Fallen("2")));
        Assert.Equal(
            "The order is split, and the goods of a location are worth 299 minor units; each was to be worth at least 300.",
            decision.Lines[0].Fallen[0].Exclusion.Sentence);
    }

    private static SourcingDecision Source(long price, params Rule[] rules) => Core.Sourcing.Sourcing.Source(
        A.Request(A.Line("1", "A") with { UnitPriceMinorUnits = price }, A.Line("2", "B", 2) with { UnitPriceMinorUnits = 900 })
            .At(A.Location("S1"), ("A", 1)).At(A.Location("S2"), ("B", 2)).With(rules));
}
