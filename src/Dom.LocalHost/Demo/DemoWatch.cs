using System.Collections.Concurrent;
using Dom.LocalHost.Demo.Api;
using Dom.LocalHost.Demo.Live;
using Dom.LocalHost.Demo.Stores;

namespace Dom.LocalHost.Demo;

/// <summary>Follows the orders that were posted, as a channel does: often while they are new, more seldom the more there are of them.</summary>
/// <param name="client">Reads them.</param>
/// <param name="board">Is shown what is read.</param>
/// <param name="found">Is told of every shipment that is read.</param>
internal sealed class DemoWatch(DemoClient client, DemoBoard board, Action<SeenShipment> found)
{
    private const int MostLooksPerSecond = 15;
    private const int MostAtOnce = 4;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan UsualGap = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan WaitingGap = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LeaveWaitingAfter = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Watched> _orders = new(StringComparer.Ordinal);

    /// <summary>Whether every order that was posted has ended or waits.</summary>
    public bool IsSettled => _orders.Values.All(order => order.IsWaiting);

    /// <summary>Begins to follow an order.</summary>
    /// <param name="orderId">The order.</param>
    public void Follow(string orderId)
    {
        var now = TimeProvider.System.GetUtcNow();
        _orders[orderId] = new Watched(now + FirstLook, now, IsWaiting: false);
    }

    /// <summary>Looks at the orders, again and again without end.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = TimeProvider.System.GetUtcNow();
            await Parallel.ForEachAsync(
                _orders.Where(order => order.Value.LookAt <= now).OrderBy(order => order.Value.LookAt).Select(order => order.Key).Take(MostLooksPerSecond).ToList(),
                new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken },
                LookAsync);
            await Task.Delay(Tick, cancellationToken);
        }
    }

    private async ValueTask LookAsync(string orderId, CancellationToken cancellationToken)
    {
        var order = await client.OrderAsync(orderId, cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        var before = _orders[orderId];
        if (order is null)
        {
            // Still in the queue.
            _orders[orderId] = before with { LookAt = now + Gap(before, now) };
            return;
        }

        board.Seen(order);
        foreach (var shipment in order.Shipments)
        {
            found(shipment);
        }

        var isLongWaiting = order.IsWaiting && now - before.Since > LeaveWaitingAfter;
        if (order.HasEnded || isLongWaiting)
        {
            _orders.TryRemove(orderId, out _);
            return;
        }

        _orders[orderId] = before with { IsWaiting = order.IsWaiting, LookAt = now + (order.IsWaiting ? WaitingGap : Gap(before, now)) };
    }

    /// <summary>How long until the next look: what the order's age asks for, and what so many orders allow.</summary>
    private TimeSpan Gap(Watched order, DateTimeOffset now)
    {
        var wanted = now - order.Since < UsualGap ? FirstLook : UsualGap;
        var allowed = TimeSpan.FromSeconds((double)_orders.Count / MostLooksPerSecond);
        return wanted > allowed ? wanted : allowed;
    }

    /// <summary>An order that is followed.</summary>
    /// <param name="LookAt">When it is looked at next.</param>
    /// <param name="Since">Since when it is followed.</param>
    /// <param name="IsWaiting">Whether it waited when it was last looked at.</param>
    private sealed record Watched(DateTimeOffset LookAt, DateTimeOffset Since, bool IsWaiting);
}
