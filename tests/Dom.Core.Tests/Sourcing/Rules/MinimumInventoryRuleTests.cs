using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class MinimumInventoryRuleTests : PlaceRuleCases
{
    protected override Rule Hit { get; } = new MinimumInventory { Id = "floor", Units = 5 };

    protected override string Kind => MinimumInventoryRule.RuleKind;

    // Five are there, four are wanted.
    [Theory]
    [InlineData(0, "S1")]
    [InlineData(1, "S1")]
    [InlineData(2, "-")]
    public void Keeps_back_what_it_says(int units, string plan)
    {
        var request = A.Request(A.Line(quantity: 4)).At(A.Location(), ("SKU-1", 5)).With(new MinimumInventory { Id = "floor", Units = units });

        Assert.Equal(plan, Core.Sourcing.Sourcing.Source(request).Plan());
    }

    [Fact]
    public void Keeps_back_from_all_lines_together()
    {
        var request = A.Request(A.Line("1", quantity: 2), A.Line("2", quantity: 2)).At(A.Location(), ("SKU-1", 5)).With(new MinimumInventory { Id = "floor", Units = 2 });

        Assert.Single(Core.Sourcing.Sourcing.Source(request).Assignments);
    }

    [Fact]
    public void Heeds_the_most_particular_floor_and_of_equals_the_highest()
    {
        MinimumInventory all = new() { Id = "all", Units = 9 };
        var shoes = all with { Id = "shoes", Units = 4, For = new ProductScope { Categories = [new CategoryPath("shoes")] } };
        var west = all with { Id = "west", Units = 1, At = new PlaceScope { Groups = ["west"] } };
        var sku = all with { Id = "sku", Units = 0, For = new ProductScope { Skus = [new Sku("SKU-1")] } };

        Assert.Equal("S1", Source(all, shoes).Plan());
        Assert.Equal("shoes-5", Source(all, shoes, shoes with { Id = "shoes-5", Units = 5 }, west).Candidate("1", "S1").Exclusion!.Rule);
        Assert.Equal("S1", Source(all, shoes with { Units = 5 }, sku).Plan());
    }

    // The SKU is shoes/running, and clearance by a supplementary hierarchy.
    [Theory]
    [InlineData(false, "S1")]
    [InlineData(true, "-")]
    public void Lets_the_supplementary_category_win_unless_the_profile_says_otherwise(bool isOtherwise, string plan)
    {
        var sku = new Sku("SKU-1");
        var request = Request with
        {
            Products = new Dictionary<Sku, Product>
            {
                [sku] = new() { Sku = sku, Category = new CategoryPath("shoes/running"), Supplementary = [new CategoryPath("clearance")] },
            },
            Profile = A.Profile(
                new MinimumInventory { Id = "running", Units = 5, For = new ProductScope { Categories = [new CategoryPath("shoes/running")] } },
                new MinimumInventory { Id = "clearance", Units = 0, For = new ProductScope { Categories = [new CategoryPath("clearance")] } }) with
            {
                Conflicts = new RuleConflicts { CategoryWinsOverSupplementary = isOtherwise },
            },
        };

        Assert.Equal(plan, Core.Sourcing.Sourcing.Source(request).Plan());
    }

    [Fact]
    public void Justify_names_all_three_numbers()
    {
        var request = A.Request(A.Line(quantity: 4)).At(A.Location(), ("SKU-1", 5)).With(new MinimumInventory { Id = "floor", Units = 2 });

        Assert.Equal(
            new Exclusion("floor", "'S1' has 5 of 'SKU-1' available and keeps 2 back; 4 are wanted.") { Kind = Kind, Limit = 3, Actual = 4 },
            Core.Sourcing.Sourcing.Source(request).Candidate("1", "S1").Exclusion);
    }
}
