using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dom.Core;

/// <summary>How Dom writes JSON everywhere: messages, HTTP, stored documents and orchestration payloads.</summary>
public static class DomJson
{
    /// <summary>camelCase names, enums by name, absent instead of null, case-insensitive reading.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
