using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Sourcing;

namespace Dom.Tests;

/// <summary>Parts of fulfillment with safe defaults; a test states only what matters to it.</summary>
internal static class A
{
    /// <summary>When everything happens.</summary>
    public static DateTimeOffset Moment { get; } = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A planned shipment of store S1. Without lines it is two units of line 1.</summary>
    public static ShipmentPlan ShipmentPlan(params (string LineId, int Quantity)[] lines) => new()
    {
        ShipmentId = ShipmentId.Of(new OrderId("W-1001"), 1, 1),
        OrderId = new OrderId("W-1001"),
        LocationId = new LocationId("S1"),
        Mode = DeliveryMode.Ship,
        Lines = [.. (lines.Length == 0 ? [("1", 2)] : lines).Select(line => Assignment(line.LineId, line.Quantity))],
        ProfileId = new ProfileId("default"),
        ProfileVersion = 3,
        Acceptance = new AcceptancePolicy(),
    };

    /// <summary>A shipment that is offered to store S1 for two hours. Without lines it is two units of line 1.</summary>
    public static Shipment Shipment(params (string LineId, int Quantity)[] lines) =>
        Core.Fulfillment.Shipment.Offer(ShipmentPlan(lines), Moment, new OfferTerms { AcceptBy = Moment.AddHours(2) });

    /// <summary>A shipment that is planned with a policy and offered to store S1 for two hours. Without lines it is two units of line 1.</summary>
    public static Shipment Shipment(AcceptancePolicy policy, params (string LineId, int Quantity)[] lines) =>
        Core.Fulfillment.Shipment.Offer(ShipmentPlan(lines) with { Acceptance = policy }, Moment, new OfferTerms { AcceptBy = Moment.AddHours(2) });

    /// <summary>A command; without lines it means all that is open.</summary>
    public static ShipmentCommand Command(ShipmentAction action, params (string LineId, int Quantity)[] lines) => new()
    {
        Action = action,
        At = Moment.AddMinutes(5),
        Lines = lines.Length == 0 ? null : Quantities(lines),
    };

    /// <summary>Units of lines.</summary>
    public static ImmutableArray<LineQuantity> Quantities(params (string LineId, int Quantity)[] lines) =>
        [.. lines.Select(line => new LineQuantity(new LineId(line.LineId), line.Quantity))];

    /// <summary>An assignment of SKU-<paramref name="lineId"/> to store S1.</summary>
    public static Assignment Assignment(string lineId, int quantity) =>
        new(new LineId(lineId), new Sku($"SKU-{lineId}"), new LocationId("S1"), DeliveryMode.Ship, quantity);
}
