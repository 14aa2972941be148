using System.Globalization;
using Dom.Core.Inventory;
using Dom.Functions.Storage;

namespace Dom.LocalHost.Demo.Network;

/// <summary>
/// Stores the demo network at a first start. Stock goes first, locations and profile last and in one transaction: they are the mark that
/// all of it is there, so a start that was interrupted is completed by the next one, and a network that is in use is left alone.
/// </summary>
/// <param name="configurations">Where locations and profile go.</param>
/// <param name="stock">Where the stock goes.</param>
internal sealed class DemoSeed(ConfigurationStore configurations, StockStore stock)
{
    // Azurite takes one transaction at a time; the others are written down meanwhile.
    private const int InFlight = 4;

    /// <summary>Stores the network where there is none.</summary>
    /// <param name="network">The network.</param>
    /// <param name="cancellationToken">Stops the work; a later call completes it.</param>
    /// <returns>What was done.</returns>
    public async Task<DemoSeeding> PlantAsync(DemoNetwork network, CancellationToken cancellationToken)
    {
        if ((await configurations.GetAsync(cancellationToken)).Version.Length > 0)
        {
            return DemoSeeding.InUse;
        }

        await Parallel.ForEachAsync(
            network.Stock,
            new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken },
            async (sku, stopped) => await stock.CreateAsync(
                sku.Key, [.. sku.Value.Select(level => new StockCount(sku.Key, level.LocationId, level.OnHand))], stopped));

        return await configurations.CreateAsync(network.Locations, network.Profile, cancellationToken)
            ? new DemoSeeding(network.Locations.Length, network.Stock.Count, network.Stock.Values.Sum(levels => levels.Length))
            : DemoSeeding.InUse;
    }
}

/// <summary>What seeding did.</summary>
/// <param name="Locations">Locations stored.</param>
/// <param name="Skus">SKUs whose stock is stored.</param>
/// <param name="StockRows">Rows of stock, one for each SKU and location that has it.</param>
internal sealed record DemoSeeding(int Locations, int Skus, int StockRows)
{
    /// <summary>Nothing: there is a network or a profile already.</summary>
    public static DemoSeeding InUse { get; } = new(0, 0, 0);

    /// <summary>Whether the network was stored now.</summary>
    public bool IsPlanted => Locations > 0;

    /// <summary>What was done, for people.</summary>
    public string ToSentence() => IsPlanted
        ? string.Create(CultureInfo.InvariantCulture, $"Demo network stored: {Locations} locations, {Skus} SKUs, {StockRows} rows of stock.")
        : "There is a network already; it is left as it is.";
}
