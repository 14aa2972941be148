using Dom.LocalHost.Durable.Storage;

namespace Dom.LocalHost.Tests.Durable;

/// <summary>Lets a test fail a store's operations.</summary>
/// <param name="inner">The store.</param>
/// <param name="around">Is given the number of an operation, from 1, its name and the operation; runs it, throws, or both.</param>
internal sealed class FaultyHistoryStore(IHistoryStore inner, Func<int, string, Func<Task>, Task> around) : IHistoryStore
{
    private int _operations;

    public int Operations => Volatile.Read(ref _operations);

    public Task OpenAsync(CancellationToken cancellation) => inner.OpenAsync(cancellation);

    public Task<string> WriteAsync(HistoryWrite write, CancellationToken cancellation) =>
        RunAsync("write", () => inner.WriteAsync(write, cancellation));

    public Task AddMailAsync(MailRow mail, CancellationToken cancellation) => RunAsync("mail", async () =>
    {
        await inner.AddMailAsync(mail, cancellation);
        return true;
    });

    public Task DeleteRowsAsync(string instanceId, IReadOnlyList<string> keys, CancellationToken cancellation) => RunAsync("delete", async () =>
    {
        await inner.DeleteRowsAsync(instanceId, keys, cancellation);
        return true;
    });

    public Task<StoredInstance?> ReadRowAsync(string instanceId, CancellationToken cancellation) =>
        RunAsync("read", () => inner.ReadRowAsync(instanceId, cancellation));

    public Task<StoredInstance?> ReadHistoryAsync(string instanceId, CancellationToken cancellation) =>
        RunAsync("read", () => inner.ReadHistoryAsync(instanceId, cancellation));

    public Task<StoredInstance?> ReadAsync(string instanceId, CancellationToken cancellation) =>
        RunAsync("read", () => inner.ReadAsync(instanceId, cancellation));

    public Task<InstancePage> QueryAsync(InstanceFilter filter, string? continuation, int pageSize, CancellationToken cancellation) =>
        RunAsync("read", () => inner.QueryAsync(filter, continuation, pageSize, cancellation));

    public Task<IReadOnlyList<MailRow>> ReadMailAsync(CancellationToken cancellation) =>
        RunAsync("read", () => inner.ReadMailAsync(cancellation));

    private async Task<T> RunAsync<T>(string name, Func<Task<T>> operation)
    {
        var result = default(T);
        await around(Interlocked.Increment(ref _operations), name, async () => result = await operation());
        return result!;
    }
}
