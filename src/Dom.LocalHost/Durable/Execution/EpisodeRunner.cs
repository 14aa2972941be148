using Dom.LocalHost.Durable.History;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Durable.Execution;

/// <summary>
/// Runs one episode: replays the past ones with <c>IsReplaying</c> true, then hands over what has arrived. Where the real engine would hang, lose
/// an event or wait for a forgotten task, the instance fails with a message.
/// </summary>
internal sealed partial class EpisodeRunner
{
    private readonly EpisodeInput _input;
    private readonly OrchestratorThread _thread;
    private readonly LocalOrchestrationContext _context;
    private readonly Queue<HistoryEvent> _whileSuspended = new();
    private readonly Lock _strays = new();
    private Task<object?>? _run;
    private bool _isSuspended;
    private bool _isOver;

    private EpisodeRunner(EpisodeInput input)
    {
        _input = input;
        _thread = new OrchestratorThread(OnStray);
        _context = new LocalOrchestrationContext(input, _thread);
    }

    /// <summary>Runs an episode on the calling thread.</summary>
    /// <param name="input">What it starts from.</param>
    public static EpisodeOutcome Run(EpisodeInput input)
    {
        var runner = new EpisodeRunner(input);
        var outcome = runner.RunToOutcome();
        lock (runner._strays)
        {
            runner._isOver = true;
            return runner._context.Fault is { } fault && outcome.Status != OrchestrationRuntimeStatus.Terminated
                ? runner.Failed(fault)
                : outcome;
        }
    }

    private EpisodeOutcome RunToOutcome()
    {
        foreach (var episode in _input.Past)
        {
            if (Replay(episode) is { } broken)
            {
                return broken;
            }
        }

        _context.Enter(_input.At, replaying: false);
        for (var index = 0; index < _input.Received.Count; index++)
        {
            if (Apply(_input.Received[index], _input.Received.Skip(index + 1)) is { } end)
            {
                return end;
            }
        }

        return new EpisodeOutcome(
            _isSuspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running,
            _isSuspended ? [] : [.. _context.Pending],
            _context.CustomStatus);
    }

    private EpisodeOutcome? Replay(Episode episode)
    {
        _context.Enter(episode.At, replaying: true);
        foreach (var received in episode.Received)
        {
            if (Apply(received, []) is { } end)
            {
                return end.Status == OrchestrationRuntimeStatus.Failed && _context.Fault is not null
                    ? end
                    : Differs("it ended here, but its history goes on");
            }
        }

        if (_isSuspended)
        {
            return null;
        }

        var recorded = episode.Actions.Where(IsNumbered).ToList();
        var made = _context.Pending.Where(IsNumbered).ToList();
        for (var index = 0; index < Math.Max(recorded.Count, made.Count); index++)
        {
            if (index >= made.Count)
            {
                return Differs($"its history has {recorded[index].Describe()}, but this run did not do that");
            }

            if (index >= recorded.Count)
            {
                return Differs($"this run made {made[index].Describe()}, which its history does not have at this point");
            }

            if (!IsSame(recorded[index], made[index]))
            {
                return Differs($"its history has {recorded[index].Describe()}, but this run made {made[index].Describe()}");
            }
        }

        _context.ClearPending();
        return null;
    }

    // Input, due time and receiver may differ, as in Azure: number, kind and name may not.
    private static bool IsSame(HistoryEvent recorded, HistoryEvent made) =>
        recorded.Id == made.Id
        && recorded.Kind == made.Kind
        && string.Equals(recorded.Name, made.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsNumbered(HistoryEvent action) => action.Kind != EventKind.TimerCanceled;

    private EpisodeOutcome? Apply(HistoryEvent received, IEnumerable<HistoryEvent> rest)
    {
        if (_isSuspended && received.Kind is not (EventKind.Resumed or EventKind.Terminated or EventKind.Strayed))
        {
            if (received.Kind != EventKind.Suspended)
            {
                _whileSuspended.Enqueue(received);
            }

            return null;
        }

        switch (received.Kind)
        {
            case EventKind.Terminated:
                return new EpisodeOutcome(OrchestrationRuntimeStatus.Terminated, [], _context.CustomStatus)
                {
                    Output = received.Payload,
                    TerminatesChildren = received.Recursive == true,
                };
            case EventKind.Strayed:
                return Broken(received.Reason!);
            case EventKind.Suspended:
                _isSuspended = true;
                return null;
            case EventKind.Resumed:
                return Resume(rest);
            default:
                return Step(received, rest);
        }
    }

    private EpisodeOutcome? Resume(IEnumerable<HistoryEvent> rest)
    {
        _isSuspended = false;
        while (_whileSuspended.TryDequeue(out var held))
        {
            if (Apply(held, _whileSuspended.Concat(rest)) is { } end)
            {
                return end;
            }
        }

        return null;
    }

    private EpisodeOutcome? Step(HistoryEvent received, IEnumerable<HistoryEvent> rest)
    {
        var thrown = _thread.Run(() => Hand(received));
        if (thrown is not null)
        {
            return Broken($"Orchestrator '{_context.Name.Name}' let {thrown.GetType()} escape from code that nothing awaits, such as an async void "
                + $"method: {thrown.Message} Return a Task and await it.");
        }

        if (_context.Fault is { } fault)
        {
            return Failed(fault);
        }

        if (_run is { IsCompleted: true } run)
        {
            return End(run, rest);
        }

        if (_run is not null && !_context.HasDurableWait)
        {
            return Broken($"Orchestrator '{_context.Name.Name}' waits for something that is not a durable task: no activity, sub-orchestration, timer or "
                + $"event wait is pending, so nothing would ever wake it. {LocalOrchestrationContext.StrayAdvice}");
        }

        return null;
    }

    private void Hand(HistoryEvent received)
    {
        switch (received.Kind)
        {
            case EventKind.Started:
                _run = RunOrchestrator();
                break;
            case EventKind.EventRaised:
                try
                {
                    _context.Receive(received);
                }
                catch (OrchestrationRuleException)
                {
                    // The context has recorded it: the instance fails with its message.
                }

                break;
            default:
                _context.Complete(received);
                break;
        }
    }

    // The async method turns what the code throws before its first await into a failed task.
    private async Task<object?> RunOrchestrator() => await _input.Orchestrator(_context);

    private void OnStray(string what)
    {
        var message = $"Orchestrator '{_input.Row.Name}' left its own thread: {what}. {LocalOrchestrationContext.StrayAdvice}";
        lock (_strays)
        {
            if (!_isOver)
            {
                _context.Break(RuleFailure(message));
                return;
            }
        }

        _input.OnLateStray(message);
    }
}
