using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>
/// The converters of the types a property can have. Source: REST reference of the Table service, "Payload format for
/// Table service operations", section "Property types in a JSON feed".
/// </summary>
internal static class EdmConverters
{
    /// <summary>The converter of a type, or null when the service has no Edm type for it.</summary>
    /// <param name="type">A property's type.</param>
    /// <returns>An <see cref="EdmConverter{T}"/> of that type.</returns>
    public static object? For(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return For(underlying) is { } inner ? Make(typeof(NullableValue<>), underlying, inner) : null;
        }

        return type.IsEnum ? Make(typeof(EnumText<>), type) : ForPlain(type);
    }

    private static object? ForPlain(Type type) => type switch
    {
        _ when type == typeof(string) => new Text(),
        _ when type == typeof(int) => new Int32Number(),
        _ when type == typeof(long) => new Int64Text(),
        _ when type == typeof(double) => new DoubleNumber(),
        _ when type == typeof(bool) => new Truth(),
        _ when type == typeof(Guid) => new GuidText(),
        _ when type == typeof(DateTimeOffset) => new OffsetTime(),
        _ when type == typeof(DateTime) => new UtcTime(),
        _ when type == typeof(byte[]) => new Bytes(),
        _ when type == typeof(BinaryData) => new Data(),
        _ => null,
    };

    private static object Make(Type generic, Type argument, params object[] arguments) =>
        Activator.CreateInstance(generic.MakeGenericType(argument), arguments)!;

    private sealed class Text : EdmConverter<string>
    {
        public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

        public override string Read(ref Utf8JsonReader reader) => reader.GetString()!;
    }

    private sealed class Int32Number : EdmConverter<int>
    {
        public override bool Accepts(JsonTokenType token) => token == JsonTokenType.Number;

        public override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

        public override int Read(ref Utf8JsonReader reader) => reader.GetInt32();
    }

    private sealed class Int64Text : EdmConverter<long>
    {
        public override JsonEncodedText? Annotation => EdmTypes.Int64;

        public override void Write(Utf8JsonWriter writer, long value)
        {
            Span<char> text = stackalloc char[20];
            _ = value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
            writer.WriteStringValue(text[..length]);
        }

        public override long Read(ref Utf8JsonReader reader) =>
            long.Parse(reader.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private sealed class DoubleNumber : EdmConverter<double>
    {
        public override JsonEncodedText? Annotation => EdmTypes.Double;

        public override bool Accepts(JsonTokenType token) => token is JsonTokenType.Number or JsonTokenType.String;

        public override void Write(Utf8JsonWriter writer, double value)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(value);
            }
            else
            {
                // "NaN", "Infinity" and "-Infinity" are what the service calls them too.
                writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
            }
        }

        public override double Read(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.Number
                ? reader.GetDouble()
                : double.Parse(reader.GetString()!, CultureInfo.InvariantCulture);
    }

    private sealed class Truth : EdmConverter<bool>
    {
        public override bool Accepts(JsonTokenType token) => token is JsonTokenType.True or JsonTokenType.False;

        public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

        public override bool Read(ref Utf8JsonReader reader) => reader.GetBoolean();
    }

    private sealed class GuidText : EdmConverter<Guid>
    {
        public override JsonEncodedText? Annotation => EdmTypes.Guid;

        public override void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

        public override Guid Read(ref Utf8JsonReader reader) => reader.GetGuid();
    }

    private sealed class OffsetTime : EdmConverter<DateTimeOffset>
    {
        public override JsonEncodedText? Annotation => EdmTypes.DateTime;

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value) =>
            writer.WriteStringValue(value.UtcDateTime);

        public override DateTimeOffset Read(ref Utf8JsonReader reader) => reader.GetDateTimeOffset();
    }

    private sealed class UtcTime : EdmConverter<DateTime>
    {
        public override JsonEncodedText? Annotation => EdmTypes.DateTime;

        // The real package refuses other kinds too: the service knows UTC alone.
        public override void Write(Utf8JsonWriter writer, DateTime value) =>
            writer.WriteStringValue(value.Kind == DateTimeKind.Utc
                ? value
                : throw new NotSupportedException(
                    $"DateTime {value:O} is of kind {value.Kind}; a table takes UTC only."));

        public override DateTime Read(ref Utf8JsonReader reader) => reader.GetDateTimeOffset().UtcDateTime;
    }

    private sealed class Bytes : EdmConverter<byte[]>
    {
        public override JsonEncodedText? Annotation => EdmTypes.Binary;

        public override void Write(Utf8JsonWriter writer, byte[] value) => writer.WriteBase64StringValue(value);

        public override byte[] Read(ref Utf8JsonReader reader) => reader.GetBytesFromBase64();
    }

    private sealed class Data : EdmConverter<BinaryData>
    {
        public override JsonEncodedText? Annotation => EdmTypes.Binary;

        public override void Write(Utf8JsonWriter writer, BinaryData value) =>
            writer.WriteBase64StringValue(value.ToMemory().Span);

        public override BinaryData Read(ref Utf8JsonReader reader) => new(reader.GetBytesFromBase64());
    }

    private sealed class EnumText<T> : EdmConverter<T>
        where T : struct, Enum
    {
        public override void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(value.ToString());

        public override T Read(ref Utf8JsonReader reader) => Enum.Parse<T>(reader.GetString()!);
    }

    private sealed class NullableValue<T>(EdmConverter<T> inner) : EdmConverter<T?>
        where T : struct
    {
        public override JsonEncodedText? Annotation => inner.Annotation;

        public override bool IsNull(T? value) => value is null;

        public override bool Accepts(JsonTokenType token) => inner.Accepts(token);

        public override void Write(Utf8JsonWriter writer, T? value) => inner.Write(writer, value.GetValueOrDefault());

        public override T? Read(ref Utf8JsonReader reader) => inner.Read(ref reader);
    }
}
