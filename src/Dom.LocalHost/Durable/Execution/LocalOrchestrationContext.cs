using Dom.LocalHost.Durable.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Durable.Execution;

/// <summary>
/// The context of one episode's run of orchestrator code. It numbers what the code does, from 0 in the order of the code, and keeps it until
/// it is matched with the history or stored.
/// </summary>
internal sealed partial class LocalOrchestrationContext : TaskOrchestrationContext
{
    private readonly EpisodeInput _input;
    private readonly OrchestratorThread _thread;
    private readonly SortedDictionary<int, HistoryEvent> _pending = [];
    private readonly Dictionary<int, OpenCall> _open = [];
    private readonly List<HistoryEvent> _canceledTimers = [];
    private string? _customStatus;
    private FailureRecord? _fault;
    private DateTime _now;
    private bool _isReplaying;
    private int _nextId;
    private int _nextGuid;

    /// <summary>Creates the context.</summary>
    /// <param name="input">What the episode starts from.</param>
    /// <param name="thread">Where the code runs.</param>
    public LocalOrchestrationContext(EpisodeInput input, OrchestratorThread thread)
    {
        _input = input;
        _thread = thread;
        Name = new TaskName(input.Row.Name);
        Parent = input.Row.State.Parent is { } parent
            ? new ParentOrchestrationInstance(new TaskName(parent.Name), parent.InstanceId)
            : null;
    }

    /// <inheritdoc/>
    public override TaskName Name { get; }

    /// <inheritdoc/>
    public override string InstanceId => _input.Row.InstanceId;

    /// <inheritdoc/>
    public override ParentOrchestrationInstance? Parent { get; }

    /// <inheritdoc/>
    public override string Version => _input.Row.State.Version;

    /// <inheritdoc/>
    public override bool IsReplaying => _isReplaying;

    /// <inheritdoc/>
    public override DateTime CurrentUtcDateTime
    {
        get
        {
            RequireThread(nameof(CurrentUtcDateTime));
            return _now;
        }
    }

    /// <summary>The first rule the code was caught breaking; null when it was not.</summary>
    public FailureRecord? Fault => Volatile.Read(ref _fault);

    /// <summary>Calls and timers that have not ended, in words.</summary>
    public IEnumerable<string> OpenCalls => _open.OrderBy(call => call.Key).Select(call => call.Value.Action.Describe());

    /// <summary>True while a call, a timer or a waiter can still go on.</summary>
    public bool HasDurableWait => _open.Count > 0 || HasLiveWaiter;

    /// <summary>The custom status as JSON.</summary>
    public string? CustomStatus => _customStatus;

    /// <summary>What the code did that the history does not know yet, by number; cancelled timers last.</summary>
    public IEnumerable<HistoryEvent> Pending => _pending.Values.Concat(_canceledTimers);

    /// <inheritdoc/>
    protected override ILoggerFactory LoggerFactory => _input.Loggers;

    /// <summary>Enters an episode, past or present.</summary>
    /// <param name="at">Its time.</param>
    /// <param name="replaying">True for a past one.</param>
    public void Enter(DateTime at, bool replaying)
    {
        _now = DateTime.SpecifyKind(at, DateTimeKind.Utc);
        _isReplaying = replaying;
    }

    /// <summary>Records a broken rule; the first one counts.</summary>
    /// <param name="fault">What happened, and what to change.</param>
    public void Break(FailureRecord fault) => Interlocked.CompareExchange(ref _fault, fault, null);

    /// <summary>Forgets what the code did: the history knows it.</summary>
    public void ClearPending()
    {
        _pending.Clear();
        _canceledTimers.Clear();
    }

    /// <inheritdoc/>
    public override T? GetInput<T>()
        where T : default
    {
        RequireThread(nameof(GetInput));
        return Read<T>(_input.Input, $"The input of orchestrator '{Name.Name}'");
    }

    /// <inheritdoc/>
    public override void SetCustomStatus(object? customStatus)
    {
        RequireThread(nameof(SetCustomStatus));
        var json = _input.Payloads.Serialize(customStatus);
        if (json is { Length: > PayloadLimits.CustomStatusChars })
        {
            throw Broken($"The custom status of orchestrator '{Name.Name}' is {json.Length} characters of JSON; at most "
                + $"{PayloadLimits.CustomStatusChars} (16 KB) are kept. Put less into it.");
        }

        _customStatus = json;
    }

    private string? Write(object? value, string what)
    {
        var json = _input.Payloads.Serialize(value);
        return json is { Length: > PayloadLimits.PayloadChars }
            ? throw Broken($"{what} is {json.Length} characters of JSON; at most {PayloadLimits.PayloadChars} are stored. "
                + "Keep large data in storage and pass its id.")
            : json;
    }

    private T? Read<T>(string? json, string what)
    {
        try
        {
            return _input.Payloads.Deserialize<T>(json);
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or NotSupportedException or InvalidOperationException)
        {
            throw Broken($"{what} does not read as {typeof(T)}: {exception.Message} Send what that type reads, or read it as a more tolerant "
                + "type such as JsonElement.");
        }
    }

    private void RequireThread(string member)
    {
        if (!_thread.IsCurrent)
        {
            throw Broken($"Orchestrator '{Name.Name}' used {member} of its context outside its own thread. {StrayAdvice}");
        }
    }

    private OrchestrationRuleException Broken(string message)
    {
        var exception = new OrchestrationRuleException(message);
        Break(FailureRecord.FromException(exception));
        return exception;
    }

    private sealed record OpenCall(HistoryEvent Action, TaskCompletionSource<HistoryEvent> Completion);
}
