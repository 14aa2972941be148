using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;

namespace Dom.Functions.Storage;

/// <summary>Shipments in Table Storage. The row is the truth about a shipment: whoever changes it first wins.</summary>
public sealed class ShipmentStore(DomTables tables)
{
    private const string StateProperty = "State";
    private const int ConflictRetries = 20;

    /// <summary>Stores a new offer.</summary>
    /// <param name="shipment">The offer.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The shipment that is stored: an earlier run may have stored it, and its location may have answered.</returns>
    public async Task<Shipment> AddAsync(Shipment shipment, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Shipments.AddEntityAsync(Row(shipment), cancellationToken);
            return shipment;
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return await FindAsync(shipment.LocationId, shipment.ShipmentId, cancellationToken)
                ?? throw new InvalidOperationException($"Shipment {shipment.ShipmentId} is there and cannot be read.", fault);
        }
    }

    /// <summary>The shipment, or null.</summary>
    /// <param name="locationId">Its location.</param>
    /// <param name="shipmentId">The shipment.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Shipment?> FindAsync(LocationId locationId, ShipmentId shipmentId, CancellationToken cancellationToken)
    {
        var row = await tables.Shipments.GetEntityIfExistsAsync<TableEntity>(locationId.Value, shipmentId.Value, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.Document<Shipment>() : null;
    }

    /// <summary>Decides a command on the shipment as it is stored, and stores what it changes.</summary>
    /// <param name="locationId">Its location.</param>
    /// <param name="shipmentId">The shipment.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What came of it; null where the location has no such shipment.</returns>
    public async Task<ShipmentOutcome?> DecideAsync(
        LocationId locationId, ShipmentId shipmentId, ShipmentCommand command, CancellationToken cancellationToken)
    {
        for (var retry = 0; ; retry++)
        {
            var row = await tables.Shipments.GetEntityIfExistsAsync<TableEntity>(locationId.Value, shipmentId.Value, cancellationToken: cancellationToken);
            if (!row.HasValue)
            {
                return null;
            }

            var outcome = ShipmentFlow.Decide(row.Value!.Document<Shipment>(), command);
            if (outcome is not ShipmentOutcome.Changed changed)
            {
                return outcome;
            }

            try
            {
                await tables.Shipments.UpdateEntityAsync(Row(changed.Shipment), row.Value!.ETag, TableUpdateMode.Replace, cancellationToken);
                return outcome;
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied && retry < ConflictRetries)
            {
                // Somebody was faster: decide anew on what is there now.
                await ConflictPause.WaitAsync(retry, cancellationToken);
            }
        }
    }

    /// <summary>Shipments of a location, in order of their ids.</summary>
    /// <param name="locationId">The location.</param>
    /// <param name="states">The states wanted; none means all.</param>
    /// <param name="after">Only those after this id.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ImmutableArray<Shipment>> ListAsync(
        LocationId locationId, IReadOnlyCollection<ShipmentState> states, string? after, int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {locationId.Value}");
        if (after is not null)
        {
            filter += TableClient.CreateQueryFilter($" and RowKey gt {after}");
        }

        if (states.Count > 0)
        {
            filter += $" and ({string.Join(" or ", states.Select(state => $"{StateProperty} eq '{state}'"))})";
        }

        var shipments = ImmutableArray.CreateBuilder<Shipment>();
        await foreach (var row in tables.Shipments.QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellationToken))
        {
            shipments.Add(row.Document<Shipment>());
            if (shipments.Count == limit)
            {
                break;
            }
        }

        return shipments.ToImmutable();
    }

    /// <summary>The orders that have offers which their locations have not answered, the newest offers first. It is a scan of the table: a wave may do it, an order may not.</summary>
    /// <param name="limit">At most so many, 1 or more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ImmutableArray<OrderId>> OrdersOfOffersAsync(int limit, CancellationToken cancellationToken)
    {
        var newest = new Dictionary<OrderId, DateTimeOffset>();
        var filter = $"{StateProperty} eq '{ShipmentState.Offered}'";
        await foreach (var row in tables.Shipments.QueryAsync<TableEntity>(filter, select: ["RowKey", "Timestamp"], cancellationToken: cancellationToken))
        {
            var (order, at) = (ShipmentId.From(row.RowKey).OrderId, row.Timestamp ?? default);
            newest[order] = newest.TryGetValue(order, out var known) && known > at ? known : at;
        }

        return [.. newest.OrderByDescending(order => order.Value).ThenBy(order => order.Key.Value, StringComparer.Ordinal).Take(limit).Select(order => order.Key)];
    }

    private static TableEntity Row(Shipment shipment) =>
        new TableEntity(shipment.LocationId.Value, shipment.ShipmentId.Value) { [StateProperty] = shipment.State.ToString() }.WithDocument(shipment);
}
