using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Profiles;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class StockRuleTests
{
    [Theory]
    [InlineData(3, 0, 4, true)]
    [InlineData(4, 0, 4, false)]
    [InlineData(5, 0, 4, false)]
    [InlineData(5, 2, 4, true)]
    [InlineData(6, 2, 4, false)]
    [InlineData(7, 2, 4, false)]
    [InlineData(0, 0, 1, true)]
    public void Excludes_a_location_without_the_whole_quantity_above_what_it_keeps_back(int available, int kept, int wanted, bool isExcluded)
    {
        var request = A.Request(A.Line(quantity: wanted)).At(A.Location(), ("SKU-1", available)).With(new SourcingRules { MinInventoryUnits = kept });

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
    public void Justify_names_all_three_numbers()
    {
        var request = A.Request(A.Line(quantity: 4)).At(A.Location(), ("SKU-1", 5)).With(new SourcingRules { MinInventoryUnits = 2 });

        Assert.Equal(
            new Exclusion(StockRule.RuleId, "'S1' has 5 of 'SKU-1' available and keeps 2 back; 4 are wanted.") { Limit = 3, Actual = 4 },
            Core.Sourcing.Sourcing.Source(request).Candidate("1", "S1").Exclusion);
    }
}
