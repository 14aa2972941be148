using System.Text.Json;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;

namespace Dom.Core.Tests.Fulfillment;

public sealed class AcceptancePolicyTests
{
    private static readonly AcceptancePolicy Policy = new()
    {
        AcceptWithin = TimeSpan.FromHours(2),
        Deadlines =
        [
            new AcceptanceDeadline { AcceptWithin = TimeSpan.FromHours(3), Type = LocationType.Warehouse },
            new AcceptanceDeadline { AcceptWithin = TimeSpan.FromMinutes(50), Mode = DeliveryMode.Pickup },
            new AcceptanceDeadline { AcceptWithin = TimeSpan.FromMinutes(30), Mode = DeliveryMode.Pickup },
            new AcceptanceDeadline { AcceptWithin = TimeSpan.FromHours(1), Mode = DeliveryMode.Pickup, Type = LocationType.Warehouse },
        ],
        AutoAccept = [new OfferScope { Type = LocationType.Dc }, new OfferScope { Mode = new DeliveryMode("locker"), Type = LocationType.Store }],
    };

    [Theory]
    [InlineData("ship", LocationType.Store, 120)]
    [InlineData("ship", null, 120)]
    [InlineData("ship", LocationType.Warehouse, 180)]
    [InlineData("pickup", LocationType.Store, 30)]
    [InlineData("pickup", null, 30)]
    [InlineData("pickup", LocationType.Warehouse, 60)]
    public void TimeFor_is_that_of_the_most_particular_deadline(string mode, LocationType? type, int minutes)
    {
        var time = Policy.TimeFor(new DeliveryMode(mode), type);

        Assert.Equal(TimeSpan.FromMinutes(minutes), time);
    }

    [Fact]
    public void TimeFor_prefers_the_mode_to_the_kind_of_the_location()
    {
        var policy = new AcceptancePolicy
        {
            Deadlines =
            [
                new AcceptanceDeadline { AcceptWithin = TimeSpan.FromHours(1), Type = LocationType.Store },
                new AcceptanceDeadline { AcceptWithin = TimeSpan.FromHours(4), Mode = DeliveryMode.Ship },
            ],
        };

        Assert.Equal(TimeSpan.FromHours(4), policy.TimeFor(DeliveryMode.Ship, LocationType.Store));
    }

    [Theory]
    [InlineData("ship", LocationType.Dc, true)]
    [InlineData("pickup", LocationType.Dc, true)]
    [InlineData("locker", LocationType.Store, true)]
    [InlineData("locker", LocationType.Warehouse, false)]
    [InlineData("ship", LocationType.Store, false)]
    [InlineData("locker", null, false)]
    public void AcceptsByItself_what_its_scopes_mean(string mode, LocationType? type, bool expected)
    {
        Assert.Equal(expected, Policy.AcceptsByItself(new DeliveryMode(mode), type));
    }

    [Fact]
    public void What_an_older_version_lacks_comes_back_with_its_default()
    {
        var policy = JsonSerializer.Deserialize<AcceptancePolicy>("""{"acceptWithin":"01:00:00","maxRejects":3,"reasons":{"notFound":"all"}}""", DomJson.Options)!;

        Assert.Equal(TimeSpan.FromHours(1), policy.TimeFor(DeliveryMode.Ship, LocationType.Store));
        Assert.Equal((3, StockEffect.All), (policy.MaxRejects, policy.Reasons["notFound"]));
        Assert.False(policy.AcceptsByItself(DeliveryMode.Ship, LocationType.Store));
        Assert.True(policy is { AllowsPartialAccept: true, ExpiresAtClosing: false, NeedsFullTime: false, WarnBefore: null, CoolOffAfterReject: null, CoolOffAfterExpiry: null });
        Assert.Empty(policy.UncountedReasons);
        Assert.Empty(policy.ReasonsWithoutCoolingOff);
    }

    [Fact]
    public void A_policy_comes_back_from_JSON()
    {
        var json = JsonSerializer.Serialize(Policy, DomJson.Options);

        var again = JsonSerializer.Deserialize<AcceptancePolicy>(json, DomJson.Options);

        Assert.Equal(json, JsonSerializer.Serialize(again, DomJson.Options));
        Assert.Contains("""{"acceptWithin":"00:50:00","mode":"pickup"}""", json, StringComparison.Ordinal);
    }
}
