using Dom.Core.Catalogue;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Lint;
using Dom.Core.Profiles.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles.Lint;

public sealed class ProfileLintTests
{
    private static readonly LintSurroundings Around = new()
    {
        Today = new DateOnly(2026, 11, 22),
        Network = [A.Location("S1") with { Groups = ["west"] }, A.Location("S2") with { Type = LocationType.Warehouse }, A.Location("S3")],
        Products = Assortment.Of([new Product { Sku = new("SKU-1"), Category = new CategoryPath("shoes/running") }]),
    };

    public static TheoryData<Rule, string?> DeadRules { get; } = new()
    {
        { new MaximumDistance { Id = "r", Km = 300, IsDisabled = true }, "Rule 'r' is switched off." },
        { new MaximumDistance { Id = "r", Km = 300, Effective = new(null, new(2026, 11, 21)) }, "Rule 'r' ended on 2026-11-21; today is 2026-11-22." },
        { new MaximumDistance { Id = "r", Km = 300, Effective = new(null, new(2026, 11, 22)) }, null },
        { new MaximumDistance { Id = "r", Km = 300, At = new() { Locations = [new("S9")] } }, "Rule 'r' holds at none of the 3 locations of the network." },
        { new MaximumDistance { Id = "r", Km = 300, At = new() { Locations = [new("S1"), new("S9")] } }, "Rule 'r' names location 'S9', which the network does not have." },
        { new MaximumDistance { Id = "r", Km = 300, At = new() { Groups = ["west", "east"] } }, "Rule 'r' names group 'east', which no location belongs to." },
        { new MaximumDistance { Id = "r", Km = 300, For = new() { Modes = [new("drone")] } }, "Rule 'r' is for drone, which none of the 3 locations offers." },
        { new MaximumDistance { Id = "r", Km = 300, For = new() { Modes = [DeliveryMode.Ship, new("drone")] } }, "Rule 'r' names mode 'drone', which none of the 3 locations offers." },
        { new MaximumDistance { Id = "r", Km = 300, For = new() { Skus = [new("SKU-9")] } }, "Rule 'r' is for none of the 1 products that are known." },
        { new MaximumDistance { Id = "r", Km = 300, For = new() { Categories = [new("shoes")] } }, null },
        { new MaximumDistance { Id = "r", Km = 300, For = new() { Categories = [new("toys")] } }, "Rule 'r' is for none of the 1 products that are known." },
        { new MaximumDistance { Id = "r", Km = 300, For = new() { Categories = [new("shoes"), new("toys")] } }, "Rule 'r' names category 'toys', which none of the 1 products that are known is in." },
        { new MaximumDistance { Id = "r", Km = 300, For = new() { Skus = [new("SKU-1"), new("SKU-9")] } }, "Rule 'r' names 'SKU-9', none of the 1 products that are known." },
        { new DeliveryDate { Id = "r" }, "Rule 'r' (delivery date with 0 days of grace): of no delivery mode it is known how many days it takes (delivery.modes, transit)." },
        { new ExcludeLine { Id = "r" }, "While rule 'r' (not routed) holds, no line is routed." },
        { new ExcludeLine { Id = "r", IsHard = false }, null },
        { new MaximumDistance { Id = "r", Km = 0 }, "While rule 'r' (0 km) holds, only what is collected, or sent to the very spot where a location is, can be fulfilled." },
        { new DailyLimit { Id = "r", Orders = 0, At = new() { Types = [LocationType.Warehouse] } }, "1 of 3 locations is never asked, by rule 'r' (0 orders a day): S2." },
        { new OfflineLocation { Id = "r", At = new() { Locations = [new("S1")] } }, "1 of 3 locations is never asked, by rule 'r' (offline): S1." },
        { new OfflineLocation { Id = "r", At = new() { Locations = [new("S1")] }, Effective = new(null, new(2026, 12, 1)) }, null },
        { new OfflineLocation { Id = "r", IsHard = false, At = new() { Locations = [new("S1")] } }, null },
        { new LocationPriority { Id = "r", Priority = 1, At = new() { Groups = ["west"] } }, "2 of 3 locations are never asked, having no priority while there are hard rules of priority: S2, S3." },
        { new LocationPriority { Id = "r", Priority = 1, IsHard = false, At = new() { Groups = ["west"] } }, null },
        { new PartialOrders { Id = "r", Orders = false, Lines = true }, "Rule 'r' (partial orders no, partial lines yes, any number of locations): an order that is fulfilled whole or not at all has no lines in part; 'lines' says nothing." },
        { new PartialOrders { Id = "r", Lines = true, MaximumLocations = 1 }, "Rule 'r' (partial orders yes, partial lines yes, at most 1 locations): a line cannot be split over one location; D365 does not have this combination." },
        { new PartialOrders { Id = "r", MaximumLocations = 1 }, "Rule 'r' (partial orders yes, partial lines no, at most 1 locations): some lines, each whole, all from one location; D365 does not have this combination." },
        { new PartialOrders { Id = "r", Lines = true, MaximumLocations = 2 }, null },
        { new PartialOrders { Id = "r", Orders = false, MaximumLocations = 1 }, null },
        { new LocalRadius { Id = "r", Km = 10, IsHard = false }, "Rule 'r' (local within 10 km) is soft; a radius keeps nothing out, so there is nothing that could fall." },
    };

    public static TheoryData<Rule, Rule, string?> Pairs { get; } = new()
    {
        { new MaximumDistance { Id = "a", Km = 300 }, new MaximumDistance { Id = "b", Km = 250 }, "Rule 'a' (300 km) never bites: rule 'b' (250 km) counts instead wherever and whenever it holds." },
        { new MaximumDistance { Id = "a", Km = 300 }, new MaximumDistance { Id = "b", Km = 300 }, "Rule 'b' (300 km) never bites: rule 'a' (300 km) counts instead wherever and whenever it holds." },
        { new MaximumDistance { Id = "a", Km = 300, IsHard = false }, new MaximumDistance { Id = "b", Km = 250 }, "Rule 'a' (300 km) is soft, and hard rule 'b' (250 km) is as strict wherever and whenever it holds: letting it fall changes nothing." },
        { new MaximumDistance { Id = "a", Km = 300 }, new MaximumDistance { Id = "b", Km = 250, IsHard = false }, "Rules 'a' (300 km) and 'b' (250 km) hold at once everywhere; the lowest counts." },
        { new MaximumDistance { Id = "a", Km = 300 }, new MaximumDistance { Id = "b", Km = 250, At = new() { Groups = ["west"] } }, "Rules 'a' (300 km) and 'b' (250 km) hold at once at 1 of 3 locations (S1); the lowest counts." },
        { new MaximumDistance { Id = "a", Km = 300, For = new() { Modes = [DeliveryMode.Ship] } }, new MaximumDistance { Id = "b", Km = 250, For = new() { Modes = [DeliveryMode.ShipToStore] } }, null },
        { new MaximumDistance { Id = "a", Km = 300, Effective = new(null, new(2026, 12, 1)) }, new MaximumDistance { Id = "b", Km = 250, Effective = new(new(2026, 12, 2), null) }, null },
        { new DailyLimit { Id = "a", Orders = 40 }, new DailyLimit { Id = "b", Orders = 30, Units = 9 }, "Rule 'a' (40 orders a day) never bites: rule 'b' (30 orders, 9 units a day) counts instead wherever and whenever it holds." },
        { new DailyLimit { Id = "a", Orders = 40, Lines = 5 }, new DailyLimit { Id = "b", Orders = 30 }, "Rules 'a' (40 orders, 5 lines a day) and 'b' (30 orders a day) hold at once everywhere; the lowest counts." },
        { new MinimumInventory { Id = "a", Units = 5, At = new() { Types = [LocationType.Store] } }, new MinimumInventory { Id = "b", Units = 1, At = new() { Locations = [new("S1"), new("S3")] } }, "Rule 'a' (minimum inventory of 5) never bites: rule 'b' (minimum inventory of 1) counts instead wherever and whenever it holds." },
        { new MinimumInventory { Id = "a", Units = 5, At = new() { Types = [LocationType.Store] } }, new MinimumInventory { Id = "b", Units = 1, At = new() { Locations = [new("S1")] } }, null },
        { new MinimumInventory { Id = "a", Units = 5 }, new MinimumInventory { Id = "b", Units = 5, For = new() { Categories = [new("shoes")] } }, null },
        { new PartialOrders { Id = "a", MaximumLocations = 3 }, new PartialOrders { Id = "b", Orders = false }, "Rules 'a' (partial orders yes, partial lines no, at most 3 locations) and 'b' (partial orders no, partial lines no, any number of locations) hold at once everywhere; each of them counts." },
        { new Unsplittable { Id = "a", BelowMinorUnits = 500 }, new Unsplittable { Id = "b" }, "Rule 'a' (not split below 500 minor units) never bites: rule 'b' (not split) counts instead wherever and whenever it holds." },
        { new Unsplittable { Id = "a" }, new Unsplittable { Id = "b", For = new() { Categories = [new("shoes")] } }, "Rule 'b' (not split) never bites: rule 'a' (not split) counts instead wherever and whenever it holds." },
    };

    [Fact]
    public void Of_finds_nothing_in_a_plain_profile() => Assert.Empty(Lint(A.Profile()));

    [Theory]
    [MemberData(nameof(DeadRules))]
    public void Of_says_what_is_the_matter_with_a_rule(Rule rule, string? expected) => Assert.Equal(expected is null ? [] : [expected], Lint(With(rule)));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Of_says_how_two_rules_stand_to_each_other(Rule one, Rule other, string? expected) => Assert.Equal(expected is null ? [] : [expected], Lint(With(one, other)));

    [Fact]
    public void Of_says_which_limit_counts_where_the_highest_does()
    {
        var profile = With(new DailyLimit { Id = "a", Orders = 40 }, new DailyLimit { Id = "b", Orders = 30 }) with { Conflicts = new() { HighestDailyLimitCounts = true } };

        Assert.Equal(["Rule 'b' (30 orders a day) never bites: rule 'a' (40 orders a day) counts instead wherever and whenever it holds."], Lint(profile));
    }

    [Fact]
    public void Of_names_locations_that_are_never_asked_and_why()
    {
        var profile = A.Profile() with { Delivery = new() { Groups = [new("west", true, false)] } };

        Assert.Equal(["2 of 3 locations are never asked, belonging to no group that fulfils by this profile: S2, S3."], Lint(profile));
    }

    [Fact]
    public void Of_says_where_no_location_is_left()
    {
        var found = Lint(A.Profile() with { Scope = new() { Modes = [new("drone")] } });

        Assert.Equal(["3 of 3 locations are never asked, offering none of the profile's delivery modes: S1, S2, S3.", "None of the 3 locations can ever fulfil anything by this profile."], found);
    }

    [Fact]
    public void Of_says_nothing_of_locations_while_there_are_none() =>
        Assert.Empty(ProfileLint.Of(A.Profile() with { Scope = new() { Modes = [new("drone")] } }, new() { Today = Around.Today }));

    [Fact]
    public void Of_finds_a_cost_in_another_unit()
    {
        var finding = Assert.Single(ProfileLint.Of(A.Profile(costs: A.Costs() with { SplitMinorUnits = 25_000 }), Around));

        Assert.Equal("costs.splitMinorUnits", finding.Path);
        Assert.StartsWith("costs.splitMinorUnits comes to 25000 minor units, 1000 times the 25 of costs.unitMinorUnits", finding.Sentence, StringComparison.Ordinal);
        Assert.Empty(Lint(A.Profile(costs: A.Costs() with { SplitMinorUnits = 24_999 })));
    }

    [Fact]
    public void Of_finds_what_would_rather_be_left()
    {
        Assert.Equal(
            ["A unit left unassigned counts for 725 minor units, and sending one over 500 km costs 725: it would be left."],
            Lint(A.Profile(costs: A.Costs() with { UnassignedUnitMinorUnits = 725 })));
        Assert.Empty(Lint(A.Profile(costs: A.Costs() with { UnassignedUnitMinorUnits = 726 })));
    }

    [Fact]
    public void Of_finds_an_alternate_that_is_missing() =>
        Assert.Equal(["No version of profile 'far' is in force or to come."], Lint(A.Profile() with { Alternate = new("far") }));

    [Fact]
    public void Of_finds_alternates_in_a_circle()
    {
        var (b, c) = (A.Profile() with { ProfileId = new("b"), Alternate = new("c") }, A.Profile() with { ProfileId = new("c"), Alternate = new("default") });

        var finding = Assert.Single(ProfileLint.Of(A.Profile() with { Alternate = new("b") }, Around with { Published = [b, c] }));

        Assert.Equal((LintSeverity.Error, "The alternates go in a circle: default, then b, then c, then default."), (finding.Severity, finding.Sentence));
    }

    [Fact]
    public void Of_finds_an_alternate_of_none() =>
        Assert.Equal(["The profile is only an alternate, and no published profile names it: it decides nothing."], Lint(A.Profile() with { IsOnlyAlternate = true }));

    [Fact]
    public void Of_looks_through_any_profile()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new RandomProfiles(seed);

            var found = ProfileLint.Of(random.Profile(), Around with { Published = [random.Profile() with { ProfileId = new("p2") }] });

            Assert.All(found, finding => Assert.EndsWith(".", finding.Sentence, StringComparison.Ordinal));
        }
    }

    private static Profile With(params Rule[] rules) => A.Profile() with { Rules = [.. rules] };

    private static string[] Lint(Profile profile) => [.. ProfileLint.Of(profile, Around).Select(finding => finding.Sentence)];
}
