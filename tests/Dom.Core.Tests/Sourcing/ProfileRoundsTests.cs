using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing;

public sealed class ProfileRoundsTests
{
    private static readonly Profile One = A.Profile() with { ProfileId = new("one"), Alternate = new("two") };
    private static readonly Profile Two = A.Profile() with { ProfileId = new("two"), IsOnlyAlternate = true };

    [Fact]
    public void Source_sends_on_what_finds_no_location() => Assert.Equal(["one: 1 2", "two: 2"], Asked([One, Two], A.Line("1"), A.Line("2", "none")));

    [Fact]
    public void Source_asks_no_profile_twice_for_a_line() =>
        Assert.Equal(["one: 1", "two: 1"], Asked([One, Two with { Alternate = new("one") }], A.Line("1", "none")));

    [Fact]
    public void Source_goes_on_along_a_chain() => Assert.Equal(
        ["one: 1", "two: 1", "three: 1"],
        Asked([One, A.Profile() with { ProfileId = new("three"), IsOnlyAlternate = true }, Two with { Alternate = new("three") }], A.Line("1", "none")));

    [Fact]
    public void Source_keeps_together_what_is_sent_on() => Assert.Equal(
        ["one: 1 2 3", "two: 1 2"],
        Asked([One, Two], A.Line("1", "held") with { KeepTogether = "k" }, A.Line("2", "none") with { KeepTogether = "k" }, A.Line("3")));

    [Fact]
    public void Source_sends_on_nothing_that_the_whole_order_keeps_back() => Assert.Equal(["one: 1"], Asked([One, Two], A.Line("1", "held")));

    [Fact]
    public void Source_says_of_each_line_what_the_last_profile_said()
    {
        var rounds = Source([One, Two], [], A.Line("1"), A.Line("2", "none"), A.Line("3", "held"));

        Assert.Equal(["3 by one", "2 by two"], rounds.Unassigned.Select(line => $"{line.LineId} by {line.Sentence}"));
    }

    [Fact]
    public void Source_names_the_lines_that_no_profile_decides() =>
        Assert.Equal("1", Assert.Single(Source([Two], [], A.Line("1")).Uncovered).LineId.Value);

    private static string[] Asked(Profile[] profiles, params DemandLine[] lines)
    {
        var asked = new List<string>();
        Source(profiles, asked, lines);
        return [.. asked];
    }

    private static ProfileRounds Source(Profile[] profiles, List<string> asked, params DemandLine[] lines) => ProfileRounds.Source(
        lines,
        ImmutableDictionary<Sku, Product>.Empty,
        new OrderProfiles([.. profiles], [], new OrderFacts { Channel = "web" }, A.Moment),
        (profile, own) =>
        {
            asked.Add($"{profile.ProfileId}: {string.Join(' ', own.Select(line => line.LineId))}");
            return Decide(profile, own);
        });

    /// <summary>Assigns all but the SKUs that nobody has, or that the order keeps back.</summary>
    private static SourcingDecision Decide(Profile profile, ImmutableArray<DemandLine> lines)
    {
        var location = A.Location();
        return Core.Sourcing.Sourcing.Source(A.Request([.. lines.Select(line => line with { KeepTogether = null })]).At(location, ("SKU-1", 9))) with
        {
            ProfileId = profile.ProfileId,
            Unassigned = [.. lines.Where(line => line.Sku.Value != "SKU-1").Select(line => new UnassignedLine(
                line.LineId, line.Quantity, line.Sku.Value == "held" ? UnassignedReason.LimitedByOrder : UnassignedReason.NoEligibleLocation, profile.ProfileId.Value))],
        };
    }
}
