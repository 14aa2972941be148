using Azure.Data.Tables;

namespace Dom.Benchmarks.Load;

/// <summary>Reads from the tables how far orders are, without asking the host.</summary>
internal sealed class StoredProgress(string connectionString)
{
    private readonly TableServiceClient _tables = new(connectionString);

    /// <summary>The shipments of orders.</summary>
    /// <param name="prefix">What the orders' ids begin with.</param>
    /// <param name="state">The state that they are in; null for any.</param>
    public async Task<List<StoredShipment>> ShipmentsAsync(string prefix, string? state = null)
    {
        var shipments = new List<StoredShipment>();
        var filter = $"RowKey ge '{prefix}-' and RowKey lt '{prefix}.'" + (state is null ? "" : $" and State eq '{state}'");
        await foreach (var row in _tables.GetTableClient("DomShipments").QueryAsync<TableEntity>(filter, 1000, ["PartitionKey", "RowKey", "Timestamp"]))
        {
            shipments.Add(new StoredShipment(row.PartitionKey, row.RowKey, row.Timestamp!.Value));
        }

        return shipments;
    }

    /// <summary>How many orders have ended.</summary>
    /// <param name="prefix">What their ids begin with.</param>
    public async Task<int> CompletedAsync(string prefix)
    {
        var count = 0;
        var filter = $"PartitionKey ge '{prefix}-' and PartitionKey lt '{prefix}.' and RowKey eq 'order' and State eq 'Completed'";
        await foreach (var _ in _tables.GetTableClient("DomOrders").QueryAsync<TableEntity>(filter, 1000, ["PartitionKey"]))
        {
            count++;
        }

        return count;
    }
}

/// <summary>A shipment's row.</summary>
/// <param name="LocationId">Its location.</param>
/// <param name="ShipmentId">The shipment.</param>
/// <param name="WrittenAt">When storage wrote the row.</param>
internal sealed record StoredShipment(string LocationId, string ShipmentId, DateTimeOffset WrittenAt)
{
    /// <summary>The order: its id is what a shipment's id begins with.</summary>
    public string OrderId => ShipmentId[..ShipmentId.IndexOf('~', StringComparison.Ordinal)];
}
