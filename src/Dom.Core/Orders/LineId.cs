using System.Text.Json.Serialization;

namespace Dom.Core.Orders;

/// <summary>Names a line within its order.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<LineId>))]
public readonly record struct LineId : IIdentifier<LineId>
{
    private readonly string? _value;

    /// <summary>Makes the identifier from its text.</summary>
    /// <param name="value">1 to 64 letters, digits or <c>- _ . :</c>, beginning with a letter or digit.</param>
    /// <exception cref="ArgumentException">The text is something else.</exception>
    public LineId(string value) => _value = Identifier.Plain(value, nameof(LineId));

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static LineId From(string value) => new(value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
