using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Fulfillment;

/// <summary>The step of <see cref="WatchWaiting"/>.</summary>
public sealed class WaitingActivities(Waker waker, IOptions<DomOptions> options)
{
    /// <summary>Wakes what can be served.</summary>
    /// <param name="input">Nothing.</param>
    /// <param name="client">Reaches the orders.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>After which time to look again.</returns>
    [Function(nameof(WakeWaiting))]
    public async Task<TimeSpan> WakeWaiting([ActivityTrigger] string? input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        _ = input;
        await waker.LookAsync(client, cancellationToken);
        return options.Value.WakeEvery;
    }
}
