using Microsoft.DurableTask;

namespace Dom.Functions.Fulfillment;

/// <summary>How the steps of orchestrations are carried out.</summary>
public static class Steps
{
    /// <summary>
    /// A step that fails is tried again after 1 s, 2 s, 4 s … up to 5 minutes, 100 times, which is more than seven hours:
    /// storage that is away for an evening loses no order. Then the orchestration fails, for an operator to see and rewind.
    /// </summary>
    public static TaskOptions Retry { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 100,
        firstRetryInterval: TimeSpan.FromSeconds(1),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(5)));
}
