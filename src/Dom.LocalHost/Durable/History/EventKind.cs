namespace Dom.LocalHost.Durable.History;

/// <summary>What an entry of a history says.</summary>
internal enum EventKind
{
    /// <summary>The orchestrator begins.</summary>
    Started,

    /// <summary>The orchestrator called an activity.</summary>
    TaskScheduled,

    /// <summary>An activity returned.</summary>
    TaskCompleted,

    /// <summary>An activity threw.</summary>
    TaskFailed,

    /// <summary>The orchestrator called another orchestrator.</summary>
    ChildCreated,

    /// <summary>A sub-orchestration completed.</summary>
    ChildCompleted,

    /// <summary>A sub-orchestration failed or was terminated.</summary>
    ChildFailed,

    /// <summary>The orchestrator made a timer.</summary>
    TimerCreated,

    /// <summary>A timer is due.</summary>
    TimerFired,

    /// <summary>The orchestrator cancelled a timer; no replay needs it, but a restart does not arm the timer again.</summary>
    TimerCanceled,

    /// <summary>The orchestrator sent an event to an instance.</summary>
    EventSent,

    /// <summary>An event from outside arrived.</summary>
    EventRaised,

    /// <summary>A client holds the instance.</summary>
    Suspended,

    /// <summary>A client lets the instance go on.</summary>
    Resumed,

    /// <summary>A client ends the instance.</summary>
    Terminated,

    /// <summary>Orchestrator code was caught running outside its episode.</summary>
    Strayed,
}
