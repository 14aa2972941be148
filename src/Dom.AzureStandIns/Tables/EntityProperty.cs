using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>One property of a typed entity: its name on the wire, and how it is written and read.</summary>
internal abstract class EntityProperty
{
    /// <summary>The name on the wire, in UTF-8.</summary>
    public required byte[] NameUtf8 { get; init; }

    /// <summary>The name on the wire.</summary>
    public required JsonEncodedText Name { get; init; }

    /// <summary>The name of its type annotation.</summary>
    public required JsonEncodedText AnnotationName { get; init; }

    /// <summary>Whether it can be read out of an entity, and so is sent.</summary>
    public abstract bool IsSent { get; }

    /// <summary>Whether it can be set in an entity, and so is read.</summary>
    public abstract bool IsReceived { get; }

    /// <summary>Describes a property of an entity type.</summary>
    /// <param name="property">A public property of an entity type.</param>
    /// <exception cref="NotSupportedException">The service has no type for it.</exception>
    public static EntityProperty For(PropertyInfo property)
    {
        var converter = EdmConverters.For(property.PropertyType)
            ?? throw new NotSupportedException(
                $"Property {property.DeclaringType}.{property.Name} is a {property.PropertyType}, " +
                "which a table cannot hold. Use string, int, long, double, bool, Guid, DateTimeOffset, DateTime, " +
                "byte[], BinaryData or an enum, or mark it [IgnoreDataMember].");
        var name = NameOf(property);
        var type = typeof(EntityProperty<,>).MakeGenericType(property.ReflectedType!, property.PropertyType);

        return (EntityProperty)Activator.CreateInstance(type, name, property, converter)!;
    }

    /// <summary>A property's name on the wire.</summary>
    /// <param name="property">A public property of an entity type.</param>
    public static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name;

    /// <summary>Writes annotation, name and value, or nothing when the value is null.</summary>
    public abstract void Write(Utf8JsonWriter writer, object entity);

    /// <summary>Sets the value that the reader stands on; null leaves the entity as it is.</summary>
    /// <exception cref="InvalidOperationException">The value stored has another type.</exception>
    public abstract void Read(ref Utf8JsonReader reader, object entity);
}
