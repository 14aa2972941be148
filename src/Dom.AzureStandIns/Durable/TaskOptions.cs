namespace Microsoft.DurableTask;

/// <summary>How an activity or sub-orchestration is called.</summary>
public record TaskOptions
{
    /// <summary>Creates options that retry.</summary>
    /// <param name="retry">When and how often to try again; null tries once.</param>
    public TaskOptions(TaskRetryOptions? retry)
        : this(retry, null)
    {
    }

    /// <summary>Creates options.</summary>
    /// <param name="retry">When and how often to try again; null tries once.</param>
    /// <param name="tags">Labels of the call; null for none.</param>
    public TaskOptions(TaskRetryOptions? retry = null, IDictionary<string, string>? tags = null)
    {
        Retry = retry;
        Tags = tags;
    }

    /// <summary>Copies options.</summary>
    /// <param name="options">What to copy.</param>
    public TaskOptions(TaskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Retry = options.Retry;
        Tags = options.Tags;
    }

    /// <summary>When and how often to try again; null tries once.</summary>
    public TaskRetryOptions? Retry { get; init; }

    /// <summary>Labels of the call; null for none.</summary>
    public IDictionary<string, string>? Tags { get; init; }

    /// <summary>Options that retry by a fixed policy.</summary>
    /// <param name="policy">The policy.</param>
    public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

    /// <summary>Options that ask code whether to retry.</summary>
    /// <param name="handler">Says after each failure whether to try again.</param>
    public static TaskOptions FromRetryHandler(AsyncRetryHandler handler) => new(handler);

    /// <summary>Options that ask code whether to retry.</summary>
    /// <param name="handler">Says after each failure whether to try again.</param>
    public static TaskOptions FromRetryHandler(RetryHandler handler) => new(handler);

    /// <summary>The same options for a sub-orchestration with an id of its own.</summary>
    /// <param name="instanceId">The sub-orchestration's instance id.</param>
    public SubOrchestrationOptions WithInstanceId(string instanceId) => new(this, instanceId);
}
