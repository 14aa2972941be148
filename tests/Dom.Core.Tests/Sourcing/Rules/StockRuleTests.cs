using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class StockRuleTests
{
    [Theory]
    [InlineData(3, 4, true)]
    [InlineData(4, 4, false)]
    [InlineData(5, 4, false)]
    [InlineData(0, 1, true)]
    public void Excludes_a_location_without_the_whole_quantity(int available, int wanted, bool isExcluded)
    {
        var request = A.Request(A.Line(quantity: wanted)).At(A.Location(), ("SKU-1", available));

        Assert.Equal(isExcluded, Core.Sourcing.Sourcing.Source(request).Candidate("1", "S1").Exclusion is not null);
    }

    [Theory]
    [InlineData(5, 1, false)]
    [InlineData(5, 2, true)]
    [InlineData(5, 9, true)]
    public void Does_not_count_what_is_held_for_other_orders(int onHand, int held, bool isExcluded)
    {
        var request = A.Request(A.Line(quantity: 4)).At(A.Location()) with
        {
            Stock = new Dictionary<Sku, ImmutableArray<StockLevel>> { [new("SKU-1")] = [new StockLevel(new("S1"), onHand, held)] },
        };

        Assert.Equal(isExcluded, Core.Sourcing.Sourcing.Source(request).Candidate("1", "S1").Exclusion is not null);
    }

    [Fact]
    public void Justify_names_both_numbers()
    {
        var request = A.Request(A.Line(quantity: 4)).At(A.Location(), ("SKU-1", 3));

        Assert.Equal(
            new Exclusion(StockRule.RuleKind, "'S1' has 3 of 'SKU-1' available; 4 are wanted.") { Limit = 3, Actual = 4 },
            Core.Sourcing.Sourcing.Source(request).Candidate("1", "S1").Exclusion);
    }
}
