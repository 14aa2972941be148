using System.Collections.Immutable;
using Azure.Data.Tables;
using Dom.Functions.Storage;

namespace Dom.EndToEnd.Tests.Scenes;

/// <summary>Stock and outcomes as they stand in the tables, for what must hold whatever happened.</summary>
internal sealed record Ledger(ImmutableArray<LedgerLevel> Levels, ImmutableArray<LedgerHold> Holds)
{
    private const string LevelPrefix = "at|";
    private const string HoldPrefix = "hold|";

    // Beside the levels stand prices and refusals, whose keys go on with a mark that no location's id has.
    private const string MarkedPrefix = LevelPrefix + "~";

    /// <summary>Reads the stock of some SKUs. What is read of one SKU is of one moment.</summary>
    public static async Task<Ledger> ReadAsync(DomTables tables, IEnumerable<string> skus)
    {
        var levels = ImmutableArray.CreateBuilder<LedgerLevel>();
        var holds = ImmutableArray.CreateBuilder<LedgerHold>();
        foreach (var sku in skus)
        {
            await foreach (var row in tables.Stock.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Of(sku)}")))
            {
                if (row.RowKey.StartsWith(LevelPrefix, StringComparison.Ordinal) && !row.RowKey.StartsWith(MarkedPrefix, StringComparison.Ordinal))
                {
                    levels.Add(new LedgerLevel(sku, row.RowKey[LevelPrefix.Length..], row.GetInt32("OnHand")!.Value, row.GetInt32("Held")!.Value));
                }
                else if (row.RowKey.StartsWith(HoldPrefix, StringComparison.Ordinal))
                {
                    holds.Add(new LedgerHold(sku, row.GetString("LocationId")!, row.RowKey, row.GetInt32("Quantity")!.Value));
                }
            }
        }

        return new Ledger(levels.ToImmutable(), holds.ToImmutable());
    }

    /// <summary>What is held is never negative, never more than is there, and is what the holds say.</summary>
    public void AssertIsSound()
    {
        var held = Holds.ToLookup(hold => (hold.Sku, hold.LocationId), hold => hold.Quantity);
        Assert.All(Levels, level =>
        {
            Assert.Equal(held[(level.Sku, level.LocationId)].Sum(), level.Held);
            Assert.InRange(level.Held, 0, level.OnHand);
        });
        Assert.All(Holds, hold => Assert.True(hold.Quantity > 0, hold.Key));
    }
}

/// <summary>A SKU at a location.</summary>
internal sealed record LedgerLevel(string Sku, string LocationId, int OnHand, int Held);

/// <summary>A hold.</summary>
internal sealed record LedgerHold(string Sku, string LocationId, string Key, int Quantity);
