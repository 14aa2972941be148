using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Writes and reads the values of one .NET type as the JSON of one Edm type.</summary>
/// <typeparam name="T">The .NET type.</typeparam>
internal abstract class EdmConverter<T>
{
    /// <summary>The Edm type to name beside the value; null where the JSON says it already.</summary>
    public virtual JsonEncodedText? Annotation => null;

    /// <summary>Whether a value is absent, and so not written.</summary>
    public virtual bool IsNull(T value) => value is null;

    /// <summary>Whether JSON of this kind can be such a value.</summary>
    public virtual bool Accepts(JsonTokenType token) => token == JsonTokenType.String;

    /// <summary>Writes a value that is not null.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Reads a value that is not null.</summary>
    /// <exception cref="FormatException">The text is no such value.</exception>
    public abstract T Read(ref Utf8JsonReader reader);
}
