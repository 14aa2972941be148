using System.Globalization;
using System.Text.Json.Serialization;
using Dom.Core.Orders;

namespace Dom.Core.Fulfillment;

/// <summary>Names a shipment: the order, the attempt that sourced it and its place in that attempt, as in <c>W-1001~1.2</c>.</summary>
/// <remarks>What was decided anew within an attempt counts from 1001, 2001 …: a decision never frees what another one holds. No order id holds a <c>~</c>, so a shipment is never taken for an order.</remarks>
[JsonConverter(typeof(IdentifierJsonConverter<ShipmentId>))]
public readonly record struct ShipmentId : IIdentifier<ShipmentId>
{
    private readonly string? _value;

    private ShipmentId(string value) => _value = value;

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <summary>The order that it names.</summary>
    public OrderId OrderId => new(Value.Split('~')[0]);

    /// <summary>Places that each decision of an attempt has of its own; an order has fewer lines.</summary>
    public const int PlacesPerDecision = 1_000;

    /// <summary>Names a shipment of an attempt.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="attempt">The attempt, from 1.</param>
    /// <param name="number">Its place in the attempt, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static ShipmentId Of(OrderId orderId, int attempt, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);

        return new(string.Create(CultureInfo.InvariantCulture, $"{orderId}~{attempt}.{number}"));
    }

    /// <inheritdoc/>
    public static ShipmentId From(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return IsShipmentId(value)
            ? new(value)
            : throw new ArgumentException($"ShipmentId '{value}' is not allowed; allowed is ORDER~ATTEMPT.NUMBER, as in W-1001~1.2.", nameof(value));
    }

    /// <summary>Whether a text names a shipment.</summary>
    /// <param name="value">The text.</param>
    public static bool IsShipmentId(string? value) =>
        value?.Split('~') is [var order, var rest]
        && Identifier.IsPlain(order)
        && rest.Split('.') is [var attempt, var number]
        && IsCount(attempt)
        && IsCount(number);

    /// <summary>The text.</summary>
    public override string ToString() => Value;

    private static bool IsCount(string text) => text is { Length: >= 1 and <= 9 } && text.All(char.IsAsciiDigit) && text[0] != '0';
}
