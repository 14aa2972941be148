using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.DurableTask;

namespace Dom.LocalHost.Durable;

/// <summary>Every payload of the engine as JSON, with one set of options.</summary>
/// <param name="options">The options; the Functions worker's default is case-insensitive reading and nothing else.</param>
internal sealed class JsonPayloads(JsonSerializerOptions options) : DataConverter
{
    /// <inheritdoc/>
    [return: NotNullIfNotNull(nameof(value))]
    public override string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, options);

    /// <inheritdoc/>
    [return: NotNullIfNotNull(nameof(data))]
    public override object? Deserialize(string? data, Type targetType) =>
        data is null ? null : JsonSerializer.Deserialize(data, targetType, options)!;
}
