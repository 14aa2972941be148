using Dom.Core;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.LocalHost.Demo.Network;
using Dom.LocalHost.Demo.Orders;

namespace Dom.LocalHost.Tests.Demo;

public sealed class DemoNetworkTests
{
    private static readonly DemoNetwork Network = DemoNetwork.Create(DemoNetwork.DefaultSeed);

    [Fact]
    public void Create_makes_60_locations_of_all_types_with_plain_ids_of_their_own()
    {
        var types = Network.Locations.CountBy(location => location.Type).ToDictionary();

        Assert.Equal(46, types[LocationType.Store]);
        Assert.Equal(9, types[LocationType.Warehouse]);
        Assert.Equal(5, types[LocationType.Dc]);
        Assert.Equal(60, Network.Locations.Select(location => location.LocationId).Distinct().Count());
        Assert.All(Network.Locations, location => Assert.True(Identifier.IsPlain(location.LocationId.Value)));
    }

    [Fact]
    public void Cities_lie_where_their_postal_codes_do()
    {
        Assert.All(DemoCities.All, city =>
        {
            var centroid = PostalCentroids.Find("US", city.PostalCode);

            Assert.NotNull(centroid);
            Assert.InRange(GreatCircle.Metres(city.Position, centroid.Value), 0, 20_000);
        });
    }

    [Fact]
    public void Locations_have_time_zones_that_this_machine_knows_and_no_calendar()
    {
        Assert.All(Network.Locations, location =>
        {
            Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(location.TimeZone, out _), location.TimeZone);
            Assert.Null(location.Calendar);
        });
    }

    [Theory]
    [InlineData("ship", 60)]
    [InlineData("shipToStore", 60)]
    [InlineData("pickup", 46)]
    public void Every_mode_is_served(string mode, int locations)
    {
        Assert.Equal(locations, Network.Locations.Count(location => location.Modes.Contains(new DeliveryMode(mode))));
        Assert.All(["web", "marketplace", "till"], channel => Assert.True(Network.Profile.Scope.Covers(new OrderFacts { Channel = channel }, new Sku("SKU-1"), null, new DeliveryMode(mode))));
    }

    [Fact]
    public void Stock_of_every_sku_lies_at_known_locations_once_each()
    {
        var known = Network.Locations.Select(location => location.LocationId).ToHashSet();

        Assert.Equal(Network.Skus.Select(sku => sku.Sku).ToHashSet(), Network.Stock.Keys.ToHashSet());
        Assert.All(Network.Stock.Values, levels =>
        {
            Assert.NotEmpty(levels);
            Assert.Equal(levels.Length, levels.Select(level => level.LocationId).Distinct().Count());
            Assert.All(levels, level => Assert.True(known.Contains(level.LocationId) && level is { OnHand: > 0, Held: 0 }));
        });
    }

    [Fact]
    public void Stock_binds_for_some_skus_and_not_for_most_in_2000_orders()
    {
        var stream = new DemoOrderStream(Network, seed: 7, run: "r");
        var wanted = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 2000; i++)
        {
            foreach (var line in stream.Next(DateTimeOffset.UnixEpoch)[0].Order!.Lines)
            {
                wanted[line.Sku] = wanted.GetValueOrDefault(line.Sku) + line.Quantity;
            }
        }

        var scarce = wanted.Count(sku => sku.Value > Network.Stock[new Core.Inventory.Sku(sku.Key)].Sum(level => level.OnHand));

        Assert.InRange(scarce, 20, wanted.Count / 10);
    }

    [Fact]
    public void Create_makes_the_same_network_of_the_same_seed_and_another_of_another()
    {
        var again = DemoNetwork.Create(DemoNetwork.DefaultSeed);
        var other = DemoNetwork.Create(DemoNetwork.DefaultSeed + 1);

        Assert.Equal(Text(Network), Text(again));
        Assert.NotEqual(Text(Network), Text(other));
    }

    private static string Text(DemoNetwork network) => System.Text.Json.JsonSerializer.Serialize(
        new
        {
            network.Locations,
            network.Skus,
            Stock = network.Skus.Select(sku => network.Stock[sku.Sku]),
        },
        DomJson.Options);
}
