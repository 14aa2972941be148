using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dom.Functions.Fulfillment;

/// <summary>Looks now and then whether what waits can be served: at the start of a day locations take orders again, and nobody tells.</summary>
public static class WatchWaiting
{
    /// <summary>The one instance. No order and no shipment has such an id.</summary>
    public const string InstanceId = "~waiting";

    /// <summary>The orchestration. It never ends.</summary>
    /// <param name="context">The orchestration's context.</param>
    [Function(nameof(WatchWaiting))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        var pause = await context.CallActivityAsync<TimeSpan>(nameof(WaitingActivities.WakeWaiting), Steps.Retry);
        await context.CreateTimer(context.CurrentUtcDateTime + pause, CancellationToken.None);
        context.ContinueAsNew();
    }
}
