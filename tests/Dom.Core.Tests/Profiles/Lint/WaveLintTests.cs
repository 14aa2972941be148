using Dom.Core.Profiles.Lint;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles.Lint;

public sealed class WaveLintTests
{
    [Theory]
    [InlineData(false, 0, null)]
    [InlineData(false, 1, "churnUncharged")]
    [InlineData(true, 0, "movesForNothing")]
    [InlineData(true, 1, null)]
    public void Of_finds_a_cost_that_nobody_charges_and_moves_that_cost_nothing(bool movesOffers, long churn, string? code)
    {
        var profile = A.Profile(A.Costs() with { ChurnMinorUnits = churn }) with { Waves = new() { MovesOffers = movesOffers } };

        var found = ProfileLint.Of(profile, new() { Today = new DateOnly(2026, 11, 22) });

        Assert.Equal(code, found.SingleOrDefault()?.Code);
    }
}
