using System.Globalization;
using System.Text.Json;

namespace Dom.LocalHost.Hosting.Settings;

/// <summary>What this host uses of host.json. Source: Azure Functions documentation, "host.json reference".</summary>
internal sealed record HostJson
{
    /// <summary>What HTTP routes start with, without slashes; may be empty. Default <c>api</c>.</summary>
    public string RoutePrefix { get; init; } = "api";

    /// <summary>Messages that one function works on at a time. Default 16, allowed 1 to 1000.</summary>
    public int MaxConcurrentCalls { get; init; } = 16;

    /// <summary>Whether the host completes a message when its function returns. Default true.</summary>
    public bool AutoCompleteMessages { get; init; } = true;

    /// <summary>How long the lock of a message is renewed while its function runs. Default 5 min, zero or more.</summary>
    public TimeSpan MaxAutoLockRenewalDuration { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Reads the file; what it does not say keeps its default.</summary>
    /// <param name="path">The file; that it is missing is fine.</param>
    /// <exception cref="LocalHostException">The file is no JSON, or a value is not what it must be.</exception>
    public static HostJson Read(string path)
    {
        using var document = JsonFile.Read(path);
        if (document is null)
        {
            return new();
        }

        var reader = new Reader(path, document.RootElement);
        var defaults = new HostJson();
        return new()
        {
            RoutePrefix = reader.Get(
                "extensions.http.routePrefix", "text", defaults.RoutePrefix,
                value => value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim('/') : null),
            MaxConcurrentCalls = reader.Get<int>(
                "extensions.serviceBus.maxConcurrentCalls", "a whole number from 1 to 1000", defaults.MaxConcurrentCalls,
                value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number is >= 1 and <= 1000
                    ? number
                    : null),
            AutoCompleteMessages = reader.Get<bool>(
                "extensions.serviceBus.autoCompleteMessages", "true or false", defaults.AutoCompleteMessages,
                value => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null),
            MaxAutoLockRenewalDuration = reader.Get<TimeSpan>(
                "extensions.serviceBus.maxAutoLockRenewalDuration", "a time such as 00:05:00",
                defaults.MaxAutoLockRenewalDuration, Span),
        };
    }

    private static TimeSpan? Span(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && TimeSpan.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero
            ? span
            : null;

    private readonly record struct Reader(string File, JsonElement Root)
    {
        public T Get<T>(string path, string allowed, T absent, Func<JsonElement, T?> read)
            where T : struct => Find(path) is { } value ? read(value) ?? throw Wrong(path, value, allowed) : absent;

        public string Get(string path, string allowed, string absent, Func<JsonElement, string?> read) =>
            Find(path) is { } value ? read(value) ?? throw Wrong(path, value, allowed) : absent;

        private JsonElement? Find(string path)
        {
            var element = Root;
            foreach (var name in path.Split('.'))
            {
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                {
                    return null;
                }
            }

            return element;
        }

        private LocalHostException Wrong(string path, JsonElement value, string allowed) =>
            new($"{File}: {path} is {value.GetRawText()}; allowed is {allowed}.");
    }
}
