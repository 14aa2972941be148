using Dom.Core.Fulfillment;
using Dom.Functions.Storage;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Fulfillment;

/// <summary>Follows up an order that was sourced and waits with a part of it.</summary>
public sealed class WaitingFollowUp(Waker waker, WaitingStore notes)
{
    private volatile bool _isWatched;

    /// <summary>Sees to it that somebody looks, and passes on what the order did not take.</summary>
    /// <param name="client">Reaches orchestrations.</param>
    /// <param name="order">The order.</param>
    /// <param name="decision">How it was sourced.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task FollowAsync(DurableTaskClient client, StoredOrder order, StoredDecision decision, CancellationToken cancellationToken)
    {
        var waiting = decision.Result.Unassigned.Select(line => line.LineId).ToHashSet();
        if (waiting.Count == 0)
        {
            return;
        }

        if (!_isWatched)
        {
            // An earlier process may have started it.
            await client.TryStartAsync(nameof(WatchWaiting), input: null, WatchWaiting.InstanceId, cancellationToken);
            _isWatched = true;
        }

        // At its first sourcing nobody has woken it, so nobody relies on it.
        if (decision.Attempt > 1)
        {
            var skus = order.Order.Lines.Where(line => waiting.Contains(line.LineId)).Select(line => line.Sku).Distinct();
            await waker.PassOnAsync(client, order, skus, cancellationToken);
        }
    }

    /// <summary>Takes away the notes of an order that has ended: what was called off may never come to be served, and nobody would look at its note again.</summary>
    /// <param name="order">The order.</param>
    /// <param name="progress">How it ended.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task EndAsync(StoredOrder order, OrderProgress progress, CancellationToken cancellationToken)
    {
        if (progress.Attempt == 0)
        {
            return;
        }

        var calledOff = progress.Lines.Where(line => line.Cancelled > 0).Select(line => line.LineId).ToHashSet();
        foreach (var sku in order.Order.Lines.Where(line => calledOff.Contains(line.LineId)).Select(line => line.Sku).Distinct())
        {
            await notes.RemoveAsync(sku, order.Order.OrderId, cancellationToken);
        }
    }
}
