using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Sourcing;
using Dom.Functions.Sourcing;
using Dom.Functions.Storage;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Fulfillment;

/// <summary>
/// Wakes orders that wait, when a location may have become able to serve them: who came first, and no more than it can serve. One that is woken
/// and does not take what is there passes it on to those who came later.
/// </summary>
public sealed class Waker(WaitingStore waiting, SupplyReader supplies, OrderStore orders)
{
    /// <summary>There may be more of a SKU at locations.</summary>
    /// <param name="client">Reaches the orders' orchestrations.</param>
    /// <param name="sku">The SKU.</param>
    /// <param name="locations">The locations.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task StockCameAsync(DurableTaskClient client, Sku sku, IReadOnlyCollection<LocationId> locations, CancellationToken cancellationToken) =>
        await WakeAsync(client, await waiting.ListAsync(sku, cancellationToken), locations, cancellationToken);

    /// <summary>A location may take what it did not take before: it has a place again, or was set otherwise.</summary>
    /// <param name="client">Reaches the orders' orchestrations.</param>
    /// <param name="location">The location.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task LocationOpenedAsync(DurableTaskClient client, LocationId location, CancellationToken cancellationToken)
    {
        var notes = await waiting.ListAsync(cancellationToken);

        // What is sent to it comes from others, whose stock is not asked for otherwise.
        var goesThere = notes
            .Where(note => note.Order.Lines.Any(line => line.PickupLocationId == location))
            .Select(note => note.Order.OrderId)
            .ToHashSet();
        await WakeAsync(client, [.. notes.Where(note => !goesThere.Contains(note.Order.OrderId))], [location], cancellationToken);
        await WakeAsync(client, [.. notes.Where(note => goesThere.Contains(note.Order.OrderId))], null, cancellationToken);
    }

    /// <summary>More is known of SKUs, or something else: another profile or rule may hold for them.</summary>
    /// <param name="client">Reaches the orders' orchestrations.</param>
    /// <param name="skus">The SKUs.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task ProductsChangedAsync(DurableTaskClient client, IReadOnlySet<Sku> skus, CancellationToken cancellationToken)
    {
        // What waits is little beside an assortment: many SKUs are not asked for one by one.
        var notes = skus.Count == 1 ? await waiting.ListAsync(skus.First(), cancellationToken) : await waiting.ListAsync(cancellationToken);
        await WakeAsync(client, [.. notes.Where(note => skus.Contains(note.Sku))], null, cancellationToken);
    }

    /// <summary>
    /// Looks whether anything can be served that nobody was told of: a new day has begun, the days of a profile or rule, or a process ended before it
    /// told; or profiles changed, which may concern any order.
    /// </summary>
    /// <param name="client">Reaches the orders' orchestrations.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task LookAsync(DurableTaskClient client, CancellationToken cancellationToken) =>
        await WakeAsync(client, await waiting.ListAsync(cancellationToken), null, cancellationToken);

    /// <summary>Lets those who came later have what an order did not take when it was sourced again.</summary>
    /// <param name="client">Reaches the orders' orchestrations.</param>
    /// <param name="order">The order.</param>
    /// <param name="skus">The SKUs that it goes on waiting for.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task PassOnAsync(DurableTaskClient client, StoredOrder order, IEnumerable<Sku> skus, CancellationToken cancellationToken)
    {
        foreach (var sku in skus)
        {
            var notes = await waiting.ListAsync(sku, cancellationToken);
            await WakeAsync(
                client, [.. notes.Where(note => note.Order.IsAfter(order.ReceivedAt, order.Order.OrderId))], null, cancellationToken);
        }
    }

    private async Task WakeAsync(
        DurableTaskClient client, ImmutableArray<WaitingNote> notes, IReadOnlyCollection<LocationId>? locations, CancellationToken cancellationToken)
    {
        if (notes.IsEmpty)
        {
            return;
        }

        var supply = (await supplies.ReadAsync(notes.Select(note => note.Sku), cancellationToken)).For(locations);
        foreach (var own in notes.GroupBy(note => note.Order.OrderId).OrderBy(own => own.First().Order.Since).ThenBy(own => own.Key.Value, StringComparer.Ordinal))
        {
            var order = own.First().Order with { Lines = [.. own.SelectMany(note => note.Order.Lines)] };
            var served = supply.For(order);
            if (served.IsEmpty || await StateAsync(order, cancellationToken) is not { } waits)
            {
                continue;
            }

            if (waits && await client.TryRaiseEventAsync(
                order.OrderId.Value, OrderSignal.EventName, new OrderSignal { Kind = OrderSignalKind.Wake }, cancellationToken))
            {
                supply = supply.Without(served);
            }

            foreach (var note in own)
            {
                // Only the note that was read goes: an order that has meanwhile found nothing again has written a new one.
                await waiting.RemoveAsync(note, cancellationToken);
            }
        }
    }

    /// <summary>Whether an order still waits for what its notes say; null where it does and is on hold, so that it takes nothing now.</summary>
    private async Task<bool?> StateAsync(WaitingOrder order, CancellationToken cancellationToken)
    {
        var wanted = order.Lines.Select(line => line.LineId).ToHashSet();
        var progress = (await orders.FindAsync(order.OrderId, cancellationToken))?.Progress;

        // A line without an exception is being sourced at this moment: what it is told now it hears afterwards.
        var waits = progress?.Lines.Any(line => wanted.Contains(line.LineId) && line.ToSource > 0 && line.Exception is not { Wakes: false }) == true;
        return waits && progress!.IsOnHold ? null : waits;
    }
}
