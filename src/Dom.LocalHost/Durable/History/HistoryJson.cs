using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dom.LocalHost.Durable.History;

/// <summary>The JSON in which histories, mail and instance states are stored.</summary>
internal static class HistoryJson
{
    // Deeper than any payload's own limit of 64 levels; the relaxed escapes keep rows readable and short.
    private static readonly JsonSerializerOptions Options = new()
    {
        MaxDepth = 512,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes a value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="json">The text.</param>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="utf8">The text in UTF-8.</param>
    public static T Read<T>(byte[] utf8) => JsonSerializer.Deserialize<T>(utf8, Options)!;
}
