using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Dom.LocalHost.Broker;

/// <summary>
/// What a storage queue cannot keep for one path: the next sequence number, accepted message ids, messages too large for the
/// queue, dead letters, and where scheduled messages are. One partition; only one broker writes it.
/// </summary>
/// <param name="table">The broker's table.</param>
/// <param name="partition">The path's storage name.</param>
internal sealed class BrokerLedger(TableClient table, string partition)
{
    private const string SequenceRow = "sequence";
    private const string NextProperty = "Next";
    private const string ExpiresProperty = "Expires";
    private const string SentPrefix = "id.";
    private const string MessagePrefix = "message.";
    private const string ScheduledPrefix = "scheduled.";

    // A binary property holds 64 KiB, a row 1 MiB; a message of 256 KiB is about 350 KiB of JSON.
    private const int ChunkBytes = 60 * 1024;
    private const int TransactionLimit = 100;
    private const int IdsPerPartition = 50;

    /// <summary>Reserves numbers.</summary>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first of them, 1 or more.</returns>
    public async Task<long> TakeSequenceBlockAsync(int count, CancellationToken cancellationToken)
    {
        var kept = await table.GetEntityIfExistsAsync<TableEntity>(
            partition, SequenceRow, cancellationToken: cancellationToken);
        var first = kept.HasValue ? kept.Value!.GetInt64(NextProperty) ?? 1 : 1;
        var row = Row(SequenceRow);
        row[NextProperty] = first + count;
        if (kept.HasValue)
        {
            await table.UpdateEntityAsync(row, kept.Value!.ETag, TableUpdateMode.Replace, cancellationToken);
        }
        else
        {
            await table.AddEntityAsync(row, cancellationToken);
        }

        return first;
    }

    /// <summary>Keeps an accepted message id.</summary>
    /// <param name="sent">The id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task KeepSentIdAsync(SentMessageId sent, CancellationToken cancellationToken)
    {
        var row = Row(sent);
        row["MessageId"] = sent.MessageId;
        return table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>All kept message ids, about oldest first: in the order of their messages' numbers.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async IAsyncEnumerable<SentMessageId> SentIdsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // '/' follows '.' in ASCII, so the range is exactly the partitions that start with this one's name and a dot.
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey ge {partition + "."} and PartitionKey lt {partition + "/"} and RowKey ge {SentPrefix}"),
            cancellationToken: cancellationToken);
        await foreach (var row in rows)
        {
            var parts = row.RowKey[SentPrefix.Length..].Split('.');
            var acceptedAt = new DateTimeOffset(Number(parts[0]), TimeSpan.Zero);
            yield return new(row.GetString("MessageId"), Number(parts[1]), acceptedAt);
        }
    }

    /// <summary>Deletes message ids.</summary>
    /// <param name="sent">Kept ids; none is fine.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task ForgetSentIdsAsync(IReadOnlyCollection<SentMessageId> sent, CancellationToken cancellationToken)
    {
        foreach (var batch in sent.GroupBy(PartitionOf).SelectMany(part => part.Chunk(TransactionLimit)))
        {
            await table.SubmitTransactionAsync(
                batch.Select(id => new TableTransactionAction(TableTransactionActionType.Delete, Row(id), ETag.All)),
                cancellationToken);
        }
    }

    /// <summary>Keeps a message, or replaces it.</summary>
    /// <param name="sequenceNumber">Its number.</param>
    /// <param name="json">The message as JSON, at most about 1 MB.</param>
    /// <param name="expiresAt">When it may be forgotten; null for never.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task KeepMessageAsync(long sequenceNumber, byte[] json, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        var row = Row(KeyOf(MessagePrefix, sequenceNumber));
        if (expiresAt is { } end)
        {
            row[ExpiresProperty] = end.UtcTicks;
        }

        for (var (start, index) = (0, 0); start < json.Length; start += ChunkBytes, index++)
        {
            row[Chunk(index)] = json.AsSpan(start, Math.Min(ChunkBytes, json.Length - start)).ToArray();
        }

        return table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>A kept message as JSON; null when there is none of that number.</summary>
    /// <param name="sequenceNumber">Its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<byte[]?> MessageAsync(long sequenceNumber, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            partition, KeyOf(MessagePrefix, sequenceNumber), cancellationToken: cancellationToken);
        if (!row.HasValue)
        {
            return null;
        }

        using var json = new MemoryStream();
        for (var index = 0; row.Value!.GetBinary(Chunk(index)) is { } chunk; index++)
        {
            json.Write(chunk);
        }

        return json.ToArray();
    }

    /// <summary>The numbers of all kept messages.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async IAsyncEnumerable<long> MessageNumbersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(MessagePrefix, ["PartitionKey", "RowKey"], cancellationToken))
        {
            yield return Number(row.RowKey[MessagePrefix.Length..]);
        }
    }

    /// <summary>Deletes a kept message; that there is none is fine.</summary>
    /// <param name="sequenceNumber">Its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task DeleteMessageAsync(long sequenceNumber, CancellationToken cancellationToken) =>
        DeleteAsync(KeyOf(MessagePrefix, sequenceNumber), cancellationToken);

    /// <summary>Deletes the kept messages that may be forgotten.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task DeleteExpiredMessagesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(MessagePrefix, ["PartitionKey", "RowKey", ExpiresProperty], cancellationToken))
        {
            if (row.GetInt64(ExpiresProperty) is { } end && end < now.UtcTicks)
            {
                await DeleteAsync(row.RowKey, cancellationToken);
            }
        }
    }

    /// <summary>Keeps where a scheduled message is.</summary>
    /// <param name="scheduled">The message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task KeepScheduledAsync(ScheduledMessage scheduled, CancellationToken cancellationToken)
    {
        var row = Row(KeyOf(ScheduledPrefix, scheduled.SequenceNumber));
        row["Due"] = scheduled.Due.UtcTicks;
        row["StorageId"] = scheduled.StorageId;
        row["PopReceipt"] = scheduled.PopReceipt;
        return table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>All scheduled messages that were not received yet.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async IAsyncEnumerable<ScheduledMessage> ScheduledAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(ScheduledPrefix, select: null, cancellationToken))
        {
            yield return new(
                Number(row.RowKey[ScheduledPrefix.Length..]),
                new DateTimeOffset(row.GetInt64("Due")!.Value, TimeSpan.Zero),
                row.GetString("StorageId"),
                row.GetString("PopReceipt"));
        }
    }

    /// <summary>Forgets where a scheduled message was; that it is not known is fine.</summary>
    /// <param name="sequenceNumber">Its number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task DeleteScheduledAsync(long sequenceNumber, CancellationToken cancellationToken) =>
        DeleteAsync(KeyOf(ScheduledPrefix, sequenceNumber), cancellationToken);

    private AsyncPageable<TableEntity> RowsAsync(string prefix, string[]? select, CancellationToken cancellationToken)
    {
        // '/' follows '.' in ASCII, so the range is exactly the keys that start with the prefix.
        var end = prefix[..^1] + "/";
        return table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {end}"),
            select: select,
            cancellationToken: cancellationToken);
    }

    private Task<Response> DeleteAsync(string rowKey, CancellationToken cancellationToken) =>
        table.DeleteEntityAsync(partition, rowKey, ETag.All, cancellationToken);

    private TableEntity Row(string rowKey) => new(partition, rowKey);

    private TableEntity Row(SentMessageId sent) => new(PartitionOf(sent), KeyOf(sent));

    // Azurite walks a row's partition when the row is written, and thousands of ids are kept at a time.
    private string PartitionOf(SentMessageId sent) =>
        string.Create(CultureInfo.InvariantCulture, $"{partition}.{sent.SequenceNumber / IdsPerPartition:D19}");

    private static string KeyOf(SentMessageId sent) => string.Create(
        CultureInfo.InvariantCulture, $"{SentPrefix}{sent.AcceptedAt.UtcTicks:D19}.{sent.SequenceNumber:D19}");

    private static string KeyOf(string prefix, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:D19}");

    private static string Chunk(int index) => string.Create(CultureInfo.InvariantCulture, $"Chunk{index}");

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
