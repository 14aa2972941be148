using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Dom.LocalHost.Durable.History;
using Microsoft.DurableTask;
using CoreTaskFailedException = DurableTask.Core.Exceptions.TaskFailedException;

namespace Dom.LocalHost.Durable.Execution;

/// <summary>Activities, sub-orchestrations and timers.</summary>
internal sealed partial class LocalOrchestrationContext
{
    /// <summary>What to do instead of leaving the orchestrator's thread.</summary>
    public const string StrayAdvice =
        "Await only tasks made by the context; move I/O, Task.Run and Task.Delay into activities or durable timers, use neither "
        + "ConfigureAwait(false) nor ContinueWith, and cancel tokens with Cancel(), not CancelAsync().";

    /// <inheritdoc/>
    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        RequireThread(nameof(CallActivityAsync));
        RequireNoOptionsAsInput(input, options);
        var payload = Write(input, $"The input of activity '{name.Name}'");
        var call = new HistoryEvent(EventKind.TaskScheduled) { Name = name.Name, Payload = payload };

        var end = await CallWithRetries(call, options?.Retry);

        return Result<TResult>(end, call);
    }

    /// <inheritdoc/>
    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        RequireThread(nameof(CallSubOrchestratorAsync));
        RequireNoOptionsAsInput(input, options);
        var childId = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N", CultureInfo.InvariantCulture);
        if (InstanceIdRules.FindFault(childId) is { } fault)
        {
            throw Broken($"Orchestrator '{Name.Name}' cannot start sub-orchestration '{orchestratorName.Name}': {fault}");
        }

        var payload = Write(input, $"The input of sub-orchestration '{orchestratorName.Name}'");
        var call = new HistoryEvent(EventKind.ChildCreated) { Name = orchestratorName.Name, InstanceId = childId, Payload = payload };

        var end = await CallWithRetries(call, options?.Retry);

        return Result<TResult>(end, call);
    }

    /// <inheritdoc/>
    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        RequireThread(nameof(CreateTimer));
        return Schedule(new HistoryEvent(EventKind.TimerCreated) { FireAt = fireAt.ToUniversalTime() }, cancellationToken);
    }

    /// <summary>Hands the end of a call or a timer to the code; one that is not open is a duplicate and ignored.</summary>
    /// <param name="end">The end.</param>
    public void Complete(HistoryEvent end)
    {
        if (_open.Remove(end.Id!.Value, out var call))
        {
            call.Completion.TrySetResult(end);
        }
    }

    private static void RequireNoOptionsAsInput(object? input, TaskOptions? options)
    {
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException(
                $"{nameof(TaskOptions)} were given as the input, and no options. Write options: before them.", nameof(input));
        }
    }

    private Task<HistoryEvent> Schedule(HistoryEvent action, CancellationToken cancellation = default)
    {
        var id = _nextId++;
        var numbered = action with { Id = id };
        var completion = new TaskCompletionSource<HistoryEvent>();
        _pending.Add(id, numbered);
        _open.Add(id, new OpenCall(numbered, completion));
        if (cancellation.CanBeCanceled)
        {
            cancellation.Register(() => CancelTimer(id, completion, cancellation));
        }

        return completion.Task;
    }

    private void CancelTimer(int id, TaskCompletionSource<HistoryEvent> completion, CancellationToken cancellation)
    {
        RequireThread("a timer's cancellation token");
        if (_open.Remove(id))
        {
            _canceledTimers.Add(new HistoryEvent(EventKind.TimerCanceled) { Id = id });
            completion.TrySetCanceled(cancellation);
        }
    }

    private async Task<HistoryEvent> CallWithRetries(HistoryEvent call, TaskRetryOptions? retry) => retry switch
    {
        { Policy: { } policy } => await CallByPolicy(call, policy),
        { Handler: { } handler } => await CallByHandler(call, handler),
        _ => await Schedule(call),
    };

    private async Task<HistoryEvent> CallByPolicy(HistoryEvent call, RetryPolicy policy)
    {
        var first = _now;
        for (var attempt = 1; ; attempt++)
        {
            var end = await Schedule(call);
            if (end.Failure is not { IsFinal: false } failure)
            {
                return end;
            }

            if (attempt == policy.MaxNumberOfAttempts)
            {
                // Azure makes this timer after the last failure; without it, later numbers and times would differ.
                await CreateTimer(_now, CancellationToken.None);
                return end;
            }

            if (DelayAfter(attempt, first, failure, policy) is not { } delay)
            {
                return end;
            }

            await CreateTimer(delay < DateTime.MaxValue - _now ? _now + delay : DateTime.MaxValue, CancellationToken.None);
        }
    }

    private async Task<HistoryEvent> CallByHandler(HistoryEvent call, AsyncRetryHandler handler)
    {
        var first = _now;
        for (var failures = 1; ; failures++)
        {
            var end = await Schedule(call);
            if (end.Failure is not { IsFinal: false } failure
                || !await handler(new RetryContext(this, failures, failure.ToDetails(), _now - first, CancellationToken.None)))
            {
                return end;
            }
        }
    }

    private TimeSpan? DelayAfter(int attempt, DateTime first, FailureRecord failure, RetryPolicy policy)
    {
        var isLate = policy.RetryTimeout != Timeout.InfiniteTimeSpan && _now - first >= policy.RetryTimeout;
        if (isLate || !IsWorthRetrying(failure, policy))
        {
            return null;
        }

        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        var wanted = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return wanted < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(wanted) : longest;
    }

    [SuppressMessage("Design", "CA1031", Justification = "As in Azure: a policy that throws says no, and the activity's own failure stands.")]
    private static bool IsWorthRetrying(FailureRecord failure, RetryPolicy policy)
    {
        try
        {
            return policy.Handle(new CoreTaskFailedException(failure.Message) { FailureDetails = failure.ToCore() });
        }
        catch (Exception)
        {
            return false;
        }
    }

    private TResult Result<TResult>(HistoryEvent end, HistoryEvent call) => end.Failure is { } failure
        ? throw new TaskFailedException(call.Name!, end.Id!.Value, failure.ToDetails())
        : Read<TResult>(end.Payload, $"The result of {(call with { Id = end.Id }).Describe()}")!;
}
