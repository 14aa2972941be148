using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Dom.LocalHost.Tests.Tables;

/// <summary>A row with a property of every type that a table can hold.</summary>
public sealed record SampleEntity : ITableEntity
{
    public string PartitionKey { get; set; } = "p";

    public string RowKey { get; set; } = "r";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Text { get; init; }

    public int Number { get; init; }

    public long Large { get; init; }

    public double Ratio { get; init; }

    public bool IsSet { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; } = DateTimeOffset.UnixEpoch;

    public DateTime AtUtc { get; init; } = DateTime.UnixEpoch;

    public byte[]? Bytes { get; init; }

    public BinaryData? Data { get; init; }

    public DayOfWeek Day { get; init; }

    public int? MaybeNumber { get; init; }

    public long? MaybeLarge { get; init; }

    public DayOfWeek? MaybeDay { get; init; }

    [DataMember(Name = "renamed")]
    public string? Named { get; init; }

    [IgnoreDataMember]
    public decimal Ignored { get; init; }

    public string Computed => $"{Number}!";
}
