using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Waves;
using Dom.Functions.Sourcing;
using Dom.Functions.Storage;

namespace Dom.Functions.Waves;

/// <summary>Says what a wave may decide anew of orders. Pure.</summary>
/// <param name="reading">What locations have to give.</param>
public sealed class WaveDemands(SupplyReading reading)
{
    // Worked out once for all orders of the wave.
    private readonly ImmutableDictionary<Sku, Product> _products = reading.Products;
    private readonly Dictionary<LocationId, string> _zones = reading.Configuration.Locations.ToDictionary(location => location.LocationId, location => location.TimeZone);

    /// <summary>
    /// What a wave may decide anew of an order; none where it is to be left alone: it is on hold, called off or on the move, one of its open shipments is answered,
    /// a line is in two places, or its lines are not all decided by one profile that lets waves move offers.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="shipments">Its open shipments, as they are stored.</param>
    public WaveDemand? Of(StoredOrder order, ImmutableArray<Shipment> shipments)
    {
        ArgumentNullException.ThrowIfNull(order);
        var progress = order.Progress;
        if (IsBusy(progress) || shipments.Length < progress.Shipments.Length || shipments.Any(shipment => shipment.State != ShipmentState.Offered))
        {
            return null;
        }

        var offered = shipments.SelectMany(shipment => shipment.Lines.Where(line => line.Open > 0), (shipment, line) => (shipment, line)).ToLookup(item => item.line.LineId);
        var (lines, offers) = (ImmutableArray.CreateBuilder<DemandLine>(), ImmutableArray.CreateBuilder<OfferedLine>());
        foreach (var (line, own) in order.Order.Lines.Join(progress.Lines, line => line.LineId, own => own.LineId, (line, own) => (line, own)))
        {
            var at = offered[line.LineId].ToArray();
            var open = at.Sum(item => item.line.Open);
            if (at.Length > 1 || open != own.InFulfillment || (open > 0 && own.ToSource > 0))
            {
                return null;
            }

            if (open > 0)
            {
                offers.Add(Offer(at[0].shipment, line.LineId));
            }

            if (open > 0 || own is { ToSource: > 0, Exception.Wakes: true })
            {
                lines.Add(SourcingPlanner.Demand(line, own, open + own.ToSource));
            }
        }

        return lines.Count > 0 && ProfileOf(order, lines) is { Waves.MovesOffers: true } profile
            ? new WaveDemand
            {
                OrderId = order.Order.OrderId,
                Since = order.ReceivedAt,
                Order = OrderFacts.Of(order.Order),
                Destination = order.Order.Destination?.Position,
                Attempt = progress.Attempt,
                Profile = profile,
                Lines = lines.ToImmutable(),
                Offered = offers.ToImmutable(),
            }
            : null;
    }

    // What can be sourced is being sourced at this moment.
    private static bool IsBusy(OrderProgress progress) =>
        progress.IsOnHold || progress.IsCancelling || progress.Move is not null || progress.SourcedFrom is not null
        || progress.Shipments.Any(shipment => shipment.IsRecalled || shipment.IsWithdrawAsked) || progress.Lines.Any(OrderFlow.CanBeSourced);

    private OfferedLine Offer(Shipment shipment, LineId lineId) => new(
        lineId,
        shipment.LocationId,
        shipment.ShipmentId,
        shipment.CapacityDay == WorkingTime.LocalDay(reading.At, _zones.GetValueOrDefault(shipment.LocationId, "UTC")));

    private Profile? ProfileOf(StoredOrder order, IEnumerable<DemandLine> lines)
    {
        var profiles = new OrderProfiles(
            reading.Configuration.Profiles, reading.Configuration.Keeping(order.Progress.DecidedBy, reading.At), OrderFacts.Of(order.Order), reading.At);
        var deciding = lines.Select(line => profiles.Of(line.Sku, _products.GetValueOrDefault(line.Sku), line.Mode)).Distinct().ToArray();
        return deciding is [{ } only] ? only : null;
    }
}
