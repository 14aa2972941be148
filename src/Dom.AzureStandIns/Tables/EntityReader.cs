using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Reads entities out of JSON.</summary>
internal static class EntityReader
{
    /// <summary>Reads the answer to a point read.</summary>
    /// <typeparam name="T">The type of entity to make.</typeparam>
    /// <param name="json">One JSON object.</param>
    /// <exception cref="InvalidOperationException">The row does not fit the type.</exception>
    public static T ReadOne<T>(ReadOnlySpan<byte> json)
        where T : class, ITableEntity
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Read<T>(ref reader);
    }

    /// <summary>Reads the answer to a query.</summary>
    /// <typeparam name="T">The type of entity to make.</typeparam>
    /// <param name="json">A JSON object whose property <c>value</c> is the array of rows.</param>
    /// <exception cref="InvalidOperationException">A row does not fit the type.</exception>
    public static IReadOnlyList<T> ReadMany<T>(ReadOnlySpan<byte> json)
        where T : class, ITableEntity
    {
        var entities = new List<T>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isRows = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (!isRows)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                entities.Add(Read<T>(ref reader));
            }
        }

        return entities;
    }

    private static T Read<T>(ref Utf8JsonReader reader)
        where T : class, ITableEntity
    {
        var entity = Activator.CreateInstance<T>();
        if (entity is IDictionary<string, object> properties)
        {
            ReadProperties(ref reader, properties);
        }
        else
        {
            EntityShape.For(typeof(T)).Read(ref reader, entity);
        }

        return entity;
    }

    private static void ReadProperties(ref Utf8JsonReader reader, IDictionary<string, object> properties)
    {
        // An annotation may come before or after its value, so types are applied at the end.
        List<(string Name, string Type)> annotations = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name.EndsWith(EdmTypes.AnnotationSuffix, StringComparison.Ordinal))
            {
                annotations.Add((name[..^EdmTypes.AnnotationSuffix.Length], reader.GetString()!));
            }
            else if (name != "odata.metadata" && ReadValue(ref reader) is { } value)
            {
                properties[name] = value;
            }
        }

        foreach (var (name, type) in annotations)
        {
            Apply(properties, name, type);
        }

        Apply(properties, nameof(ITableEntity.Timestamp), "Edm.DateTime");
    }

    private static object? ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when reader.TryGetInt32(out var number) => number,
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.Null => null,
        var other => throw new NotSupportedException($"A row holds JSON of kind {other}."),
    };

    private static void Apply(IDictionary<string, object> properties, string name, string type)
    {
        if (!properties.TryGetValue(name, out var value))
        {
            return;
        }

        properties[name] = (type, value) switch
        {
            ("Edm.Int64", string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            ("Edm.Double", string text) => double.Parse(text, CultureInfo.InvariantCulture),
            ("Edm.Double", int number) => (double)number,
            ("Edm.Guid", string text) => Guid.Parse(text),
            ("Edm.DateTime", string text) =>
                DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            ("Edm.Binary", string text) => Convert.FromBase64String(text),
            _ => value,
        };
    }
}
