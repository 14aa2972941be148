using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dom.LocalHost.Durable.History;

/// <summary>Puts JSON text into JSON as it is, so that payloads are neither escaped nor read.</summary>
internal sealed class RawJsonConverter : JsonConverter<string?>
{
    /// <summary>True: the text "null" is a payload, no payload is an absent property.</summary>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetRawText();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value ?? "null", skipInputValidation: true);
}
