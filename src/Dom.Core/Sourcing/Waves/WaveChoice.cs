using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;

namespace Dom.Core.Sourcing.Waves;

/// <summary>One order of a wave while the wave is decided: where its lines are offered, where they now are to come from, and what both cost.</summary>
internal sealed class WaveChoice
{
    private readonly Dictionary<LineId, OfferedLine> _offered;

    private WaveChoice(WaveDemand demand, long minorUnits)
    {
        Demand = demand;
        _offered = demand.Offered.ToDictionary(line => line.LineId);
        Offered = [.. Placed(demand)];
        (Now, OfferedMinorUnits, MinorUnits) = (Offered, minorUnits, minorUnits);
    }

    /// <summary>The order.</summary>
    public WaveDemand Demand { get; }

    /// <summary>Where its lines are offered.</summary>
    public ImmutableArray<PlacedLine> Offered { get; }

    /// <summary>Where its lines are to come from, as decided so far.</summary>
    public ImmutableArray<PlacedLine> Now { get; private set; }

    /// <summary>What it costs as it is offered, with what its waiting units count for.</summary>
    public long OfferedMinorUnits { get; }

    /// <summary>What it costs as decided so far, the churn cost with it.</summary>
    public long MinorUnits { get; private set; }

    /// <summary>Whether a line that is offered is to come from elsewhere.</summary>
    public bool IsMoved => Now.Any(placed => _offered.TryGetValue(placed.LineId, out var offer) && offer.LocationId != placed.LocationId);

    /// <summary>Whether a line that waits is to come from anywhere.</summary>
    public bool IsServed => Now.Any(placed => !_offered.ContainsKey(placed.LineId));

    /// <summary>An order as it is offered; none where the rules would not let it be offered so now: what is there stays until its location answers.</summary>
    /// <param name="demand">The order.</param>
    /// <param name="supply">What there is, the order's own holds among what is held.</param>
    public static WaveChoice? Of(WaveDemand demand, WaveSupply supply)
    {
        var offered = demand.Offered.Select(line => line.LineId).ToHashSet();
        var waiting = demand.Lines.Where(line => !offered.Contains(line.LineId)).Sum(line => (long)line.Quantity);
        var left = checked(demand.Profile.Costs.UnassignedUnitMinorUnits * waiting);
        return offered.Count == 0 ? new WaveChoice(demand, left)
            : CostAsOffered(demand, supply.With([.. Placed(demand)])) is { } cost ? new WaveChoice(demand, checked(cost + left))
            : null;
    }

    /// <summary>Whether it could be offered as it is out of what there is.</summary>
    /// <param name="supply">What there is, without what the order holds.</param>
    public bool FitsAsOffered(WaveSupply supply) => Offered.IsEmpty || CostAsOffered(Demand, supply) is not null;

    /// <summary>What to ask: every line anew, with the churn cost everywhere but where it is offered.</summary>
    /// <param name="supply">What there is, without what the order holds.</param>
    public SourcingRequest Request(WaveSupply supply) => supply.Request(Demand, [.. Demand.Lines.Select(Charged)]);

    /// <summary>Whether a decision takes nothing away from a line that is offered.</summary>
    /// <param name="decision">A decision of <see cref="Request"/>.</param>
    public bool Keeps(SourcingDecision decision) => !decision.Unassigned.Any(line => _offered.ContainsKey(line.LineId));

    /// <summary>Takes a decision as the one so far.</summary>
    /// <param name="decision">A decision of <see cref="Request"/>.</param>
    public void Take(SourcingDecision decision) => (Now, MinorUnits) = (Placed(decision), decision.Cost.TotalMinorUnits);

    /// <summary>Leaves it as it is offered.</summary>
    public void Stay() => (Now, MinorUnits) = (Offered, OfferedMinorUnits);

    /// <summary>What is to be done to move it as decided.</summary>
    /// <param name="needsOthers">Whether others have what it is to have.</param>
    public WaveMove Move(bool needsOthers)
    {
        var recalled = Now.Where(placed => _offered.TryGetValue(placed.LineId, out var offer) && offer.LocationId != placed.LocationId)
            .Select(placed => _offered[placed.LineId].ShipmentId).ToHashSet();
        var lines = Demand.Offered.Where(line => recalled.Contains(line.ShipmentId)).Select(line => line.LineId).ToHashSet();
        return new WaveMove(
            Demand.OrderId,
            Demand.Attempt,
            [.. recalled.OrderBy(shipment => shipment.Value, StringComparer.Ordinal)],
            [.. Now.Where(placed => lines.Contains(placed.LineId)).Select(placed => new PlannedLine(placed.LineId, placed.LocationId))],
            OfferedMinorUnits - MinorUnits,
            needsOthers);
    }

    /// <summary>What a decision takes.</summary>
    /// <param name="decision">The decision.</param>
    public static ImmutableArray<PlacedLine> Placed(SourcingDecision decision) =>
        [.. decision.Assignments.Select(part => new PlacedLine(part.LineId, part.Sku, part.LocationId, part.Quantity, CountsToday: true))];

    private static IEnumerable<PlacedLine> Placed(WaveDemand demand) => demand.Offered.Join(
        demand.Lines, offer => offer.LineId, line => line.LineId, (offer, line) => new PlacedLine(line.LineId, line.Sku, offer.LocationId, line.Quantity, offer.CountsToday));

    private static long? CostAsOffered(WaveDemand demand, WaveSupply supply)
    {
        var lines = demand.Offered.Join(demand.Lines, offer => offer.LineId, line => line.LineId, (offer, line) => line with { PlannedAt = [offer.LocationId] });
        var sourced = Sourcing.Plan(supply.Request(demand, [.. lines]));
        return sourced.IsWhole ? sourced.CostMinorUnits() : null;
    }

    private DemandLine Charged(DemandLine line) =>
        _offered.TryGetValue(line.LineId, out var offer) && Demand.Profile.Costs.ChurnMinorUnits is > 0 and var churn
            ? line with { Favoured = new FavouredLocation(offer.LocationId, churn) }
            : line;
}
