using System.Text.Json.Serialization;

namespace Dom.Core.Profiles;

/// <summary>Names a fulfillment profile over all its versions.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<ProfileId>))]
public readonly record struct ProfileId : IIdentifier<ProfileId>
{
    private readonly string? _value;

    /// <summary>Makes the identifier from its text.</summary>
    /// <param name="value">1 to 64 letters, digits or <c>- _ . :</c>, beginning with a letter or digit.</param>
    /// <exception cref="ArgumentException">The text is something else.</exception>
    public ProfileId(string value) => _value = Identifier.Plain(value, nameof(ProfileId));

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static ProfileId From(string value) => new(value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
