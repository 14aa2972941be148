using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Writes entities as JSON.</summary>
internal static class EntityWriter
{
    // Writers are reused. They escape what is not ASCII, as the real package does: Azurite joins the pieces in which a
    // body arrives as text, and would break a character that lies across two of them.
    private static readonly ConcurrentBag<Utf8JsonWriter> Writers = [];

    /// <summary>Writes an entity, without what only the service sets.</summary>
    /// <param name="output">Where the JSON goes.</param>
    /// <param name="entity">A typed entity or a <see cref="TableEntity"/>.</param>
    /// <exception cref="NotSupportedException">A property has a type that a table cannot hold.</exception>
    public static void Write(IBufferWriter<byte> output, ITableEntity entity)
    {
        if (Writers.TryTake(out var writer))
        {
            writer.Reset(output);
        }
        else
        {
            writer = new Utf8JsonWriter(output);
        }

        writer.WriteStartObject();
        if (entity is IDictionary<string, object> properties)
        {
            WriteProperties(writer, properties);
        }
        else
        {
            EntityShape.For(entity.GetType()).Write(writer, entity);
        }

        writer.WriteEndObject();
        writer.Flush();
        Writers.Add(writer);
    }

    private static void WriteProperties(Utf8JsonWriter writer, IDictionary<string, object> properties)
    {
        foreach (var (name, value) in properties)
        {
            if (value is not null && name is not (TableEntity.ETagKey or nameof(ITableEntity.Timestamp)))
            {
                WriteProperty(writer, name, value);
            }
        }
    }

    private static void WriteProperty(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteString(name, text);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case bool truth:
                writer.WriteBoolean(name, truth);
                break;
            case Enum:
                throw new NotSupportedException(
                    $"Property '{name}' is the enum {value.GetType()}; only typed entities can hold enums. " +
                    "Store its name.");
            default:
                WriteAnnotated(writer, name, value);
                break;
        }
    }

    private static void WriteAnnotated(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case long number:
                Annotate(writer, name, EdmTypes.Int64);
                writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                Annotate(writer, name, EdmTypes.Double);
                Converter<double>.Instance.Write(writer, number);
                break;
            case Guid id:
                Annotate(writer, name, EdmTypes.Guid);
                writer.WriteStringValue(id);
                break;
            case DateTimeOffset time:
                Annotate(writer, name, EdmTypes.DateTime);
                writer.WriteStringValue(time.UtcDateTime);
                break;
            case DateTime time:
                Annotate(writer, name, EdmTypes.DateTime);
                Converter<DateTime>.Instance.Write(writer, time);
                break;
            case byte[] bytes:
                Annotate(writer, name, EdmTypes.Binary);
                writer.WriteBase64StringValue(bytes);
                break;
            case BinaryData data:
                Annotate(writer, name, EdmTypes.Binary);
                writer.WriteBase64StringValue(data.ToMemory().Span);
                break;
            default:
                throw new NotSupportedException(
                    $"Property '{name}' is a {value.GetType()}, which a table cannot hold. " +
                    "Use string, int, long, double, bool, Guid, DateTimeOffset, DateTime, byte[] or BinaryData.");
        }
    }

    private static void Annotate(Utf8JsonWriter writer, string name, JsonEncodedText type)
    {
        writer.WriteString(name + EdmTypes.AnnotationSuffix, type);
        writer.WritePropertyName(name);
    }

    private static class Converter<T>
    {
        public static readonly EdmConverter<T> Instance = (EdmConverter<T>)EdmConverters.For(typeof(T))!;
    }
}
