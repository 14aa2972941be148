#nullable disable annotations // as in the real package, so that callers compile the same against both

namespace Azure.Data.Tables;

/// <summary>A row of a table: its two keys and what the service keeps about it.</summary>
public interface ITableEntity
{
    /// <summary>The key of the partition, up to 512 characters; only rows of one partition can be changed
    /// together.</summary>
    string PartitionKey { get; set; }

    /// <summary>The key of the row within its partition, up to 512 characters.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last changed the row; null before it was read. Never sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version of the row that was read. Never sent with the row, only as a condition.</summary>
    ETag ETag { get; set; }
}
