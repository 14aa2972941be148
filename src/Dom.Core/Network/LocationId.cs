using System.Text.Json.Serialization;

namespace Dom.Core.Network;

/// <summary>Names a location: a store, a warehouse, a distribution centre.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<LocationId>))]
public readonly record struct LocationId : IIdentifier<LocationId>
{
    private readonly string? _value;

    /// <summary>Makes the identifier from its text.</summary>
    /// <param name="value">1 to 64 letters, digits or <c>- _ . :</c>, beginning with a letter or digit.</param>
    /// <exception cref="ArgumentException">The text is something else.</exception>
    public LocationId(string value) => _value = Identifier.Plain(value, nameof(LocationId));

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static LocationId From(string value) => new(value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
