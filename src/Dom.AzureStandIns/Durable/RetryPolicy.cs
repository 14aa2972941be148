using System.ComponentModel;

namespace Microsoft.DurableTask;

/// <summary>Retries with growing delays.</summary>
public class RetryPolicy
{
    /// <summary>Creates a policy.</summary>
    /// <param name="maxNumberOfAttempts">Executions in all, the first one included; at least 1.</param>
    /// <param name="firstRetryInterval">Delay before the second execution; above zero.</param>
    /// <param name="backoffCoefficient">Factor from one delay to the next; at least 1.</param>
    /// <param name="maxRetryInterval">Longest delay; null is one hour.</param>
    /// <param name="retryTimeout">Time from the first execution after which none is begun; null is no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1.0);
        ThrowIfShorter(maxRetryInterval, firstRetryInterval, nameof(maxRetryInterval));
        ThrowIfShorter(retryTimeout, firstRetryInterval, nameof(retryTimeout));

        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
    }

    /// <summary>Executions in all, the first one included.</summary>
    public int MaxNumberOfAttempts { get; }

    /// <summary>Delay before the second execution.</summary>
    public TimeSpan FirstRetryInterval { get; }

    /// <summary>Factor from one delay to the next.</summary>
    public double BackoffCoefficient { get; }

    /// <summary>Longest delay; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan MaxRetryInterval { get; }

    /// <summary>Time from the first execution after which none is begun; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan RetryTimeout { get; }

    /// <summary>Whether a failure, given as the engine's own exception, is worth another execution.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Func<Exception, bool> Handle { get; private init; } = _ => true;

    /// <summary>Whether a failure is worth another execution; without it every failure is.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init
        {
            Handle = exception => exception is global::DurableTask.Core.Exceptions.TaskFailedException { FailureDetails: { } details }
                ? value(FromCore(details))
                : throw new InvalidOperationException($"No failure details in {exception.GetType()}; a task's failure is expected.");
        }
    }

    private static TaskFailureDetails FromCore(global::DurableTask.Core.FailureDetails details) => new(
        details.ErrorType,
        details.ErrorMessage,
        details.StackTrace,
        details.InnerFailure is null ? null : FromCore(details.InnerFailure),
        null);

    private static void ThrowIfShorter(TimeSpan? value, TimeSpan least, string name)
    {
        if (value < least && value != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(name, value, $"At least firstRetryInterval ({least}), or infinite.");
        }
    }
}
