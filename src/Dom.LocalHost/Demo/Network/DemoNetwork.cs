using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;

namespace Dom.LocalHost.Demo.Network;

/// <summary>
/// A made-up retailer in 60 real cities of the United States. No location has a calendar, so that deadlines run at night too and a demo
/// started at any hour shows offers that expire.
/// </summary>
internal sealed record DemoNetwork
{
    /// <summary>The seed of the network that the local host starts with.</summary>
    public const int DefaultSeed = 1;

    /// <summary>The stores, warehouses and distribution centres.</summary>
    public required ImmutableArray<Location> Locations { get; init; }

    /// <summary>What is sold, most wanted first.</summary>
    public required ImmutableArray<DemoSku> Skus { get; init; }

    /// <summary>Units on hand by SKU and location, none of them 0.</summary>
    public required ImmutableDictionary<Sku, ImmutableArray<StockLevel>> Stock { get; init; }

    /// <summary>The profile that sources.</summary>
    public required Profile Profile { get; init; }

    /// <summary>Makes the network. The same seed makes the same network.</summary>
    /// <param name="seed">Decides prices, stock and capacities; the cities are always the same.</param>
    public static DemoNetwork Create(int seed)
    {
        var random = new Random(seed);
        var skus = DemoCatalog.Create(random);
        return new DemoNetwork
        {
            Locations = [.. DemoCities.All.Select(city => Create(city, random))],
            Skus = skus,
            Stock = DemoStock.Create(skus, DemoCities.All, random),
            Profile = DemoProfiles.Demo,
        };
    }

    private static Location Create(DemoCity city, Random random) => new()
    {
        LocationId = city.LocationId,
        Name = city.Type switch
        {
            LocationType.Store => $"{city.Name} Store",
            LocationType.Warehouse => $"{city.Name} Warehouse",
            _ => $"{city.Name} Distribution Centre",
        },
        Type = city.Type,
        Position = city.Position,
        TimeZone = city.TimeZone,
        Modes = city.Type == LocationType.Store
            ? [DeliveryMode.Ship, DeliveryMode.Pickup, DeliveryMode.ShipToStore]
            : [DeliveryMode.Ship, DeliveryMode.ShipToStore],
        Groups = [city.Region],

        // One store in three has hands for so many orders a day and no more.
        OrdersPerDay = city.Type == LocationType.Store && random.Next(3) == 0 ? 10 * random.Next(4, 13) : null,
    };
}
