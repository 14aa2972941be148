using Azure.Data.Tables;
using Dom.LocalHost.Durable.History;
using Dom.LocalHost.Durable.Storage;

namespace Dom.Benchmarks.Wire;

/// <summary>Reads from the engine's history which activities orders called.</summary>
internal static class ActivityCalls
{
    /// <summary>The calls of orders, by stretch and activity.</summary>
    /// <param name="connectionString">Opens the tables.</param>
    /// <param name="prefix">What the orders' ids begin with.</param>
    public static async Task<IReadOnlyList<(string Stretch, string Name, int Count)>> ReadAsync(string connectionString, string prefix)
    {
        var calls = new List<(string Stretch, string Name)>();
        var table = new TableServiceClient(connectionString).GetTableClient(WireOperation.HistoryTable);
        await foreach (var row in table.QueryAsync<TableEntity>($"PartitionKey ge '{prefix}-' and PartitionKey lt '{prefix}.' and RowKey ge 'h-' and RowKey lt 'h.'"))
        {
            var scheduled = HistoryJson.Read<Episode>(InstanceEntities.ToRow(row).Text).Actions.Where(action => action.Kind == EventKind.TaskScheduled);
            calls.AddRange(scheduled.Select(action => (StretchOf(action), action.Name!)));
        }

        return [.. calls.GroupBy(call => call).Select(group => (group.Key.Stretch, group.Key.Name, group.Count()))];
    }

    // The first look at a shipment comes of its acceptance; the looks after it, and the end, of what follows.
    private static string StretchOf(HistoryEvent action) => action.Name switch
    {
        "RecordOrder" => OrderSteps.Completed,
        "FollowShipment" => action.Payload!.Contains("\"state\":\"offered\"", StringComparison.Ordinal) ? OrderSteps.Accepted : OrderSteps.Completed,
        _ => OrderSteps.Offered,
    };
}
