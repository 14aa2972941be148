using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Dom.Core.Catalogue;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Scarcity;

namespace Dom.Functions.Storage;

/// <summary>Stock in Table Storage, a partition for each SKU: a row for each location, and a row for each hold.</summary>
/// <remarks>
/// A hold is one transaction: the location's row changes under its ETag and the hold's row appears. So a hold is there with
/// its units or not at all, nothing is promised twice, and a step that runs again finds its own hold.
/// </remarks>
public sealed partial class StockStore(DomTables tables)
{
    /// <summary>Holds that can be made together: each takes two rows at most, and a transaction takes 100.</summary>
    public const int MostHolds = TransactionRows / 2;

    private const string LocationPrefix = "at|";
    private const string HoldPrefix = "hold|";

    // Within the location's rows, so that one query brings both; no location's id begins so.
    private const string PricePrefix = LocationPrefix + "~price|";
    private const string ProductRow = LocationPrefix + "~product";
    private const string OnHandProperty = "OnHand";
    private const string HeldProperty = "Held";
    private const string QuantityProperty = "Quantity";
    private const int TransactionRows = 100;
    private const int ConflictRetries = 50;

    private readonly Turns _turns = new();

    /// <summary>The stock of one SKU everywhere, with the tags under which it may be changed.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<StockSnapshot> ReadAsync(Sku sku, CancellationToken cancellationToken)
    {
        var rows = ImmutableDictionary.CreateBuilder<LocationId, StockRow>();
        var prices = ImmutableArray.CreateBuilder<SkuPrices>();
        Product? product = null;
        var refused = ImmutableArray.CreateBuilder<LocationRefusals>();
        await foreach (var row in tables.Stock.QueryAsync<TableEntity>(TableFilter.Prefix(TableKey.Of(sku.Value), LocationPrefix), cancellationToken: cancellationToken))
        {
            if (row.RowKey.StartsWith(PricePrefix, StringComparison.Ordinal))
            {
                prices.Add(row.Document<SkuPrices>());
                continue;
            }

            if (row.RowKey == ProductRow)
            {
                product = row.Document<Product>();
                continue;
            }

            if (row.RowKey.StartsWith(RefusedPrefix, StringComparison.Ordinal))
            {
                refused.Add(Refusals(row));
                continue;
            }

            var level = Level(row);
            rows.Add(level.LocationId, new StockRow(level, row.ETag));
        }

        return new StockSnapshot(sku, rows.ToImmutable(), prices.ToImmutable()) { Product = product, Refused = refused.ToImmutable() };
    }

    /// <summary>Stores what is known of a SKU, beside its stock, in place of what was known before.</summary>
    /// <param name="product">What is known.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task PutProductAsync(Product product, CancellationToken cancellationToken) => tables.Stock.UpsertEntityAsync(
        new TableEntity(TableKey.Of(product.Sku.Value), ProductRow).WithDocument(product), TableUpdateMode.Replace, cancellationToken);

    /// <summary>What is known of a SKU, or null.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Product?> FindProductAsync(Sku sku, CancellationToken cancellationToken)
    {
        var row = await tables.Stock.GetEntityIfExistsAsync<TableEntity>(TableKey.Of(sku.Value), ProductRow, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.Document<Product>() : null;
    }

    /// <summary>The row of a SKU's scarcity prices, beside its stock.</summary>
    /// <param name="prices">The prices.</param>
    internal static TableEntity PriceRow(SkuPrices prices) => new TableEntity(TableKey.Of(prices.Sku.Value), PricePrefix + prices.Version).WithDocument(prices);

    /// <summary>The stock at one location, in order of the keys of the SKUs. Walks over all stock: nothing else asks so.</summary>
    /// <param name="locationId">The location.</param>
    /// <param name="sku">Only this SKU; none means all.</param>
    /// <param name="after">Only those after this SKU.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ImmutableArray<(Sku Sku, StockLevel Level)>> AtAsync(
        LocationId locationId, Sku? sku, Sku? after, int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey eq {LocationKey(locationId)}");
        filter += sku is { } only ? TableClient.CreateQueryFilter($" and PartitionKey eq {TableKey.Of(only.Value)}") : "";
        filter += after is { } last ? TableClient.CreateQueryFilter($" and PartitionKey gt {TableKey.Of(last.Value)}") : "";
        var levels = ImmutableArray.CreateBuilder<(Sku Sku, StockLevel Level)>();
        await foreach (var row in tables.Stock.QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellationToken))
        {
            levels.Add((new Sku(TableKey.TextOf(row.PartitionKey)), Level(row)));
            if (levels.Count == limit)
            {
                break;
            }
        }

        return levels.ToImmutable();
    }

    /// <summary>Holds units for shipments, all of them or none.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="snapshot">The stock as it was when the plan was made; null where an earlier run may have held some of it.</param>
    /// <param name="wanted">What is to be held of the SKU, each line of each shipment once; at most <see cref="MostHolds"/>.</param>
    /// <param name="floorUnits">Units that every location keeps back.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether they are held; false where the stock has gone since. Units that an earlier run held count as held.</returns>
    public async Task<bool> HoldAsync(
        Sku sku, StockSnapshot? snapshot, IReadOnlyList<StockHold> wanted, int floorUnits, CancellationToken cancellationToken)
    {
        using var turn = await _turns.TakeAsync(sku.Value, cancellationToken);
        for (var retry = 0; ; retry++)
        {
            if (snapshot is null)
            {
                wanted = await MissingAsync(wanted, cancellationToken);
                snapshot = await ReadAsync(sku, cancellationToken);
            }

            if (wanted.Count == 0)
            {
                return true;
            }

            if (HoldActions(TableKey.Of(sku.Value), snapshot, wanted, floorUnits) is not { } actions)
            {
                return false;
            }

            try
            {
                await tables.Stock.SubmitTransactionAsync(actions, cancellationToken);
                return true;
            }
            catch (TableTransactionFailedException fault) when (fault.IsConflict() && retry < ConflictRetries)
            {
                snapshot = null;
                await ConflictPause.WaitAsync(retry, cancellationToken);
            }
        }
    }

    /// <summary>Gives held units back, or part of them. A repeat changes nothing.</summary>
    /// <param name="hold">The hold; its quantity is what stays held, 0 for none.</param>
    /// <param name="effect">What the reason says about the stock.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether there is more to promise now than before.</returns>
    public Task<bool> ReleaseAsync(StockHold hold, StockEffect effect, CancellationToken cancellationToken) =>
        ReleaseAsync(hold, effect, refusal: null, cancellationToken);

    /// <summary>Takes held units out of stock: they have left. A repeat changes nothing.</summary>
    /// <param name="hold">The hold; its quantity is ignored, all of it leaves.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task FulfillAsync(StockHold hold, CancellationToken cancellationToken) =>
        ChangeHoldAsync(
            hold with { Quantity = 0 },
            (level, left) => level with { OnHand = Math.Max(0, level.OnHand - left), Held = level.Held - left },
            refusal: null,
            cancellationToken);

    private async Task<bool> ChangeHoldAsync(
        StockHold hold, Func<StockLevel, int, StockLevel> change, SkuRefusal? refusal, CancellationToken cancellationToken)
    {
        var partition = TableKey.Of(hold.Sku.Value);
        using var turn = await _turns.TakeAsync(hold.Sku.Value, cancellationToken);
        for (var retry = 0; ; retry++)
        {
            // Reads by key: a query would walk the SKU's rows, and in Azurite the whole table. The tags tell when something went in between.
            string[] keys = [HoldKey(hold), LocationKey(hold.LocationId), .. refusal is null ? [] : new[] { RefusedKey(hold.LocationId) }];
            var rows = await Task.WhenAll(keys.Select(key =>
                tables.Stock.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken)));
            if (!rows[0].HasValue || rows[0].Value!.GetInt32(QuantityProperty) is not { } held || held <= hold.Quantity)
            {
                return false;
            }

            var (holdRow, stockRow) = (rows[0].Value!, rows[1].Value!);
            var before = Level(stockRow);
            var after = change(before, held - hold.Quantity);
            try
            {
                await tables.Stock.SubmitTransactionAsync(
                    [
                        new TableTransactionAction(TableTransactionActionType.UpdateReplace, Row(partition, after), stockRow.ETag),
                        hold.Quantity == 0
                            ? new TableTransactionAction(TableTransactionActionType.Delete, holdRow, holdRow.ETag)
                            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, Row(partition, hold), holdRow.ETag),
                        .. refusal is null ? [] : new[] { NoteAction(partition, hold.LocationId, rows[2].HasValue ? rows[2].Value : null, refusal) },
                    ],
                    cancellationToken);
                return after.Available > before.Available;
            }
            catch (TableTransactionFailedException fault) when (fault.IsConflict() && retry < ConflictRetries)
            {
                // The stock changed in between: look again.
                await ConflictPause.WaitAsync(retry, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<StockHold>> MissingAsync(IReadOnlyList<StockHold> wanted, CancellationToken cancellationToken)
    {
        var missing = new List<StockHold>();
        foreach (var hold in wanted)
        {
            var row = await tables.Stock.GetEntityIfExistsAsync<TableEntity>(TableKey.Of(hold.Sku.Value), HoldKey(hold), cancellationToken: cancellationToken);
            if (!row.HasValue)
            {
                missing.Add(hold);
            }
        }

        return missing;
    }

    private static List<TableTransactionAction>? HoldActions(string partition, StockSnapshot snapshot, IReadOnlyList<StockHold> wanted, int floorUnits)
    {
        var actions = new List<TableTransactionAction>();
        foreach (var location in wanted.GroupBy(hold => hold.LocationId))
        {
            var units = location.Sum(hold => hold.Quantity);
            if (!snapshot.Rows.TryGetValue(location.Key, out var row) || row.Level.Available - floorUnits < units)
            {
                return null;
            }

            actions.Add(new TableTransactionAction(
                TableTransactionActionType.UpdateReplace, Row(partition, row.Level with { Held = row.Level.Held + units }), row.ETag));
            actions.AddRange(location.Select(hold => new TableTransactionAction(TableTransactionActionType.Add, Row(partition, hold))));
        }

        return actions;
    }

    private static string LocationKey(LocationId locationId) => LocationPrefix + locationId;

    private static string HoldKey(StockHold hold) => $"{HoldPrefix}{hold.ShipmentId}|{hold.LineId}";

    private static StockLevel Level(TableEntity row) => new(
        new LocationId(row.RowKey[LocationPrefix.Length..]), row.GetInt32(OnHandProperty) ?? 0, row.GetInt32(HeldProperty) ?? 0);

    private static TableEntity Row(string partition, StockLevel level) =>
        new(partition, LocationKey(level.LocationId)) { [OnHandProperty] = level.OnHand, [HeldProperty] = level.Held };

    private static TableEntity Row(string partition, StockHold hold) =>
        new(partition, HoldKey(hold)) { [QuantityProperty] = hold.Quantity, ["LocationId"] = hold.LocationId.Value };
}

/// <summary>The stock of one SKU everywhere, as it was read.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Rows">Its stock by location.</param>
/// <param name="Prices">What its units are worth to later orders, by version.</param>
public sealed record StockSnapshot(Sku Sku, ImmutableDictionary<LocationId, StockRow> Rows, ImmutableArray<SkuPrices> Prices)
{
    /// <summary>What is known of the SKU itself; none where nothing is.</summary>
    public Product? Product { get; init; }

    /// <summary>The levels, in no order.</summary>
    public ImmutableArray<StockLevel> Levels => [.. Rows.Values.Select(row => row.Level)];

    /// <summary>What locations have refused of it.</summary>
    public ImmutableArray<LocationRefusals> Refused { get; init; } = [];

    /// <summary>What locations have refused of it, as far as it is remembered at a moment.</summary>
    /// <param name="at">The moment.</param>
    public ImmutableArray<RecentRefusals> RecentRefusals(DateTimeOffset at) =>
    [
        .. Refused
            .Select(location => (location.LocationId, Noted: location.Refusals.Where(refusal => refusal.At > at - StockStore.RefusalsRememberedFor).ToList()))
            .Where(location => location.Noted.Count > 0)
            .Select(location => new RecentRefusals(Sku, location.LocationId, location.Noted.Count, location.Noted.Max(refusal => refusal.At))),
    ];
}

/// <summary>Stock at one location, and the tag under which it may be changed.</summary>
/// <param name="Level">The stock.</param>
/// <param name="ETag">The row's tag.</param>
public sealed record StockRow(StockLevel Level, ETag ETag);

/// <summary>Units held for a line of a shipment.</summary>
/// <param name="Sku">What is held.</param>
/// <param name="LocationId">Where.</param>
/// <param name="ShipmentId">For which shipment.</param>
/// <param name="LineId">For which of its lines.</param>
/// <param name="Quantity">How many units.</param>
public sealed record StockHold(Sku Sku, LocationId LocationId, ShipmentId ShipmentId, LineId LineId, int Quantity);
