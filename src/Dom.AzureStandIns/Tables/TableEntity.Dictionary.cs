#nullable disable annotations // as in the real package, so that callers compile the same against both

using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables;

[SuppressMessage("Naming", "CA1710", Justification = "The name is the real package's.")]
public sealed partial class TableEntity
{
    /// <summary>Names of the properties, keys and what the service added among them.</summary>
    public ICollection<string> Keys => _properties.Keys;

    /// <summary>How many properties there are, keys and what the service added among them.</summary>
    public int Count => _properties.Count;

    ICollection<object> IDictionary<string, object>.Values => _properties.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    private ICollection<KeyValuePair<string, object>> Pairs => _properties;

    /// <summary>A property's value, or null when there is no such property.</summary>
    /// <param name="key">The property's name.</param>
    public object this[string key]
    {
        get => Find(key);
        set => Set(key, value);
    }

    /// <summary>Adds a property.</summary>
    /// <param name="key">The property's name.</param>
    /// <param name="value">The property's value.</param>
    /// <exception cref="ArgumentException">There is such a property.</exception>
    public void Add(string key, object value) => _properties.Add(key, value);

    /// <summary>Whether there is such a property.</summary>
    /// <param name="key">The property's name.</param>
    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    /// <summary>Removes a property.</summary>
    /// <param name="key">The property's name.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string key) => _properties.Remove(key);

    /// <summary>Looks up a property.</summary>
    /// <param name="key">The property's name.</param>
    /// <param name="value">Its value; null when there is no such property.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue(string key, out object value) => _properties.TryGetValue(key, out value);

    /// <summary>Removes all properties, the keys too.</summary>
    public void Clear() => _properties.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Set(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => Pairs.Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        Pairs.CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => Pairs.Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() =>
        _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _properties.GetEnumerator();

    // A property that was read as a long or a double stays one when an int literal is assigned, as in the real package.
    private void Set(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        _properties[key] = (_properties.GetValueOrDefault(key), value) switch
        {
            (long, int number) => (long)number,
            (double, int number) => (double)number,
            _ => value,
        };
    }
}
