using System.Collections.Immutable;
using Azure.Data.Tables;
using Dom.Core.Inventory;
using Dom.Core.Network;

namespace Dom.Functions.Storage;

public sealed partial class StockStore
{
    /// <summary>Stores counts of one SKU: what is on hand at locations, whatever was believed before. Holds stay.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="counts">Units on hand by location, each location once.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Those of the locations where there is any to promise: asked of the count and not of the change, so that a count sent again after a crash wakes whom the first did not.</returns>
    public async Task<ImmutableArray<LocationId>> CountAsync(Sku sku, IReadOnlyCollection<StockCount> counts, CancellationToken cancellationToken)
    {
        var having = ImmutableArray.CreateBuilder<LocationId>();
        foreach (var chunk in counts.Chunk(TransactionRows))
        {
            having.AddRange(await CountChunkAsync(sku, chunk, cancellationToken));
        }

        return having.ToImmutable();
    }

    private async Task<IEnumerable<LocationId>> CountChunkAsync(Sku sku, StockCount[] counts, CancellationToken cancellationToken)
    {
        var partition = TableKey.Of(sku.Value);
        using var turn = await _turns.TakeAsync(sku.Value, cancellationToken);
        for (var retry = 0; ; retry++)
        {
            var snapshot = await ReadAsync(sku, cancellationToken);
            var levels = counts
                .Select(count => (Row: snapshot.Rows.GetValueOrDefault(count.LocationId), count.LocationId, count.OnHand))
                .Select(item => (item.Row, Level: new StockLevel(item.LocationId, item.OnHand, item.Row?.Level.Held ?? 0)))
                .ToList();
            try
            {
                await tables.Stock.SubmitTransactionAsync(
                    levels.Select(item => item.Row is { } row
                        ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, Row(partition, item.Level), row.ETag)
                        : new TableTransactionAction(TableTransactionActionType.Add, Row(partition, item.Level))),
                    cancellationToken);
                return levels.Where(item => item.Level.Available > 0).Select(item => item.Level.LocationId);
            }
            catch (TableTransactionFailedException fault) when (fault.IsConflict() && retry < ConflictRetries)
            {
                // A hold was made in between: count on what is there now.
                await ConflictPause.WaitAsync(retry, cancellationToken);
            }
        }
    }
}
