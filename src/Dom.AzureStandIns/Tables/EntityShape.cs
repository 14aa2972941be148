using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>The properties of one type of entity, found by reflection once.</summary>
internal sealed class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Shapes = new();

    private readonly EntityProperty[] _sent;
    private readonly EntityProperty[] _received;

    private EntityShape(Type type)
    {
        var visible = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        // Keys that the type implements explicitly are reached through the interface.
        var hidden = typeof(ITableEntity).GetProperties().ExceptBy(visible.Select(key => key.Name), key => key.Name);
        var properties = visible.Concat(hidden)
            .Where(IsMapped)
            .Select(property => (IsKept: IsKept(property), Mapped: EntityProperty.For(property)))
            .ToArray();
        _sent = [.. properties.Where(one => !one.IsKept && one.Mapped.IsSent).Select(one => one.Mapped)];
        _received = [.. properties.Where(one => one.Mapped.IsReceived).Select(one => one.Mapped)];
    }

    /// <summary>The shape of a type.</summary>
    /// <param name="type">A class that implements <see cref="ITableEntity"/>.</param>
    /// <exception cref="NotSupportedException">A property has a type that a table cannot hold.</exception>
    public static EntityShape For(Type type) => Shapes.GetOrAdd(type, static key => new EntityShape(key));

    /// <summary>Writes all properties, the keys among them, into an object that the caller opened.</summary>
    public void Write(Utf8JsonWriter writer, object entity)
    {
        foreach (var property in _sent)
        {
            property.Write(writer, entity);
        }
    }

    /// <summary>Reads the properties of an object, from after its opening brace to its closing one.</summary>
    public void Read(ref Utf8JsonReader reader, ITableEntity entity)
    {
        // Rows come with their properties in the order in which they were written, so the next one is mostly the right
        // one.
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = Find(ref reader, next);
            var isETag = found < 0 && reader.ValueTextEquals("odata.etag"u8);
            reader.Read();
            if (found >= 0)
            {
                _received[found].Read(ref reader, entity);
                next = found + 1;
            }
            else if (isETag)
            {
                entity.ETag = new ETag(reader.GetString()!);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private int Find(ref Utf8JsonReader reader, int first)
    {
        for (var step = 0; step < _received.Length; step++)
        {
            var index = (first + step) % _received.Length;
            if (reader.ValueTextEquals(_received[index].NameUtf8))
            {
                return index;
            }
        }

        return -1;
    }

    // The ETag travels as a header and as odata.etag, never as a property.
    private static bool IsMapped(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0
        && property.Name != nameof(ITableEntity.ETag)
        && !property.IsDefined(typeof(IgnoreDataMemberAttribute));

    // The service keeps the timestamp itself.
    private static bool IsKept(PropertyInfo property) =>
        EntityProperty.NameOf(property) == nameof(ITableEntity.Timestamp);
}
