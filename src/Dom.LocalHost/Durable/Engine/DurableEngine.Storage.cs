using Dom.LocalHost.Durable.Storage;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>Writes that outlast failures of the storage.</summary>
internal sealed partial class DurableEngine
{
    private const string OneProcess =
        "Another process works on the same data: stop it, or give this one a data folder or storage account of its own.";

    private async Task WriteAsync(OrchestrationInstance instance, HistoryWrite write)
    {
        await ForgottenAsync(instance.Id);
        instance.Version = await WithRetriesAsync(instance.Id, async () =>
        {
            try
            {
                return await _store.WriteAsync(write, CancellationToken.None);
            }
            catch (HistoryConflictException conflict)
            {
                return await ResolveAsync(write, conflict);
            }
        });
    }

    // The answer to a write can be lost and the write sent again: then the row is there already, with the write's own id.
    private async Task<string> ResolveAsync(HistoryWrite write, HistoryConflictException conflict)
    {
        var stored = await _store.ReadRowAsync(write.Row.InstanceId, CancellationToken.None);
        if (stored is not null && stored.Row.CommitId == write.Row.CommitId)
        {
            return stored.Version;
        }

        if (write.Expected is null && stored is { Row.IsEnded: true })
        {
            await ClearAsync(stored.Row.InstanceId, CancellationToken.None);
            return await _store.WriteAsync(write with { Expected = stored.Version, Parts = PayloadParts.All }, CancellationToken.None);
        }

        throw new HistoryConflictException(
            $"Orchestration '{write.Row.InstanceId}' was changed by something else ({stored?.Row.CommitId ?? "it is gone"}). {OneProcess}", conflict);
    }

    // Removes what an ended instance has left behind, so that a new one of the same id begins clean.
    private async Task ClearAsync(string instanceId, CancellationToken cancellation)
    {
        if (await _store.ReadAsync(instanceId, cancellation) is { Rows.Count: > 0 } old)
        {
            await _store.DeleteRowsAsync(instanceId, [.. old.Rows.Select(row => row.Key)], cancellation);
        }
    }

    private async Task DeleteRowsAsync(string instanceId, IReadOnlyList<string> keys) => await WithRetriesAsync(instanceId, async () =>
    {
        await _store.DeleteRowsAsync(instanceId, keys, CancellationToken.None);
        return true;
    });

    private async Task<T> WithRetriesAsync<T>(string instanceId, Func<Task<T>> operation)
    {
        while (true)
        {
            try
            {
                return await operation();
            }
            catch (Exception exception) when (StorageFaults.MayPass(exception) && !_stopping.IsCancellationRequested)
            {
                _logger.StorageFailed(exception, instanceId, _options.StorageRetryDelay);
            }

            await Task.Delay(_options.StorageRetryDelay, _time, _stopping.Token);
        }
    }
}
