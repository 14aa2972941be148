using System.Threading.Channels;
using Dom.LocalHost.Durable.History;
using Dom.LocalHost.Durable.Storage;

namespace Dom.LocalHost.Durable.Engine;

/// <summary>
/// Mail: events, suspend, resume, terminate. It is stored with the receiver before it is handed over. What an orchestration sends is stored with the
/// sender first; a second delivery after a crash is recognised by its id.
/// </summary>
internal sealed partial class DurableEngine
{
    /// <summary>Stores mail from a client with its receiver and hands it over.</summary>
    /// <param name="instance">The receiver.</param>
    /// <param name="item">The mail.</param>
    /// <param name="cancellation">Stops waiting; the mail is on its way.</param>
    /// <returns>False when the receiver has ended.</returns>
    public async Task<bool> SendAsync(OrchestrationInstance instance, HistoryEvent item, CancellationToken cancellation)
    {
        ThrowIfFailed();
        await instance.Stored.WaitAsync(cancellation);
        return await HandOverAsync(instance, [item]).WaitAsync(cancellation);
    }

    private async Task<bool> HandOverAsync(OrchestrationInstance instance, IReadOnlyList<HistoryEvent> items)
    {
        var mail = new MailRow(instance.Id, RowKeys.Inbox(Interlocked.Increment(ref _mail)), HistoryJson.Write(items));
        await WithRetriesAsync(instance.Id, async () =>
        {
            await _store.AddMailAsync(mail, CancellationToken.None);
            return true;
        });

        // Not before it is stored: an episode that runs meanwhile stores what was seen. And not after it is handed over: the episode that takes it must know.
        instance.See(items);
        if (TryPost(instance, new Arrival(items, mail.Key)))
        {
            return true;
        }

        await DeleteRowsAsync(instance.Id, [mail.Key]);
        return false;
    }

    // One lane per sender keeps what it sends in order.
    private void Deliver(OutboxDelivery delivery) =>
        _deliveries[(string.GetHashCode(delivery.SenderId, StringComparison.Ordinal) & int.MaxValue) % DeliveryLanes].Writer.TryWrite(delivery);

    private async Task DeliverAsync(ChannelReader<OutboxDelivery> lane)
    {
        await foreach (var delivery in lane.ReadAllAsync(_stopping.Token))
        {
            await DeliverAsync(delivery);
        }
    }

    private async Task DeliverAsync(OutboxDelivery delivery)
    {
        foreach (var group in delivery.Items.GroupBy(item => item.To, StringComparer.Ordinal))
        {
            List<HistoryEvent> items = [.. group.Select(item => item.Event)];
            var isDelivered = _instances.TryGetValue(group.Key, out var receiver) && await DeliverAsync(receiver, items);
            if (!isDelivered)
            {
                _logger.EventDropped(delivery.SenderId, items[0].Name, group.Key);
            }
        }

        await DeleteRowsAsync(delivery.SenderId, [delivery.Key]);
        foreach (var group in delivery.Items.GroupBy(item => item.To, StringComparer.Ordinal))
        {
            if (_instances.TryGetValue(group.Key, out var receiver))
            {
                receiver.ForgetSeen(group.Select(item => item.Event.MessageId).OfType<string>());
            }
        }
    }

    private async Task<bool> DeliverAsync(OrchestrationInstance receiver, List<HistoryEvent> items)
    {
        await receiver.Stored.WaitAsync(_stopping.Token);
        items.RemoveAll(item => item.MessageId is { } id && receiver.HasSeen(id));
        return items.Count == 0 || await HandOverAsync(receiver, items);
    }
}
