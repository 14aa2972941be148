using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dom.Core;

/// <summary>A name that the field gives to one of its things: an order, a line, a location.</summary>
/// <typeparam name="TSelf">The identifier itself.</typeparam>
public interface IIdentifier<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The text, as channels and stores write it.</summary>
    string Value { get; }

    /// <summary>Makes an identifier from its text.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException">The text is not allowed; the message says what is.</exception>
    static abstract TSelf From(string value);
}

/// <summary>What texts may be identifiers.</summary>
public static class Identifier
{
    /// <summary>Longest identifier, in characters. Keeps ids made of several of them within 128 characters.</summary>
    public const int MaxLength = 64;

    /// <summary>What <see cref="IsPlain"/> allows, as an error message says it.</summary>
    public const string PlainRule = "1 to 64 letters, digits or '-', '_', '.', ':' (A-Z, a-z, 0-9), beginning with a letter or digit";

    /// <summary>What <see cref="IsPrintable"/> allows, as an error message says it.</summary>
    public const string PrintableRule = "1 to 64 printable characters without white space at either end";

    /// <summary>Whether a text can stand unchanged in a storage key, an instance id and a path of an address.</summary>
    /// <param name="value">The text.</param>
    public static bool IsPlain(string? value) =>
        value is { Length: >= 1 and <= MaxLength }
        && char.IsAsciiLetterOrDigit(value[0])
        && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');

    /// <summary>Whether a text is 1 to 64 characters, none of them a control character, without white space at either end.</summary>
    /// <param name="value">The text.</param>
    public static bool IsPrintable(string? value) =>
        value is { Length: >= 1 and <= MaxLength }
        && !value.Any(char.IsControl)
        && !char.IsWhiteSpace(value[0])
        && !char.IsWhiteSpace(value[^1]);

    internal static string Plain(string value, string name) =>
        IsPlain(value) ? value : throw new ArgumentException($"{name} '{value}' is not allowed; allowed is {PlainRule}.", nameof(value));

    internal static string Printable(string value, string name) =>
        IsPrintable(value) ? value : throw new ArgumentException($"{name} '{value}' is not allowed; allowed is {PrintableRule}.", nameof(value));
}

/// <summary>Writes identifiers as plain JSON strings and reads them back, as values and as property names.</summary>
/// <typeparam name="TIdentifier">The identifier.</typeparam>
public sealed class IdentifierJsonConverter<TIdentifier> : JsonConverter<TIdentifier>
    where TIdentifier : struct, IIdentifier<TIdentifier>
{
    /// <inheritdoc/>
    public override TIdentifier Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TIdentifier value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    /// <inheritdoc/>
    public override TIdentifier ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TIdentifier value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);

    private static TIdentifier Parse(string? text)
    {
        try
        {
            return TIdentifier.From(text ?? "");
        }
        catch (ArgumentException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }
}
