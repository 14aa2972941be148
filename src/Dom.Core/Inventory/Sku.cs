using System.Text.Json.Serialization;

namespace Dom.Core.Inventory;

/// <summary>Names a stock-keeping unit: what is counted, held and picked.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<Sku>))]
public readonly record struct Sku : IIdentifier<Sku>
{
    private readonly string? _value;

    /// <summary>Makes the identifier from its text.</summary>
    /// <param name="value">1 to 64 printable characters, no white space at either end.</param>
    /// <exception cref="ArgumentException">The text is something else.</exception>
    public Sku(string value) => _value = Identifier.Printable(value, nameof(Sku));

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static Sku From(string value) => new(value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
