using System.Collections.Concurrent;
using Dom.LocalHost.Durable.History;
using Dom.LocalHost.Durable.Storage;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>Forgets what ended long ago: the store would grow with every orchestration that there ever was.</summary>
internal sealed partial class DurableEngine
{
    private static readonly TimeSpan LongestSweepPause = TimeSpan.FromMinutes(5);

    // One that failed stays: it waits for somebody to look into it.
    private static readonly InstanceFilter Forgettable = new()
    {
        Statuses = [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Terminated],
    };

    private readonly ConcurrentDictionary<string, Task> _forgetting = new(StringComparer.Ordinal);

    private async Task ForgetEndedAsync(TimeSpan keep)
    {
        var pause = keep < LongestSweepPause ? keep : LongestSweepPause;
        while (!_stopping.IsCancellationRequested)
        {
            await Task.Delay(pause, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await SweepAsync(keep, _stopping.Token);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                // What is left is forgotten after the next start.
            }
            catch (Exception exception) when (StorageFaults.MayPass(exception))
            {
                _logger.SweepFailed(exception, pause);
            }
        }
    }

    private async Task SweepAsync(TimeSpan keep, CancellationToken cancellation)
    {
        var ended = new Dictionary<string, StoredInstance>(StringComparer.Ordinal);
        string? continuation = null;
        do
        {
            var page = await _store.QueryAsync(Forgettable, continuation, PageSize, cancellation);
            foreach (var stored in page.Instances)
            {
                ended[stored.Row.InstanceId] = stored;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);

        var limit = Now - keep;
        var count = 0;
        foreach (var stored in ended.Values.Where(stored => IsOld(stored.Row, ended, limit)))
        {
            count += await TryForgetAsync(stored, cancellation) ? 1 : 0;
        }

        if (count > 0)
        {
            _logger.EndedForgotten(count, keep);
        }
    }

    /// <summary>Whether it and all above it ended before a time. Below one that runs nothing is old: after a crash it asks what became of its sub-orchestrations.</summary>
    private bool IsOld(InstanceRow row, Dictionary<string, StoredInstance> ended, DateTime limit) =>
        row.UpdatedAt <= limit
        && (row.State.Parent is not { } parent
            || (Find(parent.InstanceId) is null && (!ended.TryGetValue(parent.InstanceId, out var above) || IsOld(above.Row, ended, limit))));

    private async Task<bool> TryForgetAsync(StoredInstance old, CancellationToken cancellation)
    {
        var id = old.Row.InstanceId;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _forgetting[id] = done.Task;
        try
        {
            // From here on one that is started under this id waits; one that was started before is seen.
            if (Find(id) is not null || await _store.ReadRowAsync(id, cancellation) is not { } stored || stored.Version != old.Version)
            {
                return false;
            }

            // By their keys: a query of one partition walks over all of Azurite's table.
            var state = stored.Row.State;
            var history = Enumerable.Range(0, state.Rows).Select(row => RowKeys.History(state.Generation, row));
            await _store.DeleteRowsAsync(id, [.. history, RowKeys.Instance], cancellation);
            return true;
        }
        finally
        {
            _forgetting.TryRemove(id, out _);
            done.SetResult();
        }
    }

    private Task ForgottenAsync(string instanceId) => _forgetting.GetValueOrDefault(instanceId) ?? Task.CompletedTask;
}
