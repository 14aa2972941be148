namespace Microsoft.DurableTask;

/// <summary>Says whether a failed call is tried again. Must be deterministic, like orchestrator code.</summary>
/// <param name="retryContext">What is known of the failures so far.</param>
/// <returns>True to try again at once.</returns>
public delegate bool RetryHandler(RetryContext retryContext);

/// <summary>Says whether a failed call is tried again; may await durable tasks, such as a timer.</summary>
/// <param name="retryContext">What is known of the failures so far.</param>
/// <returns>True to try again.</returns>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);

/// <summary>What a retry handler knows.</summary>
/// <param name="OrchestrationContext">The orchestration that called.</param>
/// <param name="LastAttemptNumber">Failures so far, at least 1.</param>
/// <param name="LastFailure">The newest failure.</param>
/// <param name="TotalRetryTime">Time since the first execution was scheduled.</param>
/// <param name="CancellationToken">Never cancelled today.</param>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);
