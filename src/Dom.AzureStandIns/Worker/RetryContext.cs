namespace Microsoft.Azure.Functions.Worker;

/// <summary>How often an invocation was tried.</summary>
public abstract class RetryContext
{
    /// <summary>Retries so far; 0 at the first attempt.</summary>
    public abstract int RetryCount { get; }

    /// <summary>Retries allowed; 0 without a retry policy.</summary>
    public abstract int MaxRetryCount { get; }
}
