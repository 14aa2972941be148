using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class MaximumLocationsPerLineRuleTests
{
    [Fact]
    public void Limit_takes_the_lowest_that_holds_for_a_line()
    {
        var three = new MaximumLocationsPerLine { Id = "three", Locations = 3 };
        var two = three with { Id = "two", Locations = 2, For = new ProductScope { Skus = [new("B")] } };

        Assert.Equal([3, 2], PartialOrdersRuleTests.LimitsOf(two, three).MaxLocationsOfLine);
        Assert.Equal([int.MaxValue, 2], PartialOrdersRuleTests.LimitsOf(two, three with { IsDisabled = true }).MaxLocationsOfLine);
    }

    [Theory]
    [InlineData(1, "Line '1' comes from 2 locations, and was to come from at most 1.")]
    [InlineData(2, null)]
    public void Breach_counts_the_locations_of_a_line(int most, string? sentence)
    {
        var plan = new PlacedOrder(A.Request(A.Line("1", quantity: 3)), [true], [new PlacedUnits(0, 0, 1), new PlacedUnits(0, 1, 2)]);

        Assert.Equal(sentence, new MaximumLocationsPerLineRule().Breach(plan, new MaximumLocationsPerLine { Id = "x", Locations = most }, [0]));
    }
}
