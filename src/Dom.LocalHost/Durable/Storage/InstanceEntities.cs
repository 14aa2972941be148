using Azure.Data.Tables;
using Dom.LocalHost.Durable.History;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Durable.Storage;

/// <summary>An instance's rows as entities of Table Storage.</summary>
internal static class InstanceEntities
{
    /// <summary>What a listing reads of a row. A state of more pieces belongs to an instance that waits for thousands of things at once.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "PartitionKey", "RowKey", "Name", "Status", "Created", "Updated", "Commit",
        .. TextProperties.Select("State", 8),
        .. TextProperties.Select("CustomStatus", 1),
    ];

    /// <summary>The entity of an instance's row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="parts">Which payloads it carries.</param>
    public static TableEntity ToEntity(InstanceRow row, PayloadParts parts)
    {
        var entity = new TableEntity(row.InstanceId, RowKeys.Instance)
        {
            ["Name"] = row.Name,
            ["Status"] = row.Status.ToString(),
            ["Created"] = new DateTimeOffset(row.CreatedAt, TimeSpan.Zero),
            ["Updated"] = new DateTimeOffset(row.UpdatedAt, TimeSpan.Zero),
            ["Commit"] = row.CommitId,
        };
        entity.SetText("State", HistoryJson.Write(row.State));
        if (parts.HasFlag(PayloadParts.Input))
        {
            entity.SetText("Input", row.Input);
        }

        if (parts.HasFlag(PayloadParts.CustomStatus))
        {
            entity.SetText("CustomStatus", row.CustomStatus);
        }

        if (parts.HasFlag(PayloadParts.Result))
        {
            entity.SetText("Output", row.Output);
            entity.SetText("Failure", row.Failure is null ? null : HistoryJson.Write(row.Failure));
        }

        return entity;
    }

    /// <summary>The instance of an entity.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="rows">The instance's other rows.</param>
    public static StoredInstance ToInstance(TableEntity entity, IReadOnlyList<StoredRow> rows)
    {
        var row = new InstanceRow
        {
            InstanceId = entity.PartitionKey,
            Name = entity.GetString("Name"),
            Status = Enum.Parse<OrchestrationRuntimeStatus>(entity.GetString("Status")),
            CreatedAt = entity.GetDateTimeOffset("Created")!.Value.UtcDateTime,
            UpdatedAt = entity.GetDateTimeOffset("Updated")!.Value.UtcDateTime,
            CommitId = entity.GetString("Commit"),
            State = HistoryJson.Read<InstanceState>(entity.GetText("State")!),
            Input = entity.GetText("Input"),
            Output = entity.GetText("Output"),
            CustomStatus = entity.GetText("CustomStatus"),
            Failure = entity.GetText("Failure") is { } failure ? HistoryJson.Read<FailureRecord>(failure) : null,
        };
        return new StoredInstance(row, entity.ETag.ToString(), rows);
    }

    /// <summary>The entity of another row.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="row">The row.</param>
    public static TableEntity ToEntity(string instanceId, StoredRow row)
    {
        var entity = new TableEntity(instanceId, row.Key);
        entity.SetText("Text", row.Text);
        if (row.Continues)
        {
            entity["Continues"] = true;
        }

        return entity;
    }

    /// <summary>Another row of an entity.</summary>
    /// <param name="entity">The entity.</param>
    public static StoredRow ToRow(TableEntity entity) =>
        new(entity.RowKey, entity.GetText("Text") ?? "", entity.GetBoolean("Continues") == true);
}
