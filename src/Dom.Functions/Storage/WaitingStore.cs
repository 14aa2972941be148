using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Dom.Core.Inventory;
using Dom.Core.Orders;
using Dom.Core.Sourcing;

namespace Dom.Functions.Storage;

/// <summary>Which orders wait for which SKU, in Table Storage: a note for each order and SKU, with all that tells which locations could serve it.</summary>
public sealed class WaitingStore(DomTables tables)
{
    /// <summary>Notes what an order waits for. A repeat changes nothing.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="order">The order, with its lines of that SKU.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task AddAsync(Sku sku, WaitingOrder order, CancellationToken cancellationToken) => tables.Waiting.UpsertEntityAsync(
        new TableEntity(TableKey.Of(sku.Value), order.OrderId.Value).WithDocument(order), TableUpdateMode.Replace, cancellationToken);

    /// <summary>What waits for a SKU.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<ImmutableArray<WaitingNote>> ListAsync(Sku sku, CancellationToken cancellationToken) =>
        ReadAsync(TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Of(sku.Value)}"), cancellationToken);

    /// <summary>All that waits.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<ImmutableArray<WaitingNote>> ListAsync(CancellationToken cancellationToken) => ReadAsync(null, cancellationToken);

    /// <summary>Takes a note away. A repeat changes nothing.</summary>
    /// <param name="note">The note as it was read; one written since stays.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task RemoveAsync(WaitingNote note, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Waiting.DeleteEntityAsync(TableKey.Of(note.Sku.Value), note.Order.OrderId.Value, note.Tag, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
        {
            // The order waits anew.
        }
    }

    /// <summary>Takes away what is noted of an order and a SKU. A repeat changes nothing.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="orderId">The order, which waits for nothing any more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task RemoveAsync(Sku sku, OrderId orderId, CancellationToken cancellationToken) =>
        tables.Waiting.DeleteEntityAsync(TableKey.Of(sku.Value), orderId.Value, cancellationToken: cancellationToken);

    private async Task<ImmutableArray<WaitingNote>> ReadAsync(string? filter, CancellationToken cancellationToken)
    {
        var notes = ImmutableArray.CreateBuilder<WaitingNote>();
        await foreach (var row in tables.Waiting.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            notes.Add(new WaitingNote(new Sku(TableKey.TextOf(row.PartitionKey)), row.Document<WaitingOrder>(), row.ETag));
        }

        return notes.ToImmutable();
    }
}

/// <summary>A note that an order waits for a SKU.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Order">The order, with its lines of that SKU.</param>
/// <param name="Tag">The tag under which the note may be taken away.</param>
public sealed record WaitingNote(Sku Sku, WaitingOrder Order, ETag Tag);
