using System.Globalization;
using Azure.Data.Tables;

namespace Dom.LocalHost.Durable.Storage;

/// <summary>Texts of any length in an entity: a property takes 32K characters, so a text takes as many properties as it needs.</summary>
internal static class TextProperties
{
    /// <summary>Longest piece of a text in one property, in characters. Source: Table Storage limits, 64 KiB of UTF-16.</summary>
    public const int MaxChars = 32_000;

    /// <summary>Sets a text. A merge replaces it whole, whatever was there.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="name">The text's name; its properties are the name with a number, and the name with <c>Parts</c>.</param>
    /// <param name="text">The text; null for none.</param>
    public static void SetText(this TableEntity entity, string name, string? text)
    {
        var pieces = text is null ? [] : TextPieces.Cut(text, MaxChars);
        entity[name + "Parts"] = pieces.Count;
        for (var index = 0; index < pieces.Count; index++)
        {
            entity[Numbered(name, index)] = pieces[index];
        }
    }

    /// <summary>Gets a text; null when there is none or it was not read.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="name">The text's name.</param>
    public static string? GetText(this TableEntity entity, string name) => entity.GetInt32(name + "Parts") switch
    {
        null or 0 => null,
        1 => entity.GetString(name + "0"),
        { } parts => string.Concat(Enumerable.Range(0, parts).Select(index => entity.GetString(Numbered(name, index)))),
    };

    /// <summary>The properties of a text of up to a number of pieces, to be selected in a query.</summary>
    /// <param name="name">The text's name.</param>
    /// <param name="pieces">The number.</param>
    public static IEnumerable<string> Select(string name, int pieces) =>
        Enumerable.Range(0, pieces).Select(index => Numbered(name, index)).Append(name + "Parts");

    private static string Numbered(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}{index}");
}
