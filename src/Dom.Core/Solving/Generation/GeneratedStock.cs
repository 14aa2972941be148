using System.Globalization;
using System.Numerics;

namespace Dom.Core.Solving.Generation;

/// <summary>
/// Generated stock. Distribution centres carry most SKUs deep; stores carry 15 % of the least popular SKUs up to 50 % of the most popular, 22 % on average, a few
/// units each. A scarce SKU lies at fewer places, which have together about what is ordered of it.
/// </summary>
internal static class GeneratedStock
{
    private const ulong Presence = 1UL << 40;
    private const ulong Amounts = 2UL << 40;

    /// <summary>Draws the stock.</summary>
    /// <param name="options">What is generated.</param>
    /// <param name="network">The locations.</param>
    /// <param name="popularity">What is ordered.</param>
    /// <param name="units">How many units are ordered of all SKUs together, about.</param>
    public static StockColumns Create(GeneratorOptions options, GeneratedNetwork network, Popularity popularity, long units)
    {
        var supplies = Enumerable.Range(0, options.Skus).Select(sku => SkuSupply.Draw(sku, options, popularity, units)).ToArray();
        var words = (options.Locations + 63) / 64;
        var present = new ulong[(long)words * options.Skus];
        var rowStart = new int[options.Skus + 1];
        for (var sku = 0; sku < options.Skus; sku++)
        {
            var row = present.AsSpan(sku * words, words);
            DrawPresence(row, network, supplies[sku], new RandomStream(options.Seed, Presence + (ulong)sku));
            rowStart[sku + 1] = rowStart[sku] + Count(row);
        }

        var (location, available) = (new int[rowStart[^1]], new int[rowStart[^1]]);
        for (var sku = 0; sku < options.Skus; sku++)
        {
            var (first, length) = (rowStart[sku], rowStart[sku + 1] - rowStart[sku]);
            ListPresent(present.AsSpan(sku * words, words), location.AsSpan(first, length));
            DrawAmounts(
                location.AsSpan(first, length), available.AsSpan(first, length), network.Centres, supplies[sku], new RandomStream(options.Seed, Amounts + (ulong)sku));
        }

        var digits = "D" + options.Skus.ToString(CultureInfo.InvariantCulture).Length;
        return new StockColumns
        {
            Skus = [.. Enumerable.Range(1, options.Skus).Select(sku => "SKU-" + sku.ToString(digits, CultureInfo.InvariantCulture))],
            RowStart = rowStart,
            Location = location,
            Available = available,
        };
    }

    // Four locations a draw: each takes 16 of its bits. A SKU that no location carries lies at the first.
    private static void DrawPresence(Span<ulong> row, GeneratedNetwork network, SkuSupply supply, RandomStream random)
    {
        var (locations, bits) = (network.Places.Length, 0UL);
        for (var location = 0; location < locations; location++)
        {
            bits = location % 4 == 0 ? random.Next() : bits >> 16;
            var share = location < network.Centres ? supply.CentreShare : supply.StoreShare;
            row[location >> 6] |= (bits & 0xFFFF) < (ulong)share ? 1UL << (location & 63) : 0;
        }

        row[0] |= Count(row) == 0 ? 1UL : 0;
    }

    private static int Count(ReadOnlySpan<ulong> row)
    {
        var count = 0;
        foreach (var word in row)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    private static void ListPresent(ReadOnlySpan<ulong> row, Span<int> locations)
    {
        var next = 0;
        for (var word = 0; word < row.Length; word++)
        {
            for (var rest = row[word]; rest != 0; rest &= rest - 1)
            {
                locations[next++] = (word << 6) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    private static void DrawAmounts(ReadOnlySpan<int> locations, Span<int> available, int firstStore, SkuSupply supply, RandomStream random)
    {
        var centres = 0;
        while (centres < locations.Length && locations[centres] < firstStore)
        {
            centres++;
        }

        var (centre, store) = supply.Amounts(centres, locations.Length - centres);
        for (var slot = 0; slot < locations.Length; slot++)
        {
            var (least, most) = slot < centres ? centre : store;
            available[slot] = random.Between(least, most);
        }
    }
}
