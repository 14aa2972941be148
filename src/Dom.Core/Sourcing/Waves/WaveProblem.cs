using System.Collections.Immutable;
using Dom.Core.Orders;
using Dom.Core.Solving;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing.Waves;

/// <summary>
/// Sourcing requests of one network and moment, an order each, as one problem of the horizon solver, exactly: its plans are the plans that the requests' rules
/// allow, and cost what the profiles charge, but for <see cref="ConstantMinorUnits"/>.
/// </summary>
public sealed class WaveProblem
{
    private readonly WaveOrder[] _orders;

    private WaveProblem(WaveOrder[] orders, SourcingProblem problem) =>
        (_orders, Problem, ConstantMinorUnits) = (orders, problem, orders.Aggregate(0L, (sum, order) => checked(sum + order.ConstantMinorUnits())));

    /// <summary>The problem. Its orders are the requests', in their order; its lines are those that are routed; its locations are the network's, by id.</summary>
    public SourcingProblem Problem { get; }

    /// <summary>What every plan costs besides, minor units; below 0 where a location's split cost is charged to each one and not for the first.</summary>
    public long ConstantMinorUnits { get; }

    /// <summary>Writes requests as a problem.</summary>
    /// <param name="requests">The requests, at least one, order ids unique, all of one moment and network.</param>
    /// <exception cref="ArgumentException">There is none, one is not valid, or they differ in moment or network.</exception>
    public static WaveOutcome Of(ImmutableArray<SourcingRequest> requests)
    {
        if (requests.IsDefaultOrEmpty || requests.DistinctBy(request => request.OrderId).Count() < requests.Length)
        {
            throw new ArgumentException($"{(requests.IsDefaultOrEmpty ? 0 : requests.Length)} requests; allowed are 1 or more, each of another order.", nameof(requests));
        }

        if (requests.FirstOrDefault(request => request.At != requests[0].At || !request.Network.SequenceEqual(requests[0].Network)) is { } other)
        {
            throw new ArgumentException($"Order '{other.OrderId}' is of another moment or network than '{requests[0].OrderId}'.", nameof(requests));
        }

        return Write([.. requests.Select(request => new WaveOrder(request, null))]);
    }

    /// <summary>Writes a request as the problem of assigning what a decision assigns, all of it, from where it costs least.</summary>
    /// <param name="request">The request.</param>
    /// <param name="decision">A decision of it.</param>
    /// <exception cref="ArgumentException">The request is not valid.</exception>
    public static WaveOutcome Of(SourcingRequest request, SourcingDecision decision)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(decision);
        return Write([new WaveOrder(request, decision)]);
    }

    /// <summary>A decision of one of the requests as a plan of the problem.</summary>
    /// <param name="decisions">Decisions, in any order.</param>
    /// <exception cref="ArgumentException">One assigns a line or names a location that the problem has not.</exception>
    public AssignmentPlan PlanOf(params ReadOnlySpan<SourcingDecision> decisions)
    {
        var rows = new List<(int Line, int Location, int Quantity)>();
        foreach (var decision in decisions)
        {
            foreach (var part in decision.Assignments)
            {
                rows.Add((LineOf(decision.OrderId, part.LineId), _orders[0].Screening.IndexOf(part.LocationId), part.Quantity));
            }
        }

        return rows.Exists(row => row.Line < 0 || row.Location < 0)
            ? throw new ArgumentException("A decision assigns a line, or to a location, that the problem has not.", nameof(decisions))
            : AssignmentPlan.Of(rows);
    }

    /// <summary>What a plan of the problem decides, request by request, each checked against its request.</summary>
    /// <param name="plan">A feasible plan.</param>
    /// <param name="method">Who found it.</param>
    /// <param name="lowerBoundMinorUnits">What every plan of the problem costs at least; it is told only where the wave has one order.</param>
    /// <exception cref="InvalidOperationException">It breaks a rule of a request: a fault in Dom, or the plan is not feasible.</exception>
    public ImmutableArray<SourcingDecision> Decide(AssignmentPlan plan, string method, long lowerBoundMinorUnits)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. _orders.Select((order, at) => Decide(order, Parts(at, plan), method, _orders.Length == 1 ? lowerBoundMinorUnits : 0))];
    }

    /// <summary>
    /// Writes orders as a problem whose plans are proposals: every rule of a place or day holds, no soft one falls, and what columns cannot hold of an order's
    /// rules is left out. <see cref="Propose"/> says which orders may take their part.
    /// </summary>
    /// <param name="orders">The orders, at least one, each a proposal, all of one moment and network.</param>
    internal static WaveOutcome Of(WaveOrder[] orders) => Write(orders);

    /// <summary>What a plan of the problem decides for those of its orders that may take their part as it is, each checked against its request; none for the others.</summary>
    /// <param name="plan">A feasible plan.</param>
    /// <param name="method">Who found it.</param>
    /// <exception cref="InvalidOperationException">It breaks a rule of a request: a fault in Dom, or the plan is not feasible.</exception>
    internal ImmutableArray<SourcingDecision?> Propose(AssignmentPlan plan, string method)
    {
        var room = new WaveRoom();
        var decisions = ImmutableArray.CreateBuilder<SourcingDecision?>(_orders.Length);
        foreach (var (at, order) in _orders.Index())
        {
            var parts = Parts(at, plan);
            decisions.Add(WaveProposal.Stands(order, parts) && room.TryTake(order, parts) ? Decide(order, parts, method, 0) : null);
        }

        return decisions.MoveToImmutable();
    }

    private static WaveOutcome Write(WaveOrder[] orders)
    {
        var builder = new WaveBuilder(orders);
        try
        {
            var (problem, obstacle) = builder.Build();
            return problem is null
                ? new WaveOutcome.NotExpressible(builder.Current.Screening.Request.OrderId, obstacle)
                : new WaveOutcome.Expressed(new WaveProblem(orders, problem));
        }
        catch (OverflowException)
        {
            // Domain costs are 64 bits wide, those of a problem 32: what does not fit is no fault of the request.
            return new WaveOutcome.NotExpressible(builder.Current.Screening.Request.OrderId, "A cost is beyond the 32 bits that a problem holds.");
        }
    }

    private static SourcingDecision Decide(WaveOrder order, PlacedUnits[] parts, string method, long bound)
    {
        var limits = order.Screening.Limits;
        int? lastPriority = limits.PriorityOfLocation is { } priorities ? order.Locations.Select(location => (int)priorities[location]).DefaultIfEmpty(OrderLimits.NoPriority).Max() : null;
        var plan = new FoundPlan(parts, method, IsProvenBest: false, 0, bound, lastPriority);
        var unpriced = order.Scarcity.IsNothing ? plan : PlanFinder.Find(order.Screening, order.Unpriced, limits);
        return DecisionCheck.Checked(
            order.Screening.Request, DecisionWriter.Write(order.Screening, order.Charges, plan, unpriced), arrivals: order.Screening.Arrivals);
    }

    private int LineOf(OrderId orderId, LineId lineId)
    {
        var order = Array.FindIndex(_orders, known => known.Screening.Request.OrderId == orderId);
        var line = order < 0 ? -1 : Array.FindIndex(_orders[order].Lines, known => _orders[order].Screening.Request.Lines[known].LineId == lineId);
        return line < 0 ? -1 : Problem.Orders.LineStart[order] + line;
    }

    private PlacedUnits[] Parts(int order, AssignmentPlan plan)
    {
        var (first, end) = (Problem.Orders.LineStart[order], Problem.Orders.LineStart[order + 1]);
        return
        [
            .. Enumerable.Range(0, plan.Line.Length).Where(at => plan.Line[at] >= first && plan.Line[at] < end)
                .Select(at => new PlacedUnits(_orders[order].Lines[plan.Line[at] - first], plan.Location[at], plan.Quantity[at])),
        ];
    }
}
