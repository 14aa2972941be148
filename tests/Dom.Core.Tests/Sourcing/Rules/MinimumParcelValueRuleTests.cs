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
}
