using System.Globalization;
using Dom.LocalHost.Durable.History;
using Dom.LocalHost.Durable.Storage;

namespace Dom.LocalHost.Tests.Durable;

/// <summary>A history store in memory that counts its operations and tells when a row is as a test expects it.</summary>
internal sealed class MemoryHistoryStore : IHistoryStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly List<(Func<InstanceRow, bool> Condition, TaskCompletionSource Reached)> _waits = [];
    private int _versions;

    public int Writes { get; private set; }

    public int MailWrites { get; private set; }

    public int Reads { get; private set; }

    /// <summary>Ends once a stored row meets a condition.</summary>
    public Task WaitForAsync(Func<InstanceRow, bool> condition)
    {
        lock (_gate)
        {
            if (_entries.Values.Any(entry => entry.Row is { } row && condition(row)))
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waits.Add((condition, reached));
            return reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>Keys of an instance's rows besides its own.</summary>
    public IReadOnlyList<string> Keys(string instanceId)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(instanceId, out var entry) ? [.. entry.Rows.Keys] : [];
        }
    }

    /// <summary>Changes a row behind the engine's back, as another process would.</summary>
    public void Touch(string instanceId)
    {
        lock (_gate)
        {
            _entries[instanceId].Version = NextVersion();
            _entries[instanceId].Row = _entries[instanceId].Row! with { CommitId = "another process" };
        }
    }

    public Task OpenAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task<string> WriteAsync(HistoryWrite write, CancellationToken cancellation)
    {
        lock (_gate)
        {
            Writes++;
            var entry = EntryOf(write.Row.InstanceId);
            if (entry.Version != write.Expected)
            {
                throw new HistoryConflictException($"{entry.Version} is not {write.Expected}");
            }

            Assert.True(write.Added.Count + write.Deleted.Count <= HistoryWrite.MaxRows);
            var old = entry.Row;
            entry.Row = write.Row with
            {
                Input = write.Parts.HasFlag(PayloadParts.Input) ? write.Row.Input : old?.Input,
                CustomStatus = write.Parts.HasFlag(PayloadParts.CustomStatus) ? write.Row.CustomStatus : old?.CustomStatus,
                Output = write.Parts.HasFlag(PayloadParts.Result) ? write.Row.Output : old?.Output,
                Failure = write.Parts.HasFlag(PayloadParts.Result) ? write.Row.Failure : old?.Failure,
                State = HistoryJson.Read<InstanceState>(HistoryJson.Write(write.Row.State)),
            };
            entry.Version = NextVersion();
            foreach (var row in write.Added)
            {
                entry.Rows[row.Key] = row;
            }

            foreach (var key in write.Deleted)
            {
                entry.Rows.Remove(key);
            }

            foreach (var wait in _waits.Where(wait => wait.Condition(entry.Row)).ToList())
            {
                _waits.Remove(wait);
                wait.Reached.SetResult();
            }

            return Task.FromResult(entry.Version);
        }
    }

    public Task AddMailAsync(MailRow mail, CancellationToken cancellation)
    {
        lock (_gate)
        {
            MailWrites++;
            EntryOf(mail.InstanceId).Rows[mail.Key] = new StoredRow(mail.Key, mail.Text);
            return Task.CompletedTask;
        }
    }

    public Task DeleteRowsAsync(string instanceId, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var entry = EntryOf(instanceId);
            foreach (var key in keys)
            {
                entry.Rows.Remove(key);
                if (key == RowKeys.Instance)
                {
                    (entry.Row, entry.Version) = (null, null);
                }
            }

            return Task.CompletedTask;
        }
    }

    public Task<StoredInstance?> ReadRowAsync(string instanceId, CancellationToken cancellation)
    {
        lock (_gate)
        {
            Reads++;
            return Task.FromResult(EntryOf(instanceId) is { Row: { } row } entry ? new StoredInstance(row, entry.Version!, []) : null);
        }
    }

    public Task<StoredInstance?> ReadHistoryAsync(string instanceId, CancellationToken cancellation) => ReadAsync(instanceId, cancellation);

    public Task<StoredInstance?> ReadAsync(string instanceId, CancellationToken cancellation)
    {
        lock (_gate)
        {
            Reads++;
            return Task.FromResult(
                EntryOf(instanceId) is { Row: { } row } entry ? new StoredInstance(row, entry.Version!, [.. entry.Rows.Values]) : null);
        }
    }

    public Task<InstancePage> QueryAsync(InstanceFilter filter, string? continuation, int pageSize, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var found = _entries.Values
                .Where(entry => entry.Row is { } row
                    && (filter.CreatedFrom is null || row.CreatedAt >= filter.CreatedFrom.Value.UtcDateTime)
                    && (filter.CreatedTo is null || row.CreatedAt <= filter.CreatedTo.Value.UtcDateTime)
                    && (filter.Statuses is not { Count: > 0 } || filter.Statuses.Contains(row.Status))
                    && row.InstanceId.StartsWith(filter.IdPrefix ?? "", StringComparison.Ordinal)
                    && string.CompareOrdinal(row.InstanceId, continuation ?? "") > 0)
                .Select(entry => new StoredInstance(entry.Row! with { Input = filter.WithPayloads ? entry.Row.Input : null }, entry.Version!, []))
                .Take(pageSize + 1)
                .ToList();
            return Task.FromResult(found.Count > pageSize
                ? new InstancePage(found[..pageSize], found[pageSize - 1].Row.InstanceId)
                : new InstancePage(found, null));
        }
    }

    public Task<IReadOnlyList<MailRow>> ReadMailAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<MailRow>>(
            [
                .. _entries.SelectMany(entry => entry.Value.Rows.Values
                    .Where(row => row.Key.StartsWith("i-", StringComparison.Ordinal) || row.Key.StartsWith("o-", StringComparison.Ordinal))
                    .Select(row => new MailRow(entry.Key, row.Key, row.Text))),
            ]);
        }
    }

    private Entry EntryOf(string instanceId)
    {
        if (!_entries.TryGetValue(instanceId, out var entry))
        {
            _entries.Add(instanceId, entry = new Entry());
        }

        return entry;
    }

    private string NextVersion() => (++_versions).ToString(CultureInfo.InvariantCulture);

    private sealed class Entry
    {
        public InstanceRow? Row { get; set; }

        public string? Version { get; set; }

        public SortedDictionary<string, StoredRow> Rows { get; } = new(StringComparer.Ordinal);
    }
}
