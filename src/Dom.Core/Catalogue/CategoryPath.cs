using System.Text.Json.Serialization;

namespace Dom.Core.Catalogue;

/// <summary>A place in a hierarchy of categories, from the root down, such as <c>apparel/shoes/running</c>.</summary>
[JsonConverter(typeof(IdentifierJsonConverter<CategoryPath>))]
public readonly record struct CategoryPath : IIdentifier<CategoryPath>
{
    /// <summary>What parts one step of a path from the next.</summary>
    public const char Separator = '/';

    /// <summary>What a path may be, for messages.</summary>
    public const string Rule = "1 to 20 category names of 1 to 64 letters, digits or - _ . : each, with / between them";

    private readonly string? _value;

    /// <summary>Makes a path from its text.</summary>
    /// <param name="value">1 to 20 names as <see cref="Rule"/> tells.</param>
    /// <exception cref="ArgumentException">The text is something else.</exception>
    public CategoryPath(string value) => _value = IsPath(value) ? value : throw new ArgumentException($"Category '{value}' is not {Rule}.", nameof(value));

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static CategoryPath From(string value) => new(value);

    /// <summary>Whether a text is a path.</summary>
    /// <param name="value">The text.</param>
    public static bool IsPath(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Split(Separator) is { Length: <= 20 } steps && steps.All(Identifier.IsPlain);
    }

    /// <summary>Whether a category is this one or lies below it.</summary>
    /// <param name="other">The category.</param>
    public bool Covers(CategoryPath other) =>
        other.Value.StartsWith(Value, StringComparison.Ordinal) && (other.Value.Length == Value.Length || other.Value[Value.Length] == Separator);

    /// <summary>How many steps it lies below the root, from 1: the deeper of two that hold for a product is the more particular one.</summary>
    public int Depth => Value.Count(letter => letter == Separator) + 1;

    /// <summary>The category at the root that it lies in; itself where it lies at the root.</summary>
    public CategoryPath Top => Value.IndexOf(Separator) is > 0 and var end ? new(Value[..end]) : this;

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
