using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;

namespace Dom.LocalHost.Demo.Network;

/// <summary>
/// How much of what lies where. Distribution centres carry nearly everything deep, warehouses much, stores little and shallow; one SKU in eight
/// is scarce: a handful in the whole network, so that orders compete for it and some find nothing.
/// </summary>
internal static class DemoStock
{
    private const double ScarceShare = 0.12;
    private const int MostScarceUnits = 6;

    // Units per line times lines per order, and for how many orders the deep stock is to last.
    private const double UnitsPerOrder = 2.2;
    private const int OrdersInStock = 20_000;

    /// <summary>Counts the stock of every SKU.</summary>
    /// <param name="skus">What is sold, most wanted first.</param>
    /// <param name="cities">Where it lies.</param>
    /// <param name="random">What decides.</param>
    /// <returns>Units on hand by SKU and location, none of them 0; at most one row for each location and SKU.</returns>
    public static ImmutableDictionary<Sku, ImmutableArray<StockLevel>> Create(
        ImmutableArray<DemoSku> skus, ImmutableArray<DemoCity> cities, Random random) =>
        skus.ToImmutableDictionary(
            sku => sku.Sku,
            sku => random.NextDouble() < ScarceShare ? Scarce(cities, random) : Plenty(sku, cities, random));

    private static ImmutableArray<StockLevel> Scarce(ImmutableArray<DemoCity> cities, Random random)
    {
        var places = random.GetItems<DemoCity>(cities.AsSpan(), random.Next(1, 4)).Distinct();
        return [.. places.Select(city => new StockLevel(city.LocationId, random.Next(1, (MostScarceUnits / 3) + 1), 0))];
    }

    private static ImmutableArray<StockLevel> Plenty(DemoSku sku, ImmutableArray<DemoCity> cities, Random random)
    {
        var wanted = sku.DemandShare * UnitsPerOrder * OrdersInStock;
        var levels = cities
            .Where(city => random.NextDouble() < ChanceToCarry(city.Type, sku))
            .Select(city => new StockLevel(city.LocationId, Units(city.Type, wanted, random), 0))
            .ToImmutableArray();

        // What nobody would carry goes to the last of the cities, a distribution centre.
        return levels.IsEmpty ? [new StockLevel(cities[^1].LocationId, Units(LocationType.Dc, wanted, random), 0)] : levels;
    }

    private static double ChanceToCarry(LocationType type, DemoSku sku) => type switch
    {
        LocationType.Dc => 0.6,
        LocationType.Warehouse => 0.15,

        // Half the stores have the most wanted, one in fifty the least wanted: a row for each is what a first start takes its time for.
        LocationType.Store => Math.Clamp(0.5 * Math.Pow(sku.DemandShare * 10, 0.45), 0.02, 0.5),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The demo has no such location."),
    };

    private static int Units(LocationType type, double wanted, Random random)
    {
        var (share, least) = type switch
        {
            LocationType.Dc => (0.3, 6),
            LocationType.Warehouse => (0.1, 3),
            _ => (0.004, 1),
        };
        return least + (int)(wanted * share * (0.5 + random.NextDouble())) + random.Next(least + 1);
    }
}
