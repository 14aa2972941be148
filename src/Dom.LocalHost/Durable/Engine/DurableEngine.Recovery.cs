using System.Globalization;
using Dom.LocalHost.Durable.History;
using Dom.LocalHost.Durable.Storage;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>What a start finds and goes on with: two queries, and one read per instance that has an activity or a sub-orchestration under way.</summary>
internal sealed partial class DurableEngine
{
    private const int PageSize = 1_000;
    private const int ParallelReads = 16;

    private async Task RecoverAsync(CancellationToken cancellation)
    {
        // The mail is read first: an instance whose row is read later may have consumed some of it, but nothing runs yet.
        var mail = await _store.ReadMailAsync(cancellation);
        await LoadInstancesAsync(cancellation);
        await TakeInMailAsync(mail, cancellation);
        var timers = 0;
        foreach (var instance in _instances.Values)
        {
            foreach (var timer in instance.Row.State.Open.Where(task => task.FireAt is not null))
            {
                Arm(instance, timer.Id, timer.FireAt!.Value);
                timers++;
            }

            if (instance.Row.State.Episodes == 0)
            {
                StartWhenDue(instance);
            }
        }

        var activities = await ResumeCallsAsync(cancellation);
        _logger.EngineStarted(_instances.Count, activities, timers, mail.Count);
    }

    private async Task LoadInstancesAsync(CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await _store.QueryAsync(InstanceFilter.NotEnded, continuation, PageSize, cancellation);
            foreach (var stored in page.Instances)
            {
                _instances[stored.Row.InstanceId] = new OrchestrationInstance(stored.Row, stored.Version);
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    private async Task TakeInMailAsync(IReadOnlyList<MailRow> mail, CancellationToken cancellation)
    {
        _mail = Now.Ticks;
        var inbox = mail.Where(row => row.Key.StartsWith(RowKeys.InboxPrefix, StringComparison.Ordinal)).ToList();
        foreach (var row in inbox)
        {
            // Numbers of mail must go on growing, even when the clock was set back.
            _mail = Math.Max(_mail, long.Parse(row.Key.Split('-')[1], CultureInfo.InvariantCulture));
            if (!_instances.TryGetValue(row.InstanceId, out var instance))
            {
                await _store.DeleteRowsAsync(row.InstanceId, [row.Key], cancellation);
                continue;
            }

            var items = HistoryJson.Read<List<HistoryEvent>>(row.Text);
            instance.See(items);
            Post(instance, new Arrival(items, row.Key));
        }

        var outbox = mail.Where(row => row.Key.StartsWith(RowKeys.OutboxPrefix, StringComparison.Ordinal))
            .Select(row => new OutboxDelivery(row.InstanceId, row.Key, HistoryJson.Read<List<OutboxItem>>(row.Text)))
            .ToList();
        var resent = outbox.SelectMany(row => row.Items).Select(item => item.Event.MessageId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var instance in _instances.Values)
        {
            instance.ForgetSeen(instance.Seen().Where(id => !resent.Contains(id)));
        }

        outbox.ForEach(Deliver);
    }

    private async Task<int> ResumeCallsAsync(CancellationToken cancellation)
    {
        var activities = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellation };
        var callers = _instances.Values.Where(instance => instance.Row.State.Open.Any(task => task.FireAt is null)).ToList();
        await Parallel.ForEachAsync(callers, parallel, async (instance, token) =>
        {
            // A sub-orchestration that is in memory reports by itself.
            var open = instance.Row.State.Open
                .Where(task => task.Kind == EventKind.TaskScheduled || (task.ChildId is { } id && !_instances.ContainsKey(id)))
                .ToDictionary(task => task.Id);
            if (open.Count == 0)
            {
                return;
            }

            var stored = await _store.ReadHistoryAsync(instance.Id, token)
                ?? throw new HistoryConflictException($"Orchestration '{instance.Id}' vanished from storage during the start. {OneProcess}");
            var replay = ReplayOf(stored);
            _replays.Put(instance, replay);
            foreach (var action in replay.ReadEpisodes().SelectMany(episode => episode.Actions).Where(item => item.Id is not null))
            {
                if (!open.TryGetValue(action.Id!.Value, out var task) || task.Kind != action.Kind)
                {
                    continue;
                }

                if (task.Kind == EventKind.TaskScheduled)
                {
                    Interlocked.Increment(ref activities);
                    RunActivity(instance, instance.Row.State.ExecutionId, action);
                }
                else
                {
                    await ResumeChildAsync(instance, action, token);
                }
            }
        });
        return activities;
    }

    private async Task ResumeChildAsync(OrchestrationInstance parent, HistoryEvent created, CancellationToken cancellation)
    {
        var link = new ParentLink(parent.Id, parent.Row.Name, parent.Row.State.ExecutionId, created.Id!.Value);
        var stored = await _store.ReadRowAsync(created.InstanceId!, cancellation);
        if (stored is { Row.IsEnded: true } && stored.Row.State.Parent == link)
        {
            Post(parent, new Arrival([EndOf(link, stored.Row)], null, link.ExecutionId));
        }
        else
        {
            StartChild(parent, created);
        }
    }
}
