using System.Collections.Immutable;
using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;

namespace Dom.Functions.Fulfillment;

/// <summary>How far a shipment is, as its orchestration knows it.</summary>
public sealed record ShipmentProgress
{
    /// <summary>The shipment.</summary>
    public required ShipmentId ShipmentId { get; init; }

    /// <summary>Its location.</summary>
    public required LocationId LocationId { get; init; }

    /// <summary>Entries of its history that have been dealt with.</summary>
    public int Followed { get; init; }

    /// <summary>Its state.</summary>
    public ShipmentState State { get; init; }

    /// <summary>Until when its location must answer.</summary>
    public DateTimeOffset AcceptBy { get; init; }

    /// <summary>When its location is to be warned; none where it is not, or was.</summary>
    public DateTimeOffset? WarnAt { get; init; }

    /// <summary>How often it is looked at although nobody reported anything.</summary>
    public TimeSpan LookAgainAfter { get; init; }

    /// <summary>What it gave back since it was last looked at.</summary>
    public ImmutableArray<ShipmentReturn> Returns { get; init; } = [];

    /// <summary>How it ended, once it has.</summary>
    public ShipmentResult? Result { get; init; }

    /// <summary>A shipment that is yet to be looked at: it is due at once.</summary>
    /// <param name="shipmentId">The shipment.</param>
    /// <param name="locationId">Its location.</param>
    public static ShipmentProgress Unknown(ShipmentId shipmentId, LocationId locationId) =>
        new() { ShipmentId = shipmentId, LocationId = locationId, State = ShipmentState.Accepted };
}

/// <summary>What <see cref="FulfillShipment"/> begins with.</summary>
public sealed record FulfillShipmentInput
{
    /// <summary>The instance of the order's orchestration, which is told what comes back.</summary>
    public required string OrderInstanceId { get; init; }

    /// <summary>A new shipment.</summary>
    public ShipmentPlan? Plan { get; init; }

    /// <summary>How far the shipment is, where the history was cut.</summary>
    public ShipmentProgress? Progress { get; init; }

    /// <summary>The shipment.</summary>
    public ShipmentId ShipmentId => Plan?.ShipmentId ?? Progress!.ShipmentId;
}

/// <summary>What somebody tells a shipment's orchestration.</summary>
public sealed record ShipmentSignal
{
    /// <summary>The name of the external event. One name, so that one waiter takes them all.</summary>
    public const string EventName = "shipment";

    /// <summary>Whether the order is called off; otherwise the shipment changed and is to be looked at.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>SKUs of which the location has said, for another shipment, that it has none: what it has not accepted of them goes elsewhere.</summary>
    public ImmutableArray<Sku> MissingSkus { get; init; } = [];

    /// <summary>Reads a signal. Anything that is none only says that the shipment is to be looked at, so that no stranger's event can fail it.</summary>
    /// <param name="payload">The event's payload.</param>
    public static ShipmentSignal Read(JsonElement? payload)
    {
        // An event without a payload is not even null: it is no JSON at all.
        if (payload is not { ValueKind: JsonValueKind.Object } told)
        {
            return new ShipmentSignal();
        }

        try
        {
            var signal = told.Deserialize<ShipmentSignal>(DomJson.Options)!;
            return signal.MissingSkus.IsDefault ? signal with { MissingSkus = [] } : signal;
        }
        catch (JsonException)
        {
            return new ShipmentSignal();
        }
    }
}

/// <summary>What a shipment is looked at for.</summary>
/// <param name="Progress">How far it was.</param>
/// <param name="IsDue">Whether its time to answer is up, or the time to warn has come.</param>
/// <param name="IsWithdrawn">Whether the order is called off.</param>
public sealed record FollowShipmentInput(ShipmentProgress Progress, bool IsDue, bool IsWithdrawn)
{
    /// <summary>SKUs of which its location has said that it has none.</summary>
    public ImmutableArray<Sku> MissingSkus { get; init; } = [];
}
