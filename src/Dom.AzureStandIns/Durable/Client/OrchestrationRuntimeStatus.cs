namespace Microsoft.DurableTask.Client;

/// <summary>Where an instance stands.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>It has begun and not ended.</summary>
    Running,

    /// <summary>It has returned.</summary>
    Completed,

    /// <summary>No longer used.</summary>
    [Obsolete("The ContinuedAsNew status is obsolete and exists only for compatibility reasons.")]
    ContinuedAsNew,

    /// <summary>It has thrown, or broken a rule.</summary>
    Failed,

    /// <summary>Not used.</summary>
    [Obsolete("The Canceled status is not currently used and exists only for compatibility reasons.")]
    Canceled,

    /// <summary>A client has ended it.</summary>
    Terminated,

    /// <summary>It has not begun.</summary>
    Pending,

    /// <summary>It is held: what arrives waits.</summary>
    Suspended,
}
