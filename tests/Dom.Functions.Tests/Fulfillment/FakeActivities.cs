using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Sourcing;
using Dom.Functions.Fulfillment;
using Dom.LocalHost.Durable;
using Dom.Tests;

namespace Dom.Functions.Tests.Fulfillment;

/// <summary>The steps of an order and its shipments in memory. Each line goes to the first location that has not refused
/// it, and every location has all there is while the order is in stock.</summary>
internal sealed class FakeActivities(ManualTimeProvider clock)
{
    private static readonly string[] Locations = ["S1", "S2", "S3"];

    private readonly Lock _gate = new();
    private readonly Dictionary<ShipmentId, Shipment> _shipments = [];
    private readonly List<(Func<bool> Condition, TaskCompletionSource Reached)> _waits = [];

    public AcceptancePolicy Acceptance { get; set; } = new();

    public bool InStock { get; set; } = true;

    public Order? Order { get; private set; }

    /// <summary>How far the order was each time it was stored.</summary>
    public List<OrderProgress> Recorded { get; } = [];

    /// <summary>How often the order was sourced.</summary>
    public int Sourcings { get; private set; }

    /// <summary>How often each shipment was looked at.</summary>
    public Dictionary<string, int> Looks { get; } = [];

    public DurableRegistry Registry() => new DurableRegistry()
        .AddActivity(nameof(OrderActivities.SaveOrder), Step<ReceivedOrder, OrderProgress>(Save))
        .AddActivity(nameof(OrderActivities.SourceOrder), Step<OrderProgress, SourcingResult>(Source))
        .AddActivity(nameof(OrderActivities.RecordOrder), Step<OrderProgress, object?>(Record))
        .AddActivity(nameof(ShipmentActivities.OfferShipment), Step<ShipmentPlan, ShipmentProgress>(Offer))
        .AddActivity(nameof(ShipmentActivities.FollowShipment), Step<FollowShipmentInput, ShipmentProgress>(Follow));

    public ShipmentState StateOf(string shipmentId) => ShipmentOf(shipmentId).State;

    public Shipment ShipmentOf(string shipmentId)
    {
        lock (_gate)
        {
            return _shipments[ShipmentId.From(shipmentId)];
        }
    }

    /// <summary>Ends once something is so.</summary>
    public Task UntilAsync(Func<bool> condition)
    {
        lock (_gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waits.Add((condition, reached));
            Check();
            return reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    /// <summary>Stores what a location does, and tells nobody.</summary>
    public void Act(string shipmentId, ShipmentCommand command)
    {
        lock (_gate)
        {
            _shipments[ShipmentId.From(shipmentId)] = _shipments[ShipmentId.From(shipmentId)].After(command);
        }
    }

    private OrderProgress Save(ReceivedOrder received)
    {
        Order = received.Order;
        return OrderProgress.Start(received.Order);
    }

    private SourcingResult Source(OrderProgress order)
    {
        Sourcings++;
        var attempt = order.Attempt + 1;
        var open = order.Lines.Where(OrderFlow.CanBeSourced).ToList();
        var placed = open
            .Select(line => (Line: line, Location: Locations.FirstOrDefault(name => InStock && !line.RefusedBy.Contains(new LocationId(name)))))
            .ToLookup(item => item.Location, item => item.Line);
        return new SourcingResult
        {
            Attempt = attempt,
            Shipments =
            [
                .. placed.Where(group => group.Key is not null).Select((group, number) =>
                    A.ShipmentPlan([.. group.Select(line => (line.LineId.Value, line.ToSource))]) with
                    {
                        ShipmentId = ShipmentId.Of(order.OrderId, attempt, number + 1),
                        OrderId = order.OrderId,
                        LocationId = new LocationId(group.Key!),
                        Acceptance = Acceptance,
                    }),
            ],
            Unassigned = [.. placed[null].Select(line => new UnassignedLine(line.LineId, line.ToSource, UnassignedReason.NoStock, "Nothing there."))],
        };
    }

    private object? Record(OrderProgress order)
    {
        Recorded.Add(order);
        return null;
    }

    private ShipmentProgress Offer(ShipmentPlan plan)
    {
        var at = clock.GetUtcNow();
        _shipments[plan.ShipmentId] = Shipment.Offer(plan, at, OfferTerms.Of(plan.Acceptance, plan.Mode, location: null, at));
        return Progress(_shipments[plan.ShipmentId], 0);
    }

    private ShipmentProgress Follow(FollowShipmentInput input)
    {
        var shipment = _shipments[input.Progress.ShipmentId];
        ShipmentAction? due = input.IsWithdrawn ? ShipmentAction.Withdraw
            : !input.MissingSkus.IsEmpty ? ShipmentAction.TakeBack
            : input.IsDue && input.Progress.State == ShipmentState.Offered ? (input.Progress.WarnAt is null ? ShipmentAction.Expire : ShipmentAction.Warn)
            : null;
        if (due is { } action
            && ShipmentFlow.Decide(shipment, new ShipmentCommand { Action = action, At = clock.GetUtcNow(), Skus = input.MissingSkus }) is ShipmentOutcome.Changed changed)
        {
            shipment = _shipments[input.Progress.ShipmentId] = changed.Shipment;
        }

        Looks[shipment.ShipmentId.Value] = Looks.GetValueOrDefault(shipment.ShipmentId.Value) + 1;
        return Progress(shipment, input.Progress.Followed);
    }

    private static ShipmentProgress Progress(Shipment shipment, int followed) => new()
    {
        ShipmentId = shipment.ShipmentId,
        LocationId = shipment.LocationId,
        Followed = shipment.History.Length,
        State = shipment.State,
        AcceptBy = shipment.AcceptBy,
        WarnAt = ShipmentFlow.IsWarned(shipment) ? null : shipment.WarnAt,
        LookAgainAfter = TimeSpan.FromHours(1),
        Returns = ShipmentReturn.In(shipment, followed),
        Result = ShipmentFlow.IsEnd(shipment.State) ? ShipmentResult.Of(shipment) : null,
    };

    private Func<ActivityCall, CancellationToken, Task<object?>> Step<TInput, TResult>(Func<TInput, TResult> step) => (call, _) =>
    {
        lock (_gate)
        {
            object? result = step(JsonSerializer.Deserialize<TInput>(call.Input!, DomJson.Options)!);
            Check();
            return Task.FromResult(result);
        }
    };

    private void Check()
    {
        foreach (var wait in _waits.Where(wait => wait.Condition()).ToList())
        {
            _waits.Remove(wait);
            wait.Reached.SetResult();
        }
    }
}
