using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;

namespace Dom.Core.Sourcing.Waves;

/// <summary>An order that a wave moves.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Attempt">How often it was sourced when the wave looked at it.</param>
/// <param name="Shipments">The offers that are to be recalled. An offer moves as a whole: what of it stays where it is comes back there as a new offer.</param>
/// <param name="Lines">Where each line of these offers is to come from.</param>
/// <param name="SavingMinorUnits">What the order saves, less the churn cost; 0 or below where others of the wave save more by what it gives up.</param>
/// <param name="NeedsOthers">Whether it is to have what other orders of the wave give back first.</param>
public sealed record WaveMove(
    OrderId OrderId, int Attempt, ImmutableArray<ShipmentId> Shipments, ImmutableArray<PlannedLine> Lines, long SavingMinorUnits, bool NeedsOthers);

/// <summary>What a wave decides.</summary>
/// <param name="Moves">The orders that it moves, in the order in which they came.</param>
/// <param name="Together">Orders whose part of a joint plan was found to be theirs as it is; the others were decided one after the other.</param>
/// <param name="Served">Orders of which lines that found nothing find something, by what the moves leave.</param>
public sealed record WavePlan(ImmutableArray<WaveMove> Moves, int Together, int Served);
