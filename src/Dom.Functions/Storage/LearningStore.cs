using System.Collections.Immutable;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Dom.Core.Sourcing.Scarcity;
using Dom.Functions.Scarcity;

namespace Dom.Functions.Storage;

/// <summary>What a learning gathers and finds, in Table Storage: a partition for each version, a row for each part.</summary>
public sealed class LearningStore(DomTables tables)
{
    private const string VersionsPartition = "versions";
    private const int AtOnce = 8;

    /// <summary>Notes that a version is begun, so that whatever becomes of it is dropped in time.</summary>
    /// <param name="run">The learning.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task BeginAsync(LearningRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return tables.Scarcity.UpsertEntityAsync(new TableEntity(VersionsPartition, run.Version).WithDocument(run), TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Stores a part. A repeat replaces it.</summary>
    /// <typeparam name="T">What it is made of.</typeparam>
    /// <param name="run">The learning.</param>
    /// <param name="kind">Of what.</param>
    /// <param name="number">Which, from 0.</param>
    /// <param name="items">What is in it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task WriteAsync<T>(LearningRun run, LearningParts kind, int number, IReadOnlyCollection<T> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return tables.Scarcity.UpsertEntityAsync(new TableEntity(run.Version, Key(kind, number)).WithDocument(items), TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Reads a part.</summary>
    /// <typeparam name="T">What it is made of.</typeparam>
    /// <param name="version">The version.</param>
    /// <param name="kind">Of what.</param>
    /// <param name="number">Which, from 0.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RequestFailedException">There is no such part.</exception>
    public async Task<ImmutableArray<T>> ReadAsync<T>(string version, LearningParts kind, int number, CancellationToken cancellationToken) =>
        (await tables.Scarcity.GetEntityAsync<TableEntity>(version, Key(kind, number), cancellationToken: cancellationToken)).Value.Document<ImmutableArray<T>>();

    /// <summary>Reads all parts of a kind, in their order.</summary>
    /// <typeparam name="T">What they are made of.</typeparam>
    /// <param name="version">The version.</param>
    /// <param name="kind">Of what.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ImmutableArray<T>> ReadAllAsync<T>(string version, LearningParts kind, CancellationToken cancellationToken)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        await foreach (var row in tables.Scarcity.QueryAsync<TableEntity>(TableFilter.Prefix(version, Prefix(kind)), cancellationToken: cancellationToken))
        {
            items.AddRange(row.Document<ImmutableArray<T>>());
        }

        return items.ToImmutable();
    }

    /// <summary>Writes the prices of a SKU's units beside its stock, where they come with the stock when it is read. A repeat replaces them.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task WriteBesideStockAsync(SkuPrices prices, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prices);
        return tables.Stock.UpsertEntityAsync(StockStore.PriceRow(prices), TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Drops all parts of a kind, of all days.</summary>
    /// <param name="version">The version.</param>
    /// <param name="kind">Of what.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task DropAsync(string version, LearningPart kind, CancellationToken cancellationToken)
    {
        var filter = TableFilter.Prefix(version, Prefix(kind));
        var keys = new List<string>();
        await foreach (var row in tables.Scarcity.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellationToken))
        {
            keys.Add(row.RowKey);
        }

        foreach (var chunk in keys.Chunk(AtOnce))
        {
            await Task.WhenAll(chunk.Select(key => tables.Scarcity.DeleteEntityAsync(version, key, ETag.All, cancellationToken)));
        }
    }

    /// <summary>Drops versions with their prices: those begun before the published one, but for the last of them, and what never came to be published.</summary>
    /// <param name="published">The version that decisions see; none while there is none.</param>
    /// <param name="kept">Versions to keep, the published one among them, 1 or more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task DropVersionsAsync(string? published, int kept, CancellationToken cancellationToken)
    {
        var versions = new List<string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {VersionsPartition}");
        await foreach (var row in tables.Scarcity.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellationToken))
        {
            versions.Add(row.RowKey);
        }

        var before = versions.Where(version => string.CompareOrdinal(version, published) < 0).OrderDescending(StringComparer.Ordinal);
        foreach (var version in before.Skip(kept - 1))
        {
            foreach (var chunk in (await ReadAllAsync<SkuPrices>(version, LearningPart.Prices, cancellationToken)).Chunk(AtOnce))
            {
                await Task.WhenAll(chunk.Select(prices => StockStore.PriceRow(prices))
                    .Select(row => tables.Stock.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken)));
            }

            foreach (var kind in Enum.GetValues<LearningPart>())
            {
                await DropAsync(version, kind, cancellationToken);
            }

            await tables.Scarcity.DeleteEntityAsync(VersionsPartition, version, ETag.All, cancellationToken);
        }
    }

    private static string Prefix(LearningParts parts) =>
        parts.Day is { } day ? string.Create(CultureInfo.InvariantCulture, $"{parts.Kind}|{day:D2}|") : $"{parts.Kind}|";

    private static string Key(LearningParts kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix(kind)}{number:D6}");
}

/// <summary>Parts of one kind that a learning stores.</summary>
/// <param name="Kind">What they are made of.</param>
/// <param name="Day">The day that they are of, 0 to 99; none for parts of no day.</param>
public readonly record struct LearningParts(LearningPart Kind, int? Day = null)
{
    /// <summary>Parts of no day.</summary>
    /// <param name="kind">What they are made of.</param>
    public static implicit operator LearningParts(LearningPart kind) => new(kind);
}

/// <summary>What a learning stores.</summary>
public enum LearningPart
{
    /// <summary>Demand of orders, by day.</summary>
    Demand,

    /// <summary>Units wanted by SKU, of all days.</summary>
    Mix,

    /// <summary>Stock by SKU.</summary>
    Stock,

    /// <summary>Prices of units by SKU that one day taught.</summary>
    DayUnits,

    /// <summary>What else one day taught.</summary>
    Day,

    /// <summary>Prices of units by SKU, the mean of the days.</summary>
    Prices,

    /// <summary>The version itself, with the prices of places.</summary>
    Version,
}
