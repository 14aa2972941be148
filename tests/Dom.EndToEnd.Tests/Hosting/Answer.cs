using System.Net;
using System.Text.Json;
using Dom.Core;

namespace Dom.EndToEnd.Tests.Hosting;

/// <summary>What the HTTP API answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Text">The body.</param>
/// <param name="ContentType">The kind of body.</param>
/// <param name="ETag">The mark of what was read.</param>
internal sealed record Answer(HttpStatusCode Status, string Text, string? ContentType, string? ETag)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>The body as a type.</summary>
    public T As<T>() => JsonSerializer.Deserialize<T>(Text, DomJson.Options)!;

    /// <summary>Itself, if it has this status.</summary>
    public Answer Expect(HttpStatusCode status) =>
        Status == status ? this : throw new InvalidOperationException($"{(int)status} was expected, {(int)Status} came: {Text}");
}
