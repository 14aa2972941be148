using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Sourcing;
using Dom.Tests;

namespace Dom.Core.Tests.Fulfillment;

/// <summary>
/// An order between a sourcing that chooses by chance, locations that do anything at any time, and messages that arrive late, twice and in any order.
/// It does what the orchestrations do: carries out <see cref="OrderFlow.Next"/>, sends every return as a signal and again in the result.
/// </summary>
internal sealed class OrderSimulation
{
    private readonly Random _random;
    private readonly List<object> _mail = [];
    private readonly Dictionary<ShipmentId, Shipment> _shipments = [];
    private readonly HashSet<(LineId, LocationId)> _refused = [];
    private readonly LocationId[] _locations;
    private readonly int _maxRejects;

    public OrderSimulation(int seed)
    {
        _random = new Random(seed);
        _locations = [.. Enumerable.Range(1, _random.Next(1, 6)).Select(number => new LocationId($"S{number}"))];
        _maxRejects = _random.Next(1, 5);
        var order = An.Order();
        for (var line = _random.Next(1, 5); line > 0; line--)
        {
            order = order.WithLine($"SKU-{line}", _random.Next(1, 7));
        }

        Order = (order with { OnHold = _random.Next(5) == 0 }).Start();
    }

    /// <summary>How far the order is.</summary>
    public OrderProgress Order { get; private set; }

    /// <summary>The shipments as they are.</summary>
    public IReadOnlyCollection<Shipment> Shipments => _shipments.Values;

    /// <summary>Whether an offer went to a location that had refused the line since the last retry.</summary>
    public bool HasAskedAgain { get; private set; }

    /// <summary>Whether the order has finished.</summary>
    public bool IsFinished => OrderFlow.Next(Order) is OrderStep.Finish;

    /// <summary>Lets something happen, whatever it is.</summary>
    public void Disturb() => Advance(() =>
    {
        switch (_random.Next(12))
        {
            case 0:
                Tell(_random.Next(8) == 0 ? OrderSignalKind.Cancel : OrderSignalKind.Wake);
                break;
            case 1:
                Tell(_random.Next(2) == 0 ? OrderSignalKind.Hold : OrderSignalKind.Release);
                break;
            case 2 when _random.Next(3) == 0:
                Tell(OrderSignalKind.Retry);
                break;
            case < 6:
                Deliver();
                break;
            default:
                Act(shipment => RandomCommands.Make(_random, shipment));
                break;
        }
    });

    /// <summary>Calls the order off.</summary>
    public void Cancel() => Tell(OrderSignalKind.Cancel);

    /// <summary>Lets all that is under way come to an end, one way or another; nobody but the locations does anything more.</summary>
    /// <returns>Whether it came to an end.</returns>
    public bool Settle()
    {
        Tell(OrderSignalKind.Release);
        for (var step = 0; step < 2000; step++)
        {
            if (OrderFlow.Next(Order) is OrderStep.Finish || (OrderFlow.Next(Order) is OrderStep.Wait && Order.Shipments.IsEmpty && _mail.Count == 0))
            {
                return true;
            }

            Advance(() =>
            {
                if (_random.Next(2) == 0)
                {
                    Deliver();
                }
                else
                {
                    Act(shipment => A.Command(AnyOf(ShipmentFlow.PossibleActions(shipment))));
                }
            });
        }

        return false;
    }

    private ShipmentAction AnyOf(IReadOnlyList<ShipmentAction> actions) => actions[_random.Next(actions.Count)];

    private void Advance(Action wait)
    {
        switch (OrderFlow.Next(Order))
        {
            case OrderStep.Source:
                Source();
                break;
            case OrderStep.Withdraw withdraw:
                foreach (var id in withdraw.Shipments)
                {
                    Do(_shipments[id], A.Command(ShipmentAction.Withdraw));
                }

                Order = OrderFlow.WithdrawAsked(Order);
                break;
            case OrderStep.Record:
                Order = Order with { IsRecorded = true };
                break;
            case OrderStep.Wait:
                wait();
                break;
            default:
                break;
        }
    }

    private void Source()
    {
        var plans = new Dictionary<LocationId, List<Assignment>>();
        var unassigned = new List<UnassignedLine>();
        foreach (var line in Order.Lines.Where(OrderFlow.CanBeSourced))
        {
            var free = _locations.Except(line.RefusedBy).ToArray();
            if (free.Length == 0 || _random.Next(6) == 0)
            {
                unassigned.Add(new UnassignedLine(line.LineId, line.ToSource, free.Length == 0 ? UnassignedReason.NoEligibleLocation : UnassignedReason.NoStock, "None."));
                continue;
            }

            var location = free[_random.Next(free.Length)];
            HasAskedAgain |= _refused.Contains((line.LineId, location));
            plans[location] = [.. plans.GetValueOrDefault(location, []), A.Assignment(line.LineId.Value, line.ToSource)];
        }

        var result = new SourcingResult
        {
            Attempt = Order.Attempt + 1,
            Shipments = [.. plans.Select((plan, index) => Plan(plan.Key, plan.Value, index + 1))],
            Unassigned = [.. unassigned],
        };
        Order = OrderFlow.Sourced(OrderFlow.Sourced(Order, result), result);
        foreach (var plan in result.Shipments)
        {
            _shipments[plan.ShipmentId] = Shipment.Offer(plan, A.Moment, new OfferTerms { AcceptBy = A.Moment.AddHours(2) });
        }
    }

    private ShipmentPlan Plan(LocationId location, List<Assignment> lines, int number) => A.ShipmentPlan() with
    {
        ShipmentId = ShipmentId.Of(Order.OrderId, Order.Attempt + 1, number),
        LocationId = location,
        Mode = _random.Next(2) == 0 ? DeliveryMode.Ship : DeliveryMode.Pickup,
        Lines = [.. lines],
        Acceptance = A.ShipmentPlan().Acceptance with { MaxRejects = _maxRejects },
    };

    private void Act(Func<Shipment, ShipmentCommand> choose)
    {
        var open = _shipments.Values.Where(shipment => !ShipmentFlow.IsEnd(shipment.State)).ToArray();
        if (open.Length > 0)
        {
            var shipment = open[_random.Next(open.Length)];
            Do(shipment, choose(shipment));
        }
    }

    private void Do(Shipment before, ShipmentCommand command)
    {
        if (ShipmentFlow.Decide(before, command) is not ShipmentOutcome.Changed { Shipment: var after })
        {
            return;
        }

        _shipments[after.ShipmentId] = after;
        var returns = ShipmentReturn.In(after, before.History.Length);
        _mail.AddRange(returns);
        if (ShipmentFlow.IsEnd(after.State))
        {
            _mail.Add(ShipmentResult.Of(after));
        }
    }

    private void Deliver()
    {
        if (_mail.Count == 0)
        {
            return;
        }

        var letter = _mail[_random.Next(_mail.Count)];
        if (_random.Next(3) > 0)
        {
            _mail.Remove(letter);
        }

        Note(letter);
        Order = letter is ShipmentResult result
            ? OrderFlow.Ended(Order, result)
            : OrderFlow.Told(Order, new OrderSignal { Kind = OrderSignalKind.ShipmentReturned, Return = (ShipmentReturn)letter });
    }

    private void Note(object letter)
    {
        var returns = letter is ShipmentResult result ? [.. result.Returns] : new[] { (ShipmentReturn)letter };
        foreach (var returned in returns.Where(returned => returned.IsRefusal && IsNew(returned)))
        {
            _refused.UnionWith(returned.Lines.Select(line => (line.LineId, _shipments[returned.ShipmentId].LocationId)));
        }
    }

    private bool IsNew(ShipmentReturn returned) =>
        Order.Shipments.Any(open => open.ShipmentId == returned.ShipmentId && !open.CountedReturns.Contains(returned.Entry));

    private void Tell(OrderSignalKind kind)
    {
        if (kind == OrderSignalKind.Retry)
        {
            var waiting = Order.Lines.Where(line => line.Exception is not null).Select(line => line.LineId).ToHashSet();
            _refused.RemoveWhere(refusal => waiting.Contains(refusal.Item1));
        }

        Order = Order.Told(kind);
    }
}
