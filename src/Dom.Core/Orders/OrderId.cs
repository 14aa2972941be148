using System.Text.Json.Serialization;

namespace Dom.Core.Orders;

/// <summary>Names an order; unique over all channels.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<OrderId>))]
public readonly record struct OrderId : IIdentifier<OrderId>
{
    private readonly string? _value;

    /// <summary>Makes the identifier from its text.</summary>
    /// <param name="value">1 to 64 letters, digits or <c>- _ . :</c>, beginning with a letter or digit.</param>
    /// <exception cref="ArgumentException">The text is something else.</exception>
    public OrderId(string value) => _value = Identifier.Plain(value, nameof(OrderId));

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static OrderId From(string value) => new(value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
