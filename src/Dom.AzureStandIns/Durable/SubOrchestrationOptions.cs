namespace Microsoft.DurableTask;

/// <summary>How a sub-orchestration is called.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="retry">When and how often to try again; null tries once.</param>
    /// <param name="instanceId">The sub-orchestration's instance id; null makes one.</param>
    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null)
        : base(retry)
    {
        InstanceId = instanceId;
    }

    /// <summary>Adds an instance id to options.</summary>
    /// <param name="options">What to start from.</param>
    /// <param name="instanceId">The sub-orchestration's instance id; null keeps the one in <paramref name="options"/>.</param>
    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null)
        : base(options)
    {
        InstanceId = instanceId ?? (options as SubOrchestrationOptions)?.InstanceId;
    }

    /// <summary>Copies options.</summary>
    /// <param name="options">What to copy.</param>
    public SubOrchestrationOptions(SubOrchestrationOptions options)
        : base(options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
    }

    /// <summary>The sub-orchestration's instance id; null makes one.</summary>
    public string? InstanceId { get; init; }
}
