using Dom.Core.Inventory;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class InventoryThresholdRuleTests : PlaceRuleCases
{
    protected override Rule Hit { get; } = new InventoryThreshold { Id = "threshold", Units = 6 };

    protected override string Kind => InventoryThresholdRule.RuleKind;

    // Five are there.
    [Theory]
    [InlineData(4, 5, "S1")]
    [InlineData(5, 5, "S1")]
    [InlineData(6, 1, "-")]
    public void Asks_whether_enough_is_there_and_then_lets_all_go(int threshold, int quantity, string plan)
    {
        var request = A.Request(A.Line(quantity: quantity)).At(A.Location(), ("SKU-1", 5)).With(new InventoryThreshold { Id = "threshold", Units = threshold });

        Assert.Equal(plan, Core.Sourcing.Sourcing.Source(request).Plan());
    }

    [Fact]
    public void Heeds_the_most_particular_threshold() =>
        Assert.Equal("S1", Source(Hit, new InventoryThreshold { Id = "sku", Units = 5, For = new ProductScope { Skus = [new Sku("SKU-1")] } }).Plan());

    [Fact]
    public void Justify_names_both_numbers() =>
        Assert.Equal(
            new Exclusion("threshold", "'S1' has 5 of 'SKU-1' available; below 6 it takes no line of it.") { Kind = Kind, Limit = 6, Actual = 5 },
            Source(Hit).Candidate("1", "S1").Exclusion);
}
