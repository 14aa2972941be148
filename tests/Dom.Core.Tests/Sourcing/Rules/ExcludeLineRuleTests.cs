using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class ExcludeLineRuleTests : RuleCases
{
    protected override Rule Hit { get; } = new ExcludeLine { Id = "by-hand" };

    protected override string Kind => ExcludeLineRule.RuleKind;

    [Fact]
    public void Leaves_the_line_unassigned_for_its_own_reason()
    {
        var left = Assert.Single(Source(Hit).Unassigned);

        Assert.Equal((UnassignedReason.Excluded, "Lines such as '1' of 'SKU-1' are not routed: people see to them."), (left.Reason, left.Sentence));
    }

    [Fact]
    public void Is_no_part_of_what_has_to_be_whole()
    {
        var request = A.Request(A.Line("1", "A"), A.Line("2", "B")).At(A.Location(), ("A", 1), ("B", 1))
            .With(Hit with { For = new ProductScope { Skus = [new("A")] } }, new PartialOrders { Id = "complete", Orders = false });

        Assert.Equal("- S1", Core.Sourcing.Sourcing.Source(request).Plan());
    }
}
