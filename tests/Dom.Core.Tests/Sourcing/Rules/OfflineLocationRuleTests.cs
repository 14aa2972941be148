using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing.Rules;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class OfflineLocationRuleTests : PlaceRuleCases
{
    protected override Rule Hit { get; } = new OfflineLocation { Id = "flooded" };

    protected override string Kind => OfflineLocationRule.RuleKind;

    [Fact]
    public void Justify_says_until_when()
    {
        var rule = Hit with { Effective = new Effective(null, new DateOnly(2026, 12, 1)) };

        Assert.Equal("'S1' is offline until 2026-12-01.", Source(rule).Lines[0].Candidates[0].Exclusion!.Sentence);
    }
}
