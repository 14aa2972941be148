using System.Collections.Concurrent;

namespace Dom.EndToEnd.Tests.Hosting;

/// <summary>One caller for each role, and the queues.</summary>
internal sealed class Callers(HostProcess host) : IDisposable
{
    private readonly List<QueueMessage> _events = [];
    private readonly List<QueueMessage> _deadLetters = [];
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentBag<ApiClient> _others = [];

    public ApiClient Channel { get; } = new(() => host.Address, () => host.Keys["channel"]);

    public ApiClient Store { get; } = new(() => host.Address, () => host.Keys["store"]);

    public ApiClient Operator { get; } = new(() => host.Address, () => host.Keys["operator"]);

    public ApiClient Viewer { get; } = new(() => host.Address, () => host.Keys["viewer"]);

    public QueueClient Queues { get; } = new(() => host.ServiceBus);

    /// <summary>A caller with a key of its own; none calls without.</summary>
    public ApiClient With(string? key)
    {
        var client = new ApiClient(() => host.Address, () => key);
        _others.Add(client);
        return client;
    }

    /// <summary>All that the topic's subscription got so far.</summary>
    public Task<IReadOnlyList<QueueMessage>> EventsAsync() => TakeAsync("fulfillment-events/subscriptions/all", _events);

    /// <summary>All that the queue of orders dead-lettered so far.</summary>
    public Task<IReadOnlyList<QueueMessage>> DeadLettersAsync() => TakeAsync("orders/$DeadLetterQueue", _deadLetters);

    public void Dispose()
    {
        foreach (var client in _others.Append(Channel).Append(Store).Append(Operator).Append(Viewer))
        {
            client.Dispose();
        }

        Queues.Dispose();
        _turn.Dispose();
    }

    private async Task<IReadOnlyList<QueueMessage>> TakeAsync(string entity, List<QueueMessage> kept)
    {
        await _turn.WaitAsync();
        try
        {
            kept.AddRange(await Queues.TakeAllAsync(entity));
            return [.. kept];
        }
        finally
        {
            _turn.Release();
        }
    }
}
