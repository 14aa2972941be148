using System.Diagnostics;
using Azure;
using Dom.LocalHost.Durable.Execution;
using Dom.LocalHost.Durable.History;
using Dom.LocalHost.Durable.Storage;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>Episodes: run, store, bring about.</summary>
internal sealed partial class DurableEngine
{
    private async Task RunEpisodesAsync()
    {
        while (await _ready.Reader.WaitToReadAsync(_stopping.Token))
        {
            while (!_stopping.IsCancellationRequested && _ready.Reader.TryRead(out var instance))
            {
                await RunEpisodeAsync(instance);
                if (instance.Release())
                {
                    _ready.Writer.TryWrite(instance);
                }
            }
        }
    }

    private async Task RunEpisodeAsync(OrchestrationInstance instance)
    {
        var taken = instance.Take();
        if (taken.Count == 0)
        {
            return;
        }

        var replay = instance.Replay ?? await LoadReplayAsync(instance);
        var received = taken.SelectMany(arrival => arrival.Events).ToList();
        var at = TimeOf(instance, received);
        var outcome = await ExecuteAsync(instance, replay, received, at);
        var (commit, final) = await StoreAsync(instance, taken, new Episode(at, received, outcome.Actions), outcome, replay.Input);
        BringAbout(instance, commit, final, replay);
        if (commit.Leftover.Count > 0)
        {
            await DeleteRowsAsync(instance.Id, commit.Leftover);
        }
    }

    private DateTime TimeOf(OrchestrationInstance instance, List<HistoryEvent> received)
    {
        // A clock that was set back, or a timer that came a moment early, must not let the orchestration's time stand before what it waited for.
        var at = Now > instance.Row.UpdatedAt ? Now : instance.Row.UpdatedAt;
        return received.Where(item => item.FireAt is not null).Select(item => item.FireAt!.Value).Append(at).Max();
    }

    private async Task<EpisodeOutcome> ExecuteAsync(OrchestrationInstance instance, ReplayData replay, List<HistoryEvent> received, DateTime at)
    {
        var row = instance.Row;
        if (!_registry.TryGetOrchestrator(row.Name, out var orchestrator))
        {
            var failure = FailureRecord.FromException(new OrchestrationRuleException(
                _registry.NoOrchestrator(row.Name) + " Code of orchestrations that are under way must stay until they have ended."));
            return new EpisodeOutcome(OrchestrationRuntimeStatus.Failed, [], row.CustomStatus) { Failure = failure };
        }

        var executionId = row.State.ExecutionId;
        var input = new EpisodeInput(row, replay.Input, orchestrator, replay.ReadEpisodes(), at, received)
        {
            Payloads = _payloads,
            Loggers = _loggers,
            OnLateStray = message => Post(
                instance, new Arrival([new HistoryEvent(EventKind.Strayed) { Reason = message }], null, executionId)),
        };
        try
        {
            // Code that blocks its thread waits for what only this thread could hand it: it is left behind, with the thread.
            return await Task.Run(() => EpisodeRunner.Run(input)).WaitAsync(Debugger.IsAttached ? Timeout.InfiniteTimeSpan : _options.EpisodeLimit);
        }
        catch (TimeoutException)
        {
            var failure = FailureRecord.FromException(new OrchestrationRuleException(
                $"Orchestrator '{row.Name}' of instance '{row.InstanceId}' did not come back within {_options.EpisodeLimit}: it blocks its thread, as Result, Wait() "
                + "and Thread.Sleep do, or runs in a circle. In Azure it would hang. Await durable tasks, and move work into activities."));
            return new EpisodeOutcome(OrchestrationRuntimeStatus.Failed, [], row.CustomStatus) { Failure = failure };
        }
    }

    private async Task<(EpisodeCommit Commit, EpisodeOutcome Outcome)> StoreAsync(
        OrchestrationInstance instance, List<Arrival> taken, Episode episode, EpisodeOutcome outcome, string? input)
    {
        EpisodeCommit commit;
        try
        {
            commit = EpisodeCommit.Of(instance, taken, episode, outcome, input, NewCommitId());
            await WriteAsync(instance, commit.Write);
            return (commit, outcome);
        }
        catch (Exception exception) when (exception is OrchestrationRuleException || exception is RequestFailedException { Status: 400 or 413 })
        {
            _logger.EpisodeRefused(exception, instance.Id);
            outcome = new EpisodeOutcome(OrchestrationRuntimeStatus.Failed, [], null) { Failure = FailureRecord.FromException(exception) };
        }

        // What arrived may be what is too large, so only the end is told.
        commit = EpisodeCommit.Of(instance, taken, episode with { Received = [], Actions = [] }, outcome, input, NewCommitId());
        await WriteAsync(instance, commit.Write);
        return (commit, outcome);
    }

    private async Task<ReplayData> LoadReplayAsync(OrchestrationInstance instance)
    {
        var stored = await WithRetriesAsync(instance.Id, () => _store.ReadHistoryAsync(instance.Id, _stopping.Token))
            ?? throw new HistoryConflictException($"Orchestration '{instance.Id}' is gone from storage while it is running. {OneProcess}");
        return ReplayOf(stored);
    }

    private static ReplayData ReplayOf(StoredInstance stored)
    {
        var prefix = RowKeys.HistoryPrefix(stored.Row.State.Generation);
        var replay = new ReplayData(stored.Row.Input, []);
        var text = new System.Text.StringBuilder();
        foreach (var row in stored.Rows.Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            text.Append(row.Text);
            if (!row.Continues)
            {
                replay = replay.With(text.ToString());
                text.Clear();
            }
        }

        return replay;
    }

    private void BringAbout(OrchestrationInstance instance, EpisodeCommit commit, EpisodeOutcome outcome, ReplayData replay)
    {
        var row = commit.Write.Row;
        var kept = row with { Input = null, Output = null, Failure = null };
        instance.Advance(row.IsEnded ? row : kept, commit.Next);
        if (row.IsEnded)
        {
            End(instance);
        }
        else
        {
            _replays.Put(instance, commit.Json is null ? new ReplayData(row.Input, []) : replay.With(commit.Json));
            BringAbout(instance, row, outcome.Continuation is null ? outcome.Actions : []);
        }

        foreach (var delivery in commit.Deliveries)
        {
            Deliver(delivery);
        }

        instance.Announce();
        if (row.IsEnded && row.State.Parent is { } parent)
        {
            ReportToParent(parent, row);
        }
    }

    private void BringAbout(OrchestrationInstance instance, InstanceRow row, IReadOnlyList<HistoryEvent> actions)
    {
        foreach (var canceled in actions.Where(action => action.Kind == EventKind.TimerCanceled))
        {
            Disarm(instance, canceled.Id!.Value);
        }

        var open = row.State.Open.Select(task => task.Id).ToHashSet();
        foreach (var action in actions.Where(action => action.Id is { } id && open.Contains(id)))
        {
            switch (action.Kind)
            {
                case EventKind.TaskScheduled:
                    RunActivity(instance, row.State.ExecutionId, action);
                    break;
                case EventKind.TimerCreated:
                    Arm(instance, action.Id!.Value, action.FireAt!.Value);
                    break;
                case EventKind.ChildCreated:
                    StartChild(instance, action);
                    break;
            }
        }
    }

    private void End(OrchestrationInstance instance)
    {
        foreach (var timer in instance.DisarmAll())
        {
            _timers.Remove(timer);
        }

        _replays.Remove(instance);
        _instances.TryRemove(KeyValuePair.Create(instance.Id, instance));
        var row = instance.Row;
        if (row.Failure is { } failure)
        {
            _logger.InstanceFailed(row.InstanceId, row.Name, failure);
        }
        else
        {
            _logger.InstanceEnded(row.InstanceId, row.Name, row.Status);
        }
    }
}
