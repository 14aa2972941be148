using System.Diagnostics.CodeAnalysis;

namespace Microsoft.DurableTask;

/// <summary>Turns payloads into text and back.</summary>
public abstract class DataConverter
{
    /// <summary>A payload as text; null stays null.</summary>
    /// <param name="value">The payload.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public abstract string? Serialize(object? value);

    /// <summary>A payload from its text; null stays null.</summary>
    /// <param name="data">The text.</param>
    /// <param name="targetType">What to read it as.</param>
    [return: NotNullIfNotNull(nameof(data))]
    public abstract object? Deserialize(string? data, Type targetType);

    /// <summary>A payload from its text; null gives the type's default.</summary>
    /// <typeparam name="T">What to read it as.</typeparam>
    /// <param name="data">The text.</param>
    [return: NotNullIfNotNull(nameof(data))]
    public virtual T? Deserialize<T>(string? data) => (T?)(Deserialize(data, typeof(T)) ?? default(T));
}
