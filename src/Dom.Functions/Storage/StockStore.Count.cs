using Azure.Data.Tables;
using Dom.Core.Inventory;

namespace Dom.Functions.Storage;

public sealed partial class StockStore
{
    /// <summary>Stores counts of one SKU: what is on hand at locations, whatever was believed before. Holds stay.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="counts">Units on hand by location, each location once.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether there is any to promise at one of them: asked of the count and not of the change, so that a count sent again after a crash wakes whom the first did not.</returns>
    public async Task<bool> CountAsync(Sku sku, IReadOnlyCollection<StockCount> counts, CancellationToken cancellationToken)
    {
        var isAny = false;
        foreach (var chunk in counts.Chunk(TransactionRows))
        {
            isAny |= await CountChunkAsync(sku, chunk, cancellationToken);
        }

        return isAny;
    }

    private async Task<bool> CountChunkAsync(Sku sku, StockCount[] counts, CancellationToken cancellationToken)
    {
        var partition = TableKey.Of(sku.Value);
        using var turn = await _turns.TakeAsync(sku.Value, cancellationToken);
        for (var retry = 0; ; retry++)
        {
            var snapshot = await ReadAsync(sku, cancellationToken);
            var actions = new List<TableTransactionAction>(counts.Length);
            var isAny = false;
            foreach (var count in counts)
            {
                if (snapshot.Rows.TryGetValue(count.LocationId, out var row))
                {
                    var level = row.Level with { OnHand = count.OnHand };
                    isAny |= level.Available > 0;
                    actions.Add(new TableTransactionAction(TableTransactionActionType.UpdateReplace, Row(partition, level), row.ETag));
                }
                else
                {
                    isAny |= count.OnHand > 0;
                    actions.Add(new TableTransactionAction(TableTransactionActionType.Add, Row(partition, new StockLevel(count.LocationId, count.OnHand, 0))));
                }
            }

            try
            {
                await tables.Stock.SubmitTransactionAsync(actions, cancellationToken);
                return isAny;
            }
            catch (TableTransactionFailedException fault) when (fault.IsConflict() && retry < ConflictRetries)
            {
                // A hold was made in between: count on what is there now.
                await ConflictPause.WaitAsync(retry, cancellationToken);
            }
        }
    }
}
