using System.Collections.Immutable;
using System.Globalization;
using Dom.LocalHost.Demo.Api;
using Dom.LocalHost.Demo.Orders;
using Dom.LocalHost.Demo.Stores;

namespace Dom.LocalHost.Demo.Live;

/// <summary>Counts what channels post, what orders become and what stores do. Safe for use by several at once.</summary>
/// <param name="clock">Tells when.</param>
internal sealed class DemoBoard(TimeProvider clock)
{
    private const int MostEvents = 500;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly DateTimeOffset _since = clock.GetUtcNow();
    private readonly Dictionary<string, string> _orders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sourced = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _shipments = new(StringComparer.Ordinal);
    private readonly HashSet<string> _exceptions = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _postedLately = new();
    private readonly Queue<DemoEvent> _events = new();
    private long _eventNumber;
    private bool _isHostThere = true;
    private DemoFigures _counted = new() { Since = default, Now = default, IsHostThere = true };

    /// <summary>A channel posted something.</summary>
    /// <param name="message">What.</param>
    /// <param name="isTaken">Whether the queue took it.</param>
    public void Posted(DemoMessage message, bool isTaken)
    {
        lock (_lock)
        {
            if (!isTaken)
            {
                Say(message.OrderId, "", "The queue refused the message.");
                return;
            }

            if (message.Order is null)
            {
                Say(message.OrderId, "", Sentence(message));
                return;
            }

            _counted = _counted with { Posted = _counted.Posted + 1 };
            _orders.TryAdd(message.OrderId, "posted");
            _postedLately.Enqueue(clock.GetUtcNow());
            Say(message.OrderId, "", string.Create(CultureInfo.InvariantCulture, $"Posted by {message.Channel}: {DemoWords.Lines(message.Order.Lines.Length)}."));
        }
    }

    /// <summary>An order as it was just read.</summary>
    /// <param name="order">The order.</param>
    public void Seen(SeenOrder order)
    {
        lock (_lock)
        {
            var before = _orders.GetValueOrDefault(order.OrderId, "");
            _orders[order.OrderId] = order.State;
            var isRefused = false;
            foreach (var shipment in order.Shipments)
            {
                Follow(shipment, isReroute: isRefused);
                isRefused |= shipment.State is "rejected" or "expired";
            }

            foreach (var line in order.Lines.Where(line => line.Exception is not null))
            {
                if (_exceptions.Add($"{order.OrderId}/{line.LineId}/{line.Exception!.Type}"))
                {
                    _counted = _counted with { Exceptions = _counted.Exceptions + 1 };
                    Say(order.OrderId, "", $"Exception {line.Exception.Type}: {line.Exception.Sentence}");
                }
            }

            if (order.HasEnded && before != order.State)
            {
                Say(order.OrderId, "", $"Order {order.State}.");
            }
        }
    }

    /// <summary>A store did something.</summary>
    /// <param name="turn">What.</param>
    /// <param name="after">The shipment as it is then.</param>
    public void Done(StoreTurn turn, SeenShipment after)
    {
        lock (_lock)
        {
            Follow(after, isReroute: false);
            _counted = turn.Verb switch
            {
                "accept" => _counted with { Accepted = _counted.Accepted + 1 },
                "reject" => _counted with { Rejected = _counted.Rejected + 1 },
                "ship" or "collect" => _counted with { HandedOver = _counted.HandedOver + 1 },
                _ => _counted,
            };
            Say(after.OrderId, after.LocationId, DemoWords.Of(turn));
        }
    }

    /// <summary>The queue of orders has so many dead letters.</summary>
    /// <param name="count">The number; none where the queue does not say.</param>
    public void DeadLetters(long? count)
    {
        lock (_lock)
        {
            _counted = _counted with { DeadLetters = count };
        }
    }

    /// <summary>The host answers, or does not.</summary>
    /// <param name="isThere">Whether it does.</param>
    public void HostAnswers(bool isThere)
    {
        lock (_lock)
        {
            if (_isHostThere != isThere)
            {
                _isHostThere = isThere;
                Say("", "", isThere ? "The host answers again." : "The host does not answer; trying again until it does.");
            }
        }
    }

    /// <summary>What is counted.</summary>
    public DemoFigures Figures()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            while (_postedLately.TryPeek(out var at) && now - at > Minute)
            {
                _postedLately.Dequeue();
            }

            var states = _orders.Values.CountBy(state => state).ToDictionary(StringComparer.Ordinal);
            return _counted with
            {
                Since = _since,
                Now = now,
                IsHostThere = _isHostThere,
                PostedLastMinute = _postedLately.Count,
                Sourced = _sourced.Count,
                InFulfillment = states.GetValueOrDefault("inFulfillment"),
                Completed = states.GetValueOrDefault("completed"),
                Waiting = states.GetValueOrDefault("waiting"),
                Cancelled = states.GetValueOrDefault("cancelled"),
            };
        }
    }

    /// <summary>Events after one, oldest first; at most the newest 500 are kept.</summary>
    /// <param name="number">The number of the last one known; 0 for all.</param>
    public ImmutableArray<DemoEvent> EventsAfter(long number)
    {
        lock (_lock)
        {
            return [.. _events.SkipWhile(known => known.Number <= number)];
        }
    }

    private void Follow(SeenShipment shipment, bool isReroute)
    {
        var before = _shipments.GetValueOrDefault(shipment.ShipmentId);
        _shipments[shipment.ShipmentId] = shipment.State;
        if (before is null)
        {
            if (_orders.ContainsKey(shipment.OrderId))
            {
                _sourced.Add(shipment.OrderId);
            }

            _counted = _counted with { Offered = _counted.Offered + 1, Rerouted = _counted.Rerouted + (isReroute ? 1 : 0) };
            Say(shipment.OrderId, shipment.LocationId, isReroute ? "Offered anew." : "Offered.");
        }

        if (shipment.State == "expired" && before != "expired")
        {
            _counted = _counted with { Expired = _counted.Expired + 1 };
            Say(shipment.OrderId, shipment.LocationId, "Offer expired: no answer in time.");
        }
    }

    private void Say(string orderId, string locationId, string sentence)
    {
        _events.Enqueue(new DemoEvent(++_eventNumber, clock.GetUtcNow(), orderId, locationId, sentence));
        if (_events.Count > MostEvents)
        {
            _events.Dequeue();
        }
    }

    private static string Sentence(DemoMessage message) => message.Kind switch
    {
        DemoMessageKind.Cancellation => "Cancellation posted.",
        DemoMessageKind.Duplicate => "Posted a second time; to be dropped.",
        DemoMessageKind.ChangedDuplicate => "Posted again with other content; to be dead-lettered.",
        DemoMessageKind.Malformed => "Posted a malformed message; to be dead-lettered.",
        _ => "Posted.",
    };
}
