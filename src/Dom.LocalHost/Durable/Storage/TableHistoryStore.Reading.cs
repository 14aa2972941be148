using Azure.Data.Tables;

namespace Dom.LocalHost.Durable.Storage;

/// <summary>Reading instances and mail.</summary>
internal sealed partial class TableHistoryStore
{
    private const int ParallelReads = 16;

    /// <inheritdoc/>
    public async Task<StoredInstance?> ReadRowAsync(string instanceId, CancellationToken cancellation)
    {
        var entity = await table.GetEntityIfExistsAsync<TableEntity>(instanceId, RowKeys.Instance, null, cancellation);
        return entity.HasValue ? InstanceEntities.ToInstance(entity.Value!, []) : null;
    }

    /// <inheritdoc/>
    public async Task<StoredInstance?> ReadHistoryAsync(string instanceId, CancellationToken cancellation)
    {
        if (await ReadRowAsync(instanceId, cancellation) is not { } stored)
        {
            return null;
        }

        // Azurite finds a row by its keys in an index, and walks the whole table for a query of a partition.
        var rows = new List<StoredRow>();
        var keys = Enumerable.Range(0, stored.Row.State.Rows).Select(row => RowKeys.History(stored.Row.State.Generation, row));
        foreach (var some in keys.Chunk(ParallelReads))
        {
            var entities = await Task.WhenAll(some.Select(key => table.GetEntityAsync<TableEntity>(instanceId, key, null, cancellation)));
            rows.AddRange(entities.Select(entity => InstanceEntities.ToRow(entity.Value)));
        }

        return stored with { Rows = rows };
    }

    /// <inheritdoc/>
    public async Task<StoredInstance?> ReadAsync(string instanceId, CancellationToken cancellation)
    {
        TableEntity? instance = null;
        var rows = new List<StoredRow>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {instanceId}");
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (entity.RowKey == RowKeys.Instance)
            {
                instance = entity;
            }
            else
            {
                rows.Add(InstanceEntities.ToRow(entity));
            }
        }

        return instance is null ? null : InstanceEntities.ToInstance(instance, rows);
    }

    /// <inheritdoc/>
    public async Task<InstancePage> QueryAsync(InstanceFilter filter, string? continuation, int pageSize, CancellationToken cancellation)
    {
        var query = table.QueryAsync<TableEntity>(Write(filter), pageSize, filter.WithPayloads ? null : InstanceEntities.Columns, cancellation);
        await foreach (var page in query.AsPages(continuation, pageSize).WithCancellation(cancellation))
        {
            return new InstancePage(
                [.. page.Values.Select(entity => InstanceEntities.ToInstance(entity, []))],
                string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        }

        return new InstancePage([], null);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MailRow>> ReadMailAsync(CancellationToken cancellation)
    {
        var mail = new List<MailRow>();
        const string Filter = "(RowKey ge 'i-' and RowKey lt 'i.') or (RowKey ge 'o-' and RowKey lt 'o.')";
        await foreach (var entity in table.QueryAsync<TableEntity>(Filter, cancellationToken: cancellation))
        {
            mail.Add(new MailRow(entity.PartitionKey, entity.RowKey, InstanceEntities.ToRow(entity).Text));
        }

        return mail;
    }

    private static string Write(InstanceFilter filter)
    {
        List<string> terms = [TableClient.CreateQueryFilter($"RowKey eq {RowKeys.Instance}")];
        if (filter.CreatedFrom is { } from)
        {
            terms.Add(TableClient.CreateQueryFilter($"Created ge {from}"));
        }

        if (filter.CreatedTo is { } to)
        {
            terms.Add(TableClient.CreateQueryFilter($"Created le {to}"));
        }

        if (filter.IdPrefix is { Length: > 0 } prefix)
        {
            var next = prefix[..^1] + (char)(prefix[^1] + 1);
            terms.Add(TableClient.CreateQueryFilter($"PartitionKey ge {prefix}"));
            terms.Add(TableClient.CreateQueryFilter($"PartitionKey lt {next}"));
        }

        if (filter.Statuses is { Count: > 0 } statuses)
        {
            var any = statuses.Select(status => TableClient.CreateQueryFilter($"Status eq {status.ToString()}"));
            terms.Add($"({string.Join(" or ", any)})");
        }

        return string.Join(" and ", terms);
    }
}
