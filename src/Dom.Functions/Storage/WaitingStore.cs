using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Dom.Core.Inventory;
using Dom.Core.Orders;

namespace Dom.Functions.Storage;

/// <summary>Which orders wait for which SKU, in Table Storage.</summary>
public sealed class WaitingStore(DomTables tables)
{
    /// <summary>Notes that an order waits for a SKU. A repeat changes nothing.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task AddAsync(Sku sku, OrderId orderId, CancellationToken cancellationToken) =>
        tables.Waiting.UpsertEntityAsync(new TableEntity(TableKey.Of(sku.Value), orderId.Value), TableUpdateMode.Replace, cancellationToken);

    /// <summary>The orders that wait for a SKU.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The orders, each with the tag of its note.</returns>
    public async Task<ImmutableArray<(OrderId OrderId, ETag Tag)>> ListAsync(Sku sku, CancellationToken cancellationToken)
    {
        var orders = ImmutableArray.CreateBuilder<(OrderId OrderId, ETag Tag)>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Of(sku.Value)}");
        await foreach (var row in tables.Waiting.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            orders.Add((new OrderId(row.RowKey), row.ETag));
        }

        return orders.ToImmutable();
    }

    /// <summary>Notes that an order does not wait for a SKU any more. A repeat changes nothing.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="tag">The tag of the note that goes; a note written since stays.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task RemoveAsync(Sku sku, OrderId orderId, ETag tag, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Waiting.DeleteEntityAsync(TableKey.Of(sku.Value), orderId.Value, tag, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
        {
            // The order waits anew.
        }
    }
}
