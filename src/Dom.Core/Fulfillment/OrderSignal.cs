using System.Text.Json;

namespace Dom.Core.Fulfillment;

/// <summary>What somebody tells an order while it is under way.</summary>
public sealed record OrderSignal
{
    /// <summary>The name of the external event that carries signals. One name, so that one waiter takes them all in order.</summary>
    public const string EventName = "order";

    /// <summary>What is told.</summary>
    public required OrderSignalKind Kind { get; init; }

    /// <summary>What a shipment gives back, for <see cref="OrderSignalKind.ShipmentReturned"/>.</summary>
    public ShipmentReturn? Return { get; init; }

    /// <summary>What is to be moved, for <see cref="OrderSignalKind.Move"/>.</summary>
    public OrderMove? Move { get; init; }

    /// <summary>The caller's mark of its request: the same request told again changes nothing.</summary>
    public string? RequestId { get; init; }

    /// <summary>Reads a signal; null where the payload is none, so that no stranger's event can fail an order.</summary>
    /// <param name="payload">The event's payload.</param>
    public static OrderSignal? Read(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return payload.Deserialize<OrderSignal>(DomJson.Options) is { } signal && IsSound(signal) ? signal : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsSound(OrderSignal signal) =>
        Enum.IsDefined(signal.Kind)
        && (signal.Move is not { } move || (!move.Shipments.IsDefault && !move.Lines.IsDefault))
        && (signal.Return is not { } returned
            || (!returned.Lines.IsDefault
                && returned.Lines.All(line => line.Quantity > 0)
                && returned.Lines.DistinctBy(line => line.LineId).Count() == returned.Lines.Length));
}

/// <summary>What an order can be told.</summary>
public enum OrderSignalKind
{
    /// <summary>Call it off.</summary>
    Cancel,

    /// <summary>Source nothing more until it is released.</summary>
    Hold,

    /// <summary>Go on.</summary>
    Release,

    /// <summary>Try again what is waiting; earlier refusals are forgiven.</summary>
    Retry,

    /// <summary>What it waits for may have come: stock, a place, a location that changed.</summary>
    Wake,

    /// <summary>A shipment gives something back while it goes on with the rest.</summary>
    ShipmentReturned,

    /// <summary>Have other locations fulfil what is offered and not accepted: a wave found that this saves more than it costs.</summary>
    Move,
}
