using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Dom.Core.Inventory;

namespace Dom.Functions.Storage;

public sealed partial class StockStore
{
    /// <summary>Stores the first counts of a SKU with one request, where none of them is there.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="counts">Units on hand by location, each location once, 1 to 100 of them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether they are stored; false where a row is there already, and nothing has changed.</returns>
    public async Task<bool> CreateAsync(Sku sku, IReadOnlyCollection<StockCount> counts, CancellationToken cancellationToken)
    {
        var partition = TableKey.Of(sku.Value);
        try
        {
            await tables.Stock.SubmitTransactionAsync(
                counts.Select(count => new TableTransactionAction(
                    TableTransactionActionType.Add, Row(partition, new StockLevel(count.LocationId, count.OnHand, 0)))),
                cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException fault) when (fault.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return false;
        }
    }
}
