using System.Collections.Immutable;
using System.Diagnostics;
using Dom.Core.Catalogue;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Solving.Exact;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Rules;
using Dom.Functions.Storage;

namespace Dom.Functions.Sourcing;

/// <summary>Sources an order once: reads, decides, writes the decision, holds stock and places; begins anew when something went in between.</summary>
public sealed class OrderSourcer(SupplyReader supplies, StockStore stocks, CapacityStore capacities, DecisionLog decisions, IExactSolver exact)
{
    private const int MostDecisions = 100;
    private const int MostLooks = 3;

    /// <summary>Sources what no location has.</summary>
    /// <param name="order">The order as it is stored, with how far it is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A decision; all that it assigns is held. It stands once it is stored that it does: another run of the same step may have given it up.</returns>
    /// <exception cref="InvalidOperationException">Stock went away a hundred times between decision and hold; the step is to be run again.</exception>
    public async Task<StoredDecision> SourceAsync(StoredOrder order, CancellationToken cancellationToken)
    {
        var (orderId, attempt) = (order.Order.OrderId, order.Progress.Attempt + 1);
        var revision = 0;
        for (var tries = 0; tries < MostDecisions; tries++, revision++)
        {
            var situation = await ReadAsync(order, attempt, revision, cancellationToken);
            var begun = Stopwatch.GetTimestamp();
            var planned = SourcingPlanner.Plan(situation, exact, cancellationToken);
            var decision = planned with { Milliseconds = Math.Round(Stopwatch.GetElapsedTime(begun).TotalMilliseconds, 3) };
            var isNew = await decisions.AddAsync(orderId, decision, cancellationToken);
            if (!isNew)
            {
                // Another run of this step came so far, earlier or at this moment: its newest decision goes on.
                decision = await decisions.NewestAsync(orderId, attempt, cancellationToken);
                revision = decision.Revision;
                if (await decisions.StandsAsync(orderId, decision, cancellationToken) is { } stands)
                {
                    if (stands)
                    {
                        return decision;
                    }

                    await ReleaseAsync(decision, cancellationToken);
                    continue;
                }
            }

            if ((await HoldAsync(decision, situation, isNew, cancellationToken)
                    && await IsStillBlockedAsync(order, decision, situation, isNew, cancellationToken))
                || !await decisions.GiveUpAsync(orderId, decision, cancellationToken))
            {
                return decision;
            }

            await ReleaseAsync(decision, cancellationToken);
        }

        throw new InvalidOperationException($"Order {order.Order.OrderId}: stock or places went {MostDecisions} times before they could be held.");
    }

    private async Task<SourcingSituation> ReadAsync(StoredOrder order, int attempt, int revision, CancellationToken cancellationToken)
    {
        var open = order.Progress.Lines.Where(OrderFlow.CanBeSourced).Select(line => line.LineId).ToHashSet();
        var reading = await supplies.ReadAsync(order.Order.Lines.Where(line => open.Contains(line.LineId)).Select(line => line.Sku), cancellationToken);
        return new SourcingSituation(order, attempt, revision, reading);
    }

    private async Task<bool> HoldAsync(StoredDecision decision, SourcingSituation situation, bool isNew, CancellationToken cancellationToken)
    {
        var wanted = decision.Result.Shipments.SelectMany(shipment => Holds(shipment).Select(hold => (Hold: hold, Floor: Floor(shipment, hold, situation))));
        foreach (var group in wanted.GroupBy(item => (item.Hold.Sku, item.Floor), item => item.Hold))
        {
            // What an earlier run held is in the stock that was read: it is looked up instead.
            var snapshot = isNew ? situation.Supply.Stock[group.Key.Sku] : null;

            foreach (var chunk in group.Chunk(StockStore.MostHolds))
            {
                if (!await stocks.HoldAsync(group.Key.Sku, snapshot, chunk, group.Key.Floor, cancellationToken))
                {
                    return false;
                }
            }
        }

        foreach (var shipment in decision.Result.Shipments)
        {
            if (Claim(shipment) is { } claim && !await capacities.ClaimAsync(claim, shipment.Load, Limit(shipment, situation), cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Notes what the order waits for, and then looks whether it has come in the meantime: noted first, no arrival is missed.</summary>
    private async Task<bool> IsStillBlockedAsync(
        StoredOrder order, StoredDecision decision, SourcingSituation situation, bool isNew, CancellationToken cancellationToken)
    {
        var waiting = decision.Result.Unassigned.ToDictionary(line => line.LineId, line => line.Quantity);
        var sourced = order with { Progress = OrderFlow.Sourced(order.Progress, decision.Result) };
        var lines = SourcingPlanner.Demand(order).Where(line => waiting.ContainsKey(line.LineId))
            .Select(line => line with { Quantity = waiting[line.LineId] }).ToLookup(line => line.Sku);
        if (lines.Count == 0)
        {
            return true;
        }

        foreach (var sku in lines)
        {
            await decisions.WaitAsync(sku.Key, Waiting(sourced, sku), cancellationToken);
        }

        var now = await supplies.ReadAsync(lines.Select(sku => sku.Key), cancellationToken);
        if (isNew)
        {
            return !HasMore(situation, now, decision.Result.Shipments);
        }

        // What another run saw when it decided is not known here: whether something has come since is told by whether it could serve what waits.
        // Where the whole order's limits keep it waiting, that is so for ever, and runs that find each other's decisions must come to an end.
        return decision.Revision >= MostLooks || Unclaimed(now, decision.Result.Shipments).For(Waiting(sourced, lines.SelectMany(sku => sku))).IsEmpty;
    }

    private static WaitingOrder Waiting(StoredOrder order, IEnumerable<DemandLine> lines) => new()
    {
        OrderId = order.Order.OrderId,
        Since = order.ReceivedAt,
        Order = OrderFacts.Of(order.Order),
        Destination = order.Order.Destination?.Position,
        Lines = [.. lines],

        // Those of this very decision as well: what it gave to locations binds the rest of the order.
        DecidedBy = order.Progress.DecidedBy,
    };

    /// <summary>What locations have to give to an order that has places at some: one more of its shipments there takes no further place.</summary>
    private static Supply Unclaimed(SupplyReading now, ImmutableArray<ShipmentPlan> shipments)
    {
        var own = OwnLoads(shipments);
        return now.For(null) with
        {
            Loads = now.Loads.ToImmutableDictionary(day => day.Key, day => day.Value - new DayLoad(own.GetValueOrDefault(day.Key).Orders, 0, 0)),
        };
    }

    private static Dictionary<LocationId, DayLoad> OwnLoads(ImmutableArray<ShipmentPlan> shipments) => shipments
        .Where(shipment => shipment.CapacityDay is not null)
        .GroupBy(shipment => shipment.LocationId, shipment => shipment.Load)
        .ToDictionary(location => location.Key, location => location.Aggregate((one, other) => one + other));

    private static bool HasMore(SourcingSituation before, SupplyReading now, ImmutableArray<ShipmentPlan> shipments)
    {
        var own = OwnLoads(shipments);
        return now.Configuration.Version != before.Supply.Configuration.Version
            || now.Stock.Values.Any(snapshot => HasMore(before.Supply.Stock.GetValueOrDefault(snapshot.Sku), snapshot, shipments))
            || now.Stock.Values.Any(snapshot => !IsSame(before.Products.GetValueOrDefault(snapshot.Sku), snapshot.Product))
            || now.Loads.Any(day => HasMore(before.Supply.Loads.GetValueOrDefault(day.Key), day.Value - own.GetValueOrDefault(day.Key)));
    }

    // Lists in records are equal only where they are one.
    private static bool IsSame(Product? one, Product? other) => one is null || other is null
        ? one == other
        : one with { Supplementary = [] } == other with { Supplementary = [] } && one.Supplementary.SequenceEqual(other.Supplementary);

    private static bool HasMore(DayLoad before, DayLoad now) => now.Orders < before.Orders || now.Lines < before.Lines || now.Units < before.Units;

    private static bool HasMore(StockSnapshot? before, StockSnapshot now, ImmutableArray<ShipmentPlan> shipments)
    {
        var own = shipments.SelectMany(Holds)
            .Where(hold => hold.Sku == now.Sku)
            .ToLookup(hold => hold.LocationId, hold => hold.Quantity);

        return now.Levels.Any(level =>
            level.Available + own[level.LocationId].Sum() > (before?.Rows.GetValueOrDefault(level.LocationId)?.Level.Available ?? 0));
    }

    /// <summary>Releases what a decision holds that was given up. No other decision has any of it: each has shipments of its own.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task ReleaseAsync(StoredDecision decision, CancellationToken cancellationToken)
    {
        foreach (var shipment in decision.Result.Shipments)
        {
            foreach (var hold in Holds(shipment))
            {
                await stocks.ReleaseAsync(hold with { Quantity = 0 }, StockEffect.None, cancellationToken);
            }

            if (Claim(shipment) is { } claim)
            {
                await capacities.ReleaseAsync(claim, cancellationToken);
            }
        }
    }

    private static IEnumerable<StockHold> Holds(ShipmentPlan shipment) =>
        shipment.Lines.Select(line => new StockHold(line.Sku, shipment.LocationId, shipment.ShipmentId, line.LineId, line.Quantity));

    // A location or profile that has gone since the decision limits nothing any more.
    private static DayLimit Limit(ShipmentPlan shipment, SourcingSituation situation) =>
        situation.Supply.Configuration.Locations.FirstOrDefault(known => known.LocationId == shipment.LocationId) is not { } location
            ? default
            : situation.Supply.Configuration.Find(shipment.ProfileId, shipment.ProfileVersion) is not { } profile
                ? DayLimit.Of(location)
                : DayLimit.Of(
                    profile, situation.Supply.At, location, [.. shipment.Lines.Select(line => (line.Sku, situation.Products.GetValueOrDefault(line.Sku), line.Mode))]);

    // A location or profile that has gone since the decision keeps nothing back any more.
    private static int Floor(ShipmentPlan shipment, StockHold hold, SourcingSituation situation) =>
        situation.Supply.Configuration.Locations.FirstOrDefault(known => known.LocationId == shipment.LocationId) is { } location
        && situation.Supply.Configuration.Find(shipment.ProfileId, shipment.ProfileVersion) is { } profile
            ? Floors.Of(profile, situation.Supply.At, location, hold.Sku, situation.Products.GetValueOrDefault(hold.Sku), shipment.Mode)
            : 0;

    private static CapacityClaim? Claim(ShipmentPlan shipment) =>
        shipment.CapacityDay is { } day ? new CapacityClaim(shipment.LocationId, day, shipment.ShipmentId) : null;
}
