using System.Text.Json.Serialization;

namespace Dom.Core.Network;

/// <summary>How goods reach the customer: <c>ship</c>, <c>pickup</c>, <c>shipToStore</c> or a mode of the retailer's own.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<DeliveryMode>))]
public readonly record struct DeliveryMode : IIdentifier<DeliveryMode>
{
    private readonly string? _value;

    /// <summary>Makes a mode from its name.</summary>
    /// <param name="value">1 to 64 letters, digits or <c>- _ . :</c>, beginning with a letter or digit.</param>
    /// <exception cref="ArgumentException">The name is something else.</exception>
    public DeliveryMode(string value) => _value = Identifier.Plain(value, nameof(DeliveryMode));

    /// <summary>A parcel goes from the location to the customer.</summary>
    public static DeliveryMode Ship { get; } = new("ship");

    /// <summary>The customer collects the goods at the location.</summary>
    public static DeliveryMode Pickup { get; } = new("pickup");

    /// <summary>A parcel goes from the location to the store where the customer collects it.</summary>
    public static DeliveryMode ShipToStore { get; } = new("shipToStore");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static DeliveryMode From(string value) => new(value);

    /// <summary>The name.</summary>
    public override string ToString() => Value;
}
