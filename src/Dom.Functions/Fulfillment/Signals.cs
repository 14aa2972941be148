using Grpc.Core;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Fulfillment;

/// <summary>Events to orchestrations that may end at any moment.</summary>
public static class Signals
{
    /// <summary>Raises an event, unless the orchestration has ended.</summary>
    /// <remarks>
    /// Who looked first whether it still runs may be told otherwise a moment later: the same event, read from the row by
    /// an earlier step, can have brought it to its end.
    /// </remarks>
    /// <param name="client">Reaches it.</param>
    /// <param name="instanceId">The orchestration.</param>
    /// <param name="eventName">Name of the event.</param>
    /// <param name="payload">What it carries.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>False where it has ended, or has ended and is purged: nobody needs the event any more.</returns>
    public static async Task<bool> TryRaiseEventAsync(
        this DurableTaskClient client, string instanceId, string eventName, object payload, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        try
        {
            await client.RaiseEventAsync(instanceId, eventName, payload, cancellationToken);
            return true;
        }
        catch (RpcException ended) when (ended.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound)
        {
            return false;
        }
    }
}
