using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Dom.Core;
using Dom.Core.Network;
using Dom.LocalHost.Demo.Network;

namespace Dom.LocalHost.Demo.Orders;

/// <summary>The orders of the demo's channels, one after the other without end. The same seed and run make the same stream.</summary>
/// <param name="network">What is sold, and where it can be collected.</param>
/// <param name="seed">Decides everything but ids and times.</param>
/// <param name="run">Part of every order id, so that the orders of two runs have different ids: 1 to 20 letters and digits.</param>
internal sealed class DemoOrderStream(DemoNetwork network, int seed, string run)
{
    private const double CancelledShare = 0.02;
    private const double DuplicateShare = 0.007;
    private const double ChangedShare = 0.003;
    private const double MalformedShare = 0.005;
    private const int Remembered = 20;

    private static readonly WeightedChoice<(string Name, double Weight)> Channels =
        new([("web", 0.6), ("marketplace", 0.25), ("till", 0.15)], channel => channel.Weight);

    private readonly Random _random = new(seed);
    private readonly DemoBaskets _baskets = new(network);
    private readonly DemoCustomers _customers = new();
    private readonly Queue<DemoOrder> _latest = new();
    private int _number;

    /// <summary>The next order, and what else its channel posts with it: rarely a cancellation, a repeat, or something malformed.</summary>
    /// <param name="at">When it is placed.</param>
    /// <returns>The order's message first, then any others.</returns>
    public ImmutableArray<DemoMessage> Next(DateTimeOffset at)
    {
        _number++;
        var order = Draw(at);
        var messages = ImmutableArray.CreateBuilder<DemoMessage>();
        messages.Add(new DemoMessage(DemoMessageKind.Order, order.OrderId, order.OrderId, order.Channel, order.ToBody(), order));
        _latest.Enqueue(order);
        if (_latest.Count > Remembered)
        {
            var old = _latest.Dequeue();
            Add(messages, CancelledShare, () => Cancellation(old));
            Add(messages, DuplicateShare, () => Repeat(DemoMessageKind.Duplicate, old));
            Add(messages, ChangedShare, () => Repeat(DemoMessageKind.ChangedDuplicate, old with { Priority = old.Priority + 1 }));
        }

        Add(messages, MalformedShare, () => Malformed(order));
        return messages.ToImmutable();
    }

    private void Add(ImmutableArray<DemoMessage>.Builder messages, double share, Func<DemoMessage> message)
    {
        if (_random.NextDouble() < share)
        {
            messages.Add(message());
        }
    }

    private DemoOrder Draw(DateTimeOffset at)
    {
        var channel = Channels.Draw(_random).Name;
        var (address, store) = _customers.Draw(_random, _number);
        var lines = _baskets.Draw(_random, store, Modes(channel));
        var isHurried = _random.NextDouble() < 0.05;
        var days = _random.NextDouble() < 0.2 ? _random.Next(2, 7) : (int?)null;
        return new DemoOrder
        {
            OrderId = string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(channel[0])}-{run}-{_number}"),
            Channel = channel,
            PlacedAt = at,
            Priority = isHurried ? 1 : 0,
            RequestedDeliveryDate = days is { } later ? DateOnly.FromDateTime(at.UtcDateTime).AddDays(later) : null,
            Destination = lines.All(line => line.Mode == DeliveryMode.Pickup.Value) ? null : address,
            Lines = lines,
        };
    }

    /// <summary>How a channel delivers: the till sends much to its store, the marketplace sends all to the customer.</summary>
    private Func<int, DeliveryMode> Modes(string channel)
    {
        var draw = _random.NextDouble();
        return (channel, draw) switch
        {
            ("web", < 0.12) => _ => DeliveryMode.Pickup,
            ("web", < 0.17) => number => number == 1 ? DeliveryMode.Pickup : DeliveryMode.Ship,
            ("web", < 0.20) => _ => DeliveryMode.ShipToStore,
            ("till", < 0.25) => _ => DeliveryMode.ShipToStore,
            ("till", < 0.40) => _ => DeliveryMode.Pickup,
            _ => _ => DeliveryMode.Ship,
        };
    }

    private static DemoMessage Cancellation(DemoOrder order) => new(
        DemoMessageKind.Cancellation,
        order.OrderId + ":cancel",
        order.OrderId,
        order.Channel,
        JsonSerializer.SerializeToUtf8Bytes(new { orderId = order.OrderId, cancel = true }, DomJson.Options));

    private static DemoMessage Repeat(DemoMessageKind kind, DemoOrder order) =>
        new(kind, $"{order.OrderId}:{kind}", order.OrderId, order.Channel, order.ToBody());

    private DemoMessage Malformed(DemoOrder order)
    {
        var bad = order with { OrderId = order.OrderId + ":malformed" };
        var body = _random.Next(3) switch
        {
            0 => Encoding.UTF8.GetBytes($$"""{"orderId": "{{bad.OrderId}}", "lines": ["""),
            1 => (bad with { Lines = [] }).ToBody(),
            _ => (bad with { Lines = [.. bad.Lines.Select(line => line with { Quantity = 0 })] }).ToBody(),
        };
        return new DemoMessage(DemoMessageKind.Malformed, bad.OrderId, bad.OrderId, bad.Channel, body);
    }
}
