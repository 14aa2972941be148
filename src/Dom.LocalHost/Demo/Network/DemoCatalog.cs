using System.Collections.Immutable;
using System.Globalization;
using Dom.Core.Inventory;

namespace Dom.LocalHost.Demo.Network;

/// <summary>What the demo sells, with a demand that falls with the rank as Zipf's law says.</summary>
internal static class DemoCatalog
{
    /// <summary>How many SKUs there are: as many as can be stored in the few seconds that a first start may take.</summary>
    public const int Skus = 2000;

    // Near 1: the first hundred SKUs make about half of the demand.
    private const double ZipfExponent = 0.95;

    /// <summary>Makes the catalogue, most wanted first.</summary>
    /// <param name="random">Where prices and weights come from.</param>
    public static ImmutableArray<DemoSku> Create(Random random)
    {
        var weights = Enumerable.Range(1, Skus).Select(rank => Math.Pow(rank, -ZipfExponent)).ToArray();
        var total = weights.Sum();
        return [.. weights.Select((weight, index) => Create(random, index + 1, weight / total))];
    }

    private static DemoSku Create(Random random, int number, double share)
    {
        // Many cheap things and few dear ones: $4.99 to $299.99.
        var dollars = (long)Math.Round(5 * Math.Pow(60, Math.Pow(random.NextDouble(), 2)));
        var grams = 50 * random.Next(2, 100);
        return new DemoSku(new Sku(string.Create(CultureInfo.InvariantCulture, $"SKU-{number:D4}")), (dollars * 100) - 1, grams, share);
    }
}
