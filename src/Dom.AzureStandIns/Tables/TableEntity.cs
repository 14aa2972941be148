#nullable disable annotations // as in the real package, so that callers compile the same against both

namespace Azure.Data.Tables;

/// <summary>A row whose properties are looked up by name.</summary>
public sealed partial class TableEntity : ITableEntity, IDictionary<string, object>
{
    internal const string ETagKey = "odata.etag";

    private readonly Dictionary<string, object> _properties;

    /// <summary>An empty row.</summary>
    public TableEntity() => _properties = [];

    /// <summary>A row with properties.</summary>
    /// <param name="values">Properties and keys by name; null for none.</param>
    public TableEntity(IDictionary<string, object> values) => _properties = values is null ? [] : new(values);

    /// <summary>A row with its keys.</summary>
    /// <param name="partitionKey">Key of the partition.</param>
    /// <param name="rowKey">Key of the row.</param>
    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <inheritdoc/>
    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey));
        set => _properties[nameof(PartitionKey)] = value;
    }

    /// <inheritdoc/>
    public string RowKey
    {
        get => GetString(nameof(RowKey));
        set => _properties[nameof(RowKey)] = value;
    }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => _properties[nameof(Timestamp)] = value;
    }

    /// <inheritdoc/>
    public ETag ETag
    {
        get => new(GetString(ETagKey));
        set => _properties[ETagKey] = value.ToString();
    }

    /// <summary>Text, or null when there is no such property.</summary>
    /// <param name="key">The property's name.</param>
    /// <exception cref="InvalidOperationException">The property has another type.</exception>
    public string GetString(string key) => Get<string>(key);

    /// <summary>Bytes, or null when there is no such property.</summary>
    /// <param name="key">The property's name.</param>
    /// <exception cref="InvalidOperationException">The property has another type.</exception>
    public byte[] GetBinary(string key) => Get<byte[]>(key);

    /// <summary>Bytes, or null when there is no such property.</summary>
    /// <param name="key">The property's name.</param>
    /// <exception cref="InvalidOperationException">The property has another type.</exception>
    public BinaryData GetBinaryData(string key) =>
        Find(key) is byte[] bytes ? new BinaryData(bytes) : Get<BinaryData>(key);

    /// <summary>A truth value, or null when there is no such property.</summary>
    /// <param name="key">The property's name.</param>
    /// <exception cref="InvalidOperationException">The property has another type.</exception>
    public bool? GetBoolean(string key) => Get<bool?>(key);

    /// <summary>A time in UTC, or null when there is no such property.</summary>
    /// <param name="key">The property's name.</param>
    /// <exception cref="InvalidOperationException">The property has another type.</exception>
    public DateTime? GetDateTime(string key) =>
        Find(key) is DateTimeOffset time ? time.UtcDateTime : Get<DateTime?>(key);

    /// <summary>A time, or null when there is no such property.</summary>
    /// <param name="key">The property's name.</param>
    /// <exception cref="InvalidOperationException">The property has another type.</exception>
    public DateTimeOffset? GetDateTimeOffset(string key) =>
        Find(key) is DateTime time ? new DateTimeOffset(time) : Get<DateTimeOffset?>(key);

    /// <summary>A number, or null when there is no such property.</summary>
    /// <param name="key">The property's name.</param>
    /// <exception cref="InvalidOperationException">The property has another type.</exception>
    public double? GetDouble(string key) => Get<double?>(key);

    /// <summary>An identifier, or null when there is no such property.</summary>
    /// <param name="key">The property's name.</param>
    /// <exception cref="InvalidOperationException">The property has another type.</exception>
    public Guid? GetGuid(string key) => Get<Guid?>(key);

    /// <summary>A 32-bit integer, or null when there is no such property.</summary>
    /// <param name="key">The property's name.</param>
    /// <exception cref="InvalidOperationException">The property has another type.</exception>
    public int? GetInt32(string key) => Get<int?>(key);

    /// <summary>A 64-bit integer, or null when there is no such property.</summary>
    /// <param name="key">The property's name.</param>
    /// <exception cref="InvalidOperationException">The property has another type, a 32-bit integer for
    /// example.</exception>
    public long? GetInt64(string key) => Get<long?>(key);

    private object Find(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _properties.GetValueOrDefault(key);
    }

    private T Get<T>(string key) => Find(key) switch
    {
        null => default,
        T value => value,
        var other => throw new InvalidOperationException(
            $"Property '{key}' is a {other.GetType()} and cannot be read as a {typeof(T)}."),
    };
}
