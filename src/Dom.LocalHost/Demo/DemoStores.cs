using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.LocalHost.Demo.Api;
using Dom.LocalHost.Demo.Live;
using Dom.LocalHost.Demo.Stores;

namespace Dom.LocalHost.Demo;

/// <summary>
/// The people at the demo's locations. They hear of most offers from the orders that are watched; besides, one location after the other is
/// asked for its work, which finds the orders of others and of an earlier demo.
/// </summary>
/// <param name="locations">Their locations.</param>
/// <param name="chances">What they do.</param>
/// <param name="client">Does it.</param>
/// <param name="options">How fast.</param>
/// <param name="board">Counts it.</param>
internal sealed class DemoStores(
    ImmutableArray<LocationId> locations, StoreChances chances, DemoClient client, DemoOptions options, DemoBoard board)
{
    // 60 locations in half a minute, at two small requests a second.
    private static readonly TimeSpan BetweenLocations = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, Task> _work = new(StringComparer.Ordinal);

    /// <summary>Asks one location after the other for its work, without end.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var next = 0; ; next = (next + 1) % locations.Length)
        {
            foreach (var shipment in await client.WorkAsync(locations[next].Value, cancellationToken))
            {
                TakeUp(shipment, cancellationToken);
            }

            await RemoveEndedAsync();
            await Task.Delay(BetweenLocations, cancellationToken);
        }
    }

    /// <summary>Hears of a shipment. One that is worked on already, or that has ended, is left.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="cancellationToken">Stops the work on it.</param>
    public void TakeUp(SeenShipment shipment, CancellationToken cancellationToken)
    {
        if (chances.Next(shipment) is { } turn && _work.TryAdd(shipment.ShipmentId, Task.CompletedTask))
        {
            _work[shipment.ShipmentId] = FulfilAsync(shipment, turn, cancellationToken);
        }
    }

    /// <summary>Waits until nobody works any more.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(_work.Values);

    private async Task FulfilAsync(SeenShipment shipment, StoreTurn first, CancellationToken cancellationToken)
    {
        for (var turn = first; turn is not null;)
        {
            await Task.Delay(turn.After * options.Pace, cancellationToken);
            if (await client.ActAsync(shipment, turn, cancellationToken) is not { } after)
            {
                return;
            }

            board.Done(turn, after);
            (shipment, turn) = (after, after.State == shipment.State ? null : chances.Next(after));
        }
    }

    /// <summary>Forgets the work that has ended; work that failed ends the demo with what it says.</summary>
    private async Task RemoveEndedAsync()
    {
        foreach (var (shipmentId, task) in _work.Where(work => work.Value.IsCompleted))
        {
            _work.TryRemove(shipmentId, out _);
            await task;
        }
    }
}
