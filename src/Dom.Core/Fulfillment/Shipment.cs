using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Delivery;

namespace Dom.Core.Fulfillment;

/// <summary>What one location does for one order by one delivery mode: first an offer, then work, then an end.</summary>
public sealed record Shipment
{
    /// <summary>Its identifier.</summary>
    public required ShipmentId ShipmentId { get; init; }

    /// <summary>The order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The location that is asked.</summary>
    public required LocationId LocationId { get; init; }

    /// <summary>How the goods reach the customer.</summary>
    public required DeliveryMode Mode { get; init; }

    /// <summary>What that mode does by the profile that the shipment was planned with; none in what was stored before it was kept: then the mode's name tells.</summary>
    public DeliveryKind? Kind { get; init; }

    /// <summary>How far it is.</summary>
    public required ShipmentState State { get; init; }

    /// <summary>When the location was asked.</summary>
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>Until when it must answer.</summary>
    public required DateTimeOffset AcceptBy { get; init; }

    /// <summary>When the location is warned that its time runs out; none where it is not.</summary>
    public DateTimeOffset? WarnAt { get; init; }

    /// <summary>Whether its time to answer ends early, because it closes for the day.</summary>
    public bool EndsAtClosing { get; init; }

    /// <summary>The day of the location whose capacity it uses; none where it uses none.</summary>
    public DateOnly? CapacityDay { get; init; }

    /// <summary>Its lines.</summary>
    public required ImmutableArray<ShipmentLine> Lines { get; init; }

    /// <summary>The reasons that its location may give, with what each says about the stock.</summary>
    public ImmutableDictionary<string, StockEffect> Reasons { get; init; } = AcceptancePolicy.DefaultReasons;

    /// <summary>What its answer means, and what it may be.</summary>
    public ShipmentTerms Terms { get; init; } = new();

    /// <summary>The carrier's number, once there is one.</summary>
    public string? Tracking { get; init; }

    /// <summary>All that happened to it, oldest first; an entry's place is its number.</summary>
    public ImmutableArray<ShipmentEntry> History { get; init; } = [];

    /// <summary>Makes the offer of a planned shipment; one that is accepted by itself is accepted.</summary>
    /// <param name="plan">What is planned.</param>
    /// <param name="at">When the location is asked.</param>
    /// <param name="terms">How long it has.</param>
    public static Shipment Offer(ShipmentPlan plan, DateTimeOffset at, OfferTerms terms)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(terms);
        var offer = new ShipmentEntry { Action = ShipmentAction.Offer, State = ShipmentState.Offered, At = at };
        return new Shipment
        {
            ShipmentId = plan.ShipmentId,
            OrderId = plan.OrderId,
            LocationId = plan.LocationId,
            Mode = plan.Mode,
            Kind = plan.Kind,
            State = terms.IsAutoAccepted ? ShipmentState.Accepted : ShipmentState.Offered,
            OfferedAt = at,
            AcceptBy = terms.AcceptBy,
            WarnAt = terms.WarnAt,
            EndsAtClosing = terms.EndsAtClosing,
            CapacityDay = plan.CapacityDay,
            Lines =
            [
                .. plan.Lines.Select(line => new ShipmentLine(line.LineId, line.Sku, line.Quantity, line.Quantity, 0)
                {
                    Category = plan.Categories is { } categories && categories.TryGetValue(line.Sku, out var category) ? category : null,
                }),
            ],
            Reasons = plan.Acceptance.Reasons,
            Terms = ShipmentTerms.Of(plan.Acceptance),
            History = terms.IsAutoAccepted
                ? [offer, new ShipmentEntry { Action = ShipmentAction.Accept, State = ShipmentState.Accepted, At = at, By = ShipmentEntry.ByItself }]
                : [offer],
        };
    }

    /// <summary>The shipment as it was made: all that happened since is left out.</summary>
    /// <param name="shipment">The shipment as it is.</param>
    public static Shipment AsMade(Shipment shipment)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        var made = ShipmentFlow.IsAutoAccepted(shipment) ? 2 : 1;
        return shipment with
        {
            State = shipment.History[made - 1].State,
            Lines = [.. shipment.Lines.Select(line => line with { Open = line.Offered, Picked = 0 })],
            Tracking = null,
            History = shipment.History[..made],
        };
    }
}

/// <summary>A line of a shipment, in units.</summary>
/// <param name="LineId">The order's line.</param>
/// <param name="Sku">What is to be picked.</param>
/// <param name="Offered">What the location was asked for.</param>
/// <param name="Open">What of it is still the location's to fulfil, 0 to <paramref name="Offered"/>.</param>
/// <param name="Picked">What of that is picked, 0 to <paramref name="Open"/>.</param>
public sealed record ShipmentLine(LineId LineId, Sku Sku, int Offered, int Open, int Picked)
{
    /// <summary>The top category of its product as it was when the shipment was planned; none where it had none.</summary>
    public CategoryPath? Category { get; init; }
}
