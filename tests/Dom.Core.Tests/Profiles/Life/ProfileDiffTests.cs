using System.Text.Json.Nodes;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;
using Dom.Core.Profiles.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles.Life;

public sealed class ProfileDiffTests
{
    private static readonly Profile Before = A.Profile() with
    {
        Scope = new() { Channels = ["web", "phone"] },
        Rules = [new MaximumDistance { Id = "near", Km = 300 }, new DailyLimit { Id = "day", Orders = 40 }],
        Costs = A.Costs() with { Shipping = [new() { Id = "ups", Tiers = [new(300, 500, 0), new(null, 900, 0)] }] },
    };

    [Fact]
    public void Of_tells_a_changed_setting_of_a_rule_with_its_numbers() =>
        Assert.Equal(
            ["Rule 'near': maximum distance from 300 km to 250 km."],
            Diff(Before with { Rules = [new MaximumDistance { Id = "near", Km = 250 }, Before.Rules[1]] }));

    [Fact]
    public void Of_tells_rules_that_come_and_go() =>
        Assert.Equal(
            [
                "Rule 'day' removed, was: daily limit; name 'day', orders a day 40, whether it is hard yes, importance 5, whether it is switched off no.",
                "Rule 'off' added: offline location; name 'off', whether it is hard no, importance 2, whether it is switched off no, where it holds location groups 'west'.",
            ],
            Diff(Before with { Rules = [Before.Rules[0], new OfflineLocation { Id = "off", IsHard = false, Importance = 2, At = new() { Groups = ["west"] } }] }));

    [Fact]
    public void Of_tells_another_order_of_rules() =>
        Assert.Equal(["Rules stand in another order: 'day', 'near'."], Diff(Before with { Rules = [Before.Rules[1], Before.Rules[0]] }));

    [Fact]
    public void Of_tells_a_rule_that_becomes_another() =>
        Assert.StartsWith("Rule 'near': was maximum distance; ", Assert.Single(Diff(Before with { Rules = [new OfflineLocation { Id = "near" }, Before.Rules[1]] })), StringComparison.Ordinal);

    [Fact]
    public void Of_tells_what_the_scope_gains_and_loses() =>
        Assert.Equal(["Scope: channels: 'phone' removed.", "Scope: channels: 'app' added."], Diff(Before with { Scope = new() { Channels = ["web", "app"] } }));

    [Fact]
    public void Of_tells_costs_with_their_unit() =>
        Assert.Equal(
            ["Costs: cost of each parcel from 500 minor units to 450 minor units.", "Costs, shipping cost 'ups': tiers from farthest 300 km, cost of each parcel 500 minor units, cost for 100 km 0 minor units; cost of each parcel 900 minor units, cost for 100 km 0 minor units to none."],
            Diff(Before with { Costs = A.Costs() with { ParcelMinorUnits = 450, Shipping = [new() { Id = "ups" }] } }));

    [Fact]
    public void Of_tells_other_things_of_the_profile() =>
        Assert.Equal(
            ["Name from 'Default' to 'Other'.", "Days on which it decides: first day set to 2026-12-01.", "Alternate set to 'far'.", "Acceptance: working time to accept within from 02:00:00 to 01:00:00."],
            Diff(Before with { Name = "Other", Effective = new(new DateOnly(2026, 12, 1), null), Alternate = new("far"), Acceptance = new() { AcceptWithin = TimeSpan.FromHours(1) } }));

    [Fact]
    public void Of_says_nothing_of_version_and_note() => Assert.Empty(Diff(Before with { Version = 9, Note = "Again" }));

    [Fact]
    public void Of_tells_every_property_that_changes()
    {
        var changes = 0;
        for (var seed = 1; seed <= 600; seed++)
        {
            var random = new RandomProfiles(seed);
            var document = random.Document();
            var before = RandomProfiles.Read(document);
            var (parent, name, index) = random.Somewhere(document);
            if (name is "profileId" or "version" or "note" || !Take(parent, name, index) || TryRead(document) is not { } after)
            {
                continue;
            }

            var isSame = JsonNode.DeepEquals(ProfileWriter.Full(before with { Version = 0, Note = null }), ProfileWriter.Full(after with { Version = 0, Note = null }));

            Assert.True(isSame == ProfileDiff.Of(before, after).IsEmpty, $"Seed {seed}: {name} [{index}]");
            changes += isSame ? 0 : 1;
        }

        Assert.InRange(changes, 100, 600);
    }

    private static bool Take(JsonNode parent, string? name, int index)
    {
        if (parent is JsonObject record)
        {
            return record.Remove(name!);
        }

        parent.AsArray().RemoveAt(index);
        return true;
    }

    private static Profile? TryRead(JsonObject document) =>
        ProfileReader.Read(Json.Bytes(document.ToJsonString())).Match(read => read.Value, _ => null!);

    private static string[] Diff(Profile after) => [.. ProfileDiff.Of(Before, after)];
}
