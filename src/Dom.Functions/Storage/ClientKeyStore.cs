using System.Collections.Concurrent;
using Azure.Data.Tables;
using Dom.Functions.Security;

namespace Dom.Functions.Storage;

/// <summary>Client keys in Table Storage, hashed.</summary>
public sealed class ClientKeyStore(DomTables tables, TimeProvider clock)
{
    private const string Partition = "key";

    /// <summary>How long an answer is remembered: so long may a removed key still work.</summary>
    private static readonly TimeSpan RememberFor = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Until)> _remembered = new(StringComparer.Ordinal);

    /// <summary>Stores a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="caller">Who calls with it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task AddAsync(string key, Caller caller, CancellationToken cancellationToken) =>
        tables.ClientKeys.AddEntityAsync(new TableEntity(Partition, ClientKey.Hash(key)).WithDocument(caller), cancellationToken);

    /// <summary>Who calls with a key, or null where the key is none of ours.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Caller?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var hash = ClientKey.Hash(key);
        var now = clock.GetUtcNow();
        if (_remembered.TryGetValue(hash, out var known) && known.Until > now)
        {
            return known.Caller;
        }

        var row = await tables.ClientKeys.GetEntityIfExistsAsync<TableEntity>(Partition, hash, cancellationToken: cancellationToken);
        if (!row.HasValue)
        {
            _remembered.TryRemove(hash, out _);
            return null;
        }

        // Only keys that exist are remembered, so strangers cannot fill the memory.
        var caller = row.Value!.Document<Caller>();
        _remembered[hash] = (caller, now + RememberFor);
        return caller;
    }
}
