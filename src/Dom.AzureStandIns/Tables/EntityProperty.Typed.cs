using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>A property whose types are known, so that using it boxes nothing and reflects on nothing.</summary>
/// <typeparam name="TEntity">The entity's type, a class.</typeparam>
/// <typeparam name="T">The property's type.</typeparam>
internal sealed class EntityProperty<TEntity, T> : EntityProperty
    where TEntity : class
{
    private readonly Func<TEntity, T>? _get;
    private readonly Action<TEntity, T>? _set;
    private readonly EdmConverter<T> _converter;
    private readonly JsonEncodedText? _annotation;

    /// <summary>Binds to a property.</summary>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="property">The property.</param>
    /// <param name="converter">How values of its type are written and read.</param>
    [SetsRequiredMembers]
    public EntityProperty(string name, PropertyInfo property, EdmConverter<T> converter)
    {
        Name = JsonEncodedText.Encode(name);
        NameUtf8 = Encoding.UTF8.GetBytes(name);
        AnnotationName = JsonEncodedText.Encode(name + EdmTypes.AnnotationSuffix);
        _converter = converter;
        _annotation = converter.Annotation;
        _get = property.GetMethod?.CreateDelegate<Func<TEntity, T>>();
        _set = property.SetMethod?.CreateDelegate<Action<TEntity, T>>();
    }

    /// <inheritdoc/>
    public override bool IsSent => _get is not null;

    /// <inheritdoc/>
    public override bool IsReceived => _set is not null;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object entity)
    {
        var value = _get!((TEntity)entity);
        if (_converter.IsNull(value))
        {
            return;
        }

        if (_annotation is { } annotation)
        {
            writer.WriteString(AnnotationName, annotation);
        }

        writer.WritePropertyName(Name);
        _converter.Write(writer, value);
    }

    /// <inheritdoc/>
    public override void Read(ref Utf8JsonReader reader, object entity)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (!_converter.Accepts(reader.TokenType))
        {
            throw new InvalidOperationException(
                $"Property '{Name}' of {typeof(TEntity)} is a {typeof(T)}, " +
                $"but the table holds JSON of kind {reader.TokenType}.");
        }

        _set!((TEntity)entity, _converter.Read(ref reader));
    }
}
