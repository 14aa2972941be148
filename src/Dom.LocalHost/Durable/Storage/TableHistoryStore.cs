using Azure;
using Azure.Data.Tables;

namespace Dom.LocalHost.Durable.Storage;

/// <summary>
/// Instances in one table: a partition per instance, so that an episode is one entity group transaction. Why so, and what else was thought of:
/// docs/adr/0006-keep-the-local-engines-history-in-one-partition-per-instance.md.
/// </summary>
/// <param name="table">The table. Against Azurite its client must send one transaction at a time.</param>
internal sealed partial class TableHistoryStore(TableClient table) : IHistoryStore
{
    private const int MaxActions = 100;

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellation) => table.CreateIfNotExistsAsync(cancellation);

    /// <inheritdoc/>
    public async Task<string> WriteAsync(HistoryWrite write, CancellationToken cancellation)
    {
        var row = InstanceEntities.ToEntity(write.Row, write.Parts);
        var deleted = write.Deleted.ToList();
        while (true)
        {
            try
            {
                return write.Added.Count + deleted.Count == 0
                    ? await WriteAloneAsync(row, write.Expected, cancellation)
                    : await WriteTogetherAsync(row, write, deleted, cancellation);
            }
            catch (TableTransactionFailedException refused) when (GoneRow(refused, write, deleted) is { } gone)
            {
                deleted.RemoveAt(gone);
            }
            catch (RequestFailedException refused) when (refused.Status is 404 or 409 or 412 && refused.ErrorCode != "TableNotFound")
            {
                throw new HistoryConflictException(
                    $"The row of orchestration '{write.Row.InstanceId}' is not of version {write.Expected ?? "(none)"}.", refused);
            }
        }
    }

    /// <inheritdoc/>
    public async Task AddMailAsync(MailRow mail, CancellationToken cancellation)
    {
        var entity = InstanceEntities.ToEntity(mail.InstanceId, new StoredRow(mail.Key, mail.Text));
        await table.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellation);
    }

    /// <inheritdoc/>
    public async Task DeleteRowsAsync(string instanceId, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        foreach (var chunk in keys.Chunk(MaxActions))
        {
            if (chunk.Length > 1 && await TryDeleteTogetherAsync(instanceId, chunk, cancellation))
            {
                continue;
            }

            foreach (var key in chunk)
            {
                await table.DeleteEntityAsync(instanceId, key, ETag.All, cancellation);
            }
        }
    }

    private async Task<string> WriteAloneAsync(TableEntity row, string? expected, CancellationToken cancellation)
    {
        var response = expected is null
            ? await table.AddEntityAsync(row, cancellation)
            : await table.UpdateEntityAsync(row, new ETag(expected), TableUpdateMode.Merge, cancellation);
        return VersionOf(response);
    }

    private async Task<string> WriteTogetherAsync(TableEntity row, HistoryWrite write, List<string> deleted, CancellationToken cancellation)
    {
        var id = write.Row.InstanceId;
        List<TableTransactionAction> actions =
        [
            write.Expected is null
                ? new TableTransactionAction(TableTransactionActionType.Add, row)
                : new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, new ETag(write.Expected)),
            .. write.Added.Select(added => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace, InstanceEntities.ToEntity(id, added))),
            .. deleted.Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(id, key), ETag.All)),
        ];
        var responses = await table.SubmitTransactionAsync(actions, cancellation);
        return VersionOf(responses.Value[0]);
    }

    private async Task<bool> TryDeleteTogetherAsync(string instanceId, string[] keys, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(
                keys.Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(instanceId, key), ETag.All)),
                cancellation);
            return true;
        }
        catch (TableTransactionFailedException refused) when (refused.Status == 404)
        {
            return false;
        }
    }

    // The instance's own row is action 0, so that a conflict there is reported before a row that is gone.
    private static int? GoneRow(TableTransactionFailedException refused, HistoryWrite write, List<string> deleted)
    {
        var index = refused.FailedTransactionActionIndex - 1 - write.Added.Count;
        return refused.Status == 404 && index >= 0 && index < deleted.Count ? index : null;
    }

    private static string VersionOf(Response response) => response.Headers.ETag?.ToString()
        ?? throw new InvalidOperationException("Table Storage answered a write without an ETag.");
}
