namespace Microsoft.DurableTask;

/// <summary>When a failed call is tried again: by a policy or by code.</summary>
public sealed class TaskRetryOptions
{
    /// <summary>Retries by a policy.</summary>
    /// <param name="policy">The policy.</param>
    public TaskRetryOptions(RetryPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Policy = policy;
    }

    /// <summary>Retries as code says.</summary>
    /// <param name="handler">Says after each failure whether to try again.</param>
    public TaskRetryOptions(AsyncRetryHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Handler = handler;
    }

    /// <summary>The policy, or null where code decides.</summary>
    public RetryPolicy? Policy { get; }

    /// <summary>The code that decides, or null where a policy does.</summary>
    public AsyncRetryHandler? Handler { get; }

    /// <summary>Retries by a policy.</summary>
    /// <param name="policy">The policy.</param>
    public static implicit operator TaskRetryOptions(RetryPolicy policy) => FromRetryPolicy(policy);

    /// <summary>Retries as code says.</summary>
    /// <param name="handler">Says after each failure whether to try again.</param>
    public static implicit operator TaskRetryOptions(AsyncRetryHandler handler) => FromRetryHandler(handler);

    /// <summary>Retries as code says.</summary>
    /// <param name="handler">Says after each failure whether to try again.</param>
    public static implicit operator TaskRetryOptions(RetryHandler handler) => FromRetryHandler(handler);

    /// <summary>Retries by a policy.</summary>
    /// <param name="policy">The policy.</param>
    public static TaskRetryOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

    /// <summary>Retries as code says.</summary>
    /// <param name="handler">Says after each failure whether to try again.</param>
    public static TaskRetryOptions FromRetryHandler(AsyncRetryHandler handler) => new(handler);

    /// <summary>Retries as code says.</summary>
    /// <param name="handler">Says after each failure whether to try again.</param>
    public static TaskRetryOptions FromRetryHandler(RetryHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return FromRetryHandler(context => Task.FromResult(handler(context)));
    }
}
