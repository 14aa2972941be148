using Dom.Functions.Fulfillment;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dom.Functions.Waves;

/// <summary>
/// Decides anew, together, what is offered and not accepted and what found nothing, tells the orders that are worth moving, and wakes what waits. Each order's own
/// orchestration carries its move out, or does not where it has gone on. Whatever step is run again leaves the same behind.
/// </summary>
public static class SourceWave
{
    /// <summary>The id of its instance: one wave at a time. No order and no shipment can have it.</summary>
    public const string InstanceId = "source~wave";

    // A wave that cannot be run now is run a quarter of an hour later: it is worth no long fight.
    private static readonly TaskOptions Retry = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 4, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromMinutes(1)));

    /// <summary>The orchestration.</summary>
    /// <param name="context">The orchestration's context.</param>
    /// <param name="input">The wave.</param>
    /// <returns>What came of it.</returns>
    [Function(nameof(SourceWave))]
    public static async Task<WaveReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, WaveRun input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);

        var decision = await context.CallActivityAsync<WaveDecision>(nameof(WaveActivities.PlanWave), input, Retry);
        var moved = await context.CallActivityAsync<int>(nameof(WaveActivities.MoveOrders), decision, Retry);
        await context.CallActivityAsync<TimeSpan>(nameof(WaitingActivities.WakeWaiting), Retry);
        return new WaveReport(input.WaveId, decision.Offered, decision.Waiting, decision.Together, moved);
    }
}
