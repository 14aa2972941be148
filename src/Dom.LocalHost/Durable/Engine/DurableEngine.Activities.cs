using Dom.LocalHost.Durable.History;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>Activities: at least once each.</summary>
internal sealed partial class DurableEngine
{
    private void RunActivity(OrchestrationInstance instance, string executionId, HistoryEvent scheduled) =>
        _activities.Writer.TryWrite(new ActivityItem(
            instance, executionId, scheduled.Id!.Value, new ActivityCall(scheduled.Name!, instance.Id, scheduled.Payload)));

    private async Task RunActivitiesAsync()
    {
        while (await _activities.Reader.WaitToReadAsync(_stopping.Token))
        {
            while (!_stopping.IsCancellationRequested && _activities.Reader.TryRead(out var item))
            {
                var end = await RunActivityAsync(item);

                // A run that the stop cut short says nothing about the activity: it runs again at the next start.
                if (!_stopping.IsCancellationRequested)
                {
                    Post(item.Instance, new Arrival([end], null, item.ExecutionId));
                }
            }
        }
    }

    private async Task<HistoryEvent> RunActivityAsync(ActivityItem item)
    {
        var run = InvokeAsync(item.Call);
        await ((Task)run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (run.IsCompletedSuccessfully)
        {
            return new HistoryEvent(EventKind.TaskCompleted) { Id = item.Id, Payload = run.Result };
        }

        var exception = run.Exception?.InnerExceptions[0] ?? new TaskCanceledException(run);
        if (!_stopping.IsCancellationRequested)
        {
            _logger.ActivityFailed(exception, item.Call.Name, item.Call.InstanceId);
        }

        var isFinal = exception is OrchestrationRuleException;
        return new HistoryEvent(EventKind.TaskFailed) { Id = item.Id, Failure = FailureRecord.FromException(exception) with { IsFinal = isFinal } };
    }

    private async Task<string?> InvokeAsync(ActivityCall call)
    {
        if (!_registry.TryGetActivity(call.Name, out var activity))
        {
            throw new OrchestrationRuleException(_registry.NoActivity(call.Name));
        }

        var result = await activity(call, _stopping.Token);
        return PayloadLimits.Check(_payloads.Serialize(result), $"The result of activity '{call.Name}'");
    }
}
