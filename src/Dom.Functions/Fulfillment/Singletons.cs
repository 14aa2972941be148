using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Fulfillment;

/// <summary>Starts orchestrations of which one runs at a time.</summary>
internal static class Singletons
{
    // Whatever has ended may be replaced by the next.
    private static readonly OrchestrationRuntimeStatus[] UnderWay =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    /// <summary>Starts one, unless it is under way.</summary>
    /// <param name="client">Starts it.</param>
    /// <param name="name">The orchestration.</param>
    /// <param name="input">Its input; none where it takes none.</param>
    /// <param name="instanceId">The id of its only instance.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it was started; false where it is under way.</returns>
    public static async Task<bool> TryStartAsync(this DurableTaskClient client, string name, object? input, string instanceId, CancellationToken cancellationToken)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(instanceId).WithDedupeStatuses(UnderWay), cancellationToken);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }
}
