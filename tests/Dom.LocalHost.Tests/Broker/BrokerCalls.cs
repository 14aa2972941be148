using Dom.LocalHost.Broker;

namespace Dom.LocalHost.Tests.Broker;

/// <summary>The broker's calls as the tests use them.</summary>
internal static class BrokerCalls
{
    public static Task<long> SendAsync(this ServiceBusBroker broker, string entity, BrokerMessage message) =>
        broker.Intake(entity).SendAsync(message, CancellationToken.None);

    public static async Task<LockedMessage?> TakeAsync(this ServiceBusBroker broker, string path, TimeSpan wait = default)
    {
        var received = await broker.Queue(path).ReceiveAsync(1, wait, CancellationToken.None);
        return received.SingleOrDefault();
    }

    public static Task CompleteAsync(this ServiceBusBroker broker, string path, LockedMessage message) =>
        broker.Queue(path).CompleteAsync(message.LockToken, CancellationToken.None);

    public static Task AbandonAsync(this ServiceBusBroker broker, string path, LockedMessage message) =>
        broker.Queue(path).AbandonAsync(message.LockToken, null, CancellationToken.None);

    public static Task DeadLetterAsync(this ServiceBusBroker broker, string path, LockedMessage message, string reason) =>
        broker.Queue(path).DeadLetterAsync(message.LockToken, new(reason, "why"), null, CancellationToken.None);

    public static Task<BrokerCounts> CountAsync(this ServiceBusBroker broker, string path) =>
        broker.Queue(path).CountAsync(CancellationToken.None);

    /// <summary>Everything there is, completed while it is read.</summary>
    public static async Task<List<string>> DrainAsync(this ServiceBusBroker broker, string path, TimeSpan wait = default)
    {
        List<string> texts = [];
        while (await broker.TakeAsync(path, wait) is { } message)
        {
            texts.Add(BrokerBed.Text(message.Message));
            await broker.CompleteAsync(path, message);
        }

        return texts;
    }
}
