using Dom.Functions.Security;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Dom.Tests;

namespace Dom.Functions.Tests.Storage;

[Collection(SharedAzurite.Name)]
public sealed class ClientKeyStoreTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly string _key = ClientKey.New();
    private FunctionsBed _bed = null!;

    private ClientKeyStore Store => _bed.Get<ClientKeyStore>();

    public async Task InitializeAsync()
    {
        _bed = await FunctionsBed.StartAsync(azurite);
        await Store.AddAsync(_key, new Caller("till", Role.Store, ["S1"]), CancellationToken.None);
    }

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task FindAsync_knows_who_calls()
    {
        var caller = await Store.FindAsync(_key, CancellationToken.None);

        Assert.Equal(("till", Role.Store, "S1"), (caller!.Name, caller.Role, Assert.Single(caller.Locations)));
    }

    [Fact]
    public async Task FindAsync_knows_no_other_key()
    {
        Assert.Null(await Store.FindAsync(ClientKey.New(), CancellationToken.None));
        Assert.Null(await Store.FindAsync("", CancellationToken.None));
    }

    [Fact]
    public async Task FindAsync_remembers_for_half_a_minute()
    {
        await Store.FindAsync(_key, CancellationToken.None);
        await _bed.Tables.ClientKeys.DeleteEntityAsync("key", ClientKey.Hash(_key));

        _bed.Clock.Advance(TimeSpan.FromSeconds(29));
        var remembered = await Store.FindAsync(_key, CancellationToken.None);
        _bed.Clock.Advance(TimeSpan.FromSeconds(1));
        var forgotten = await Store.FindAsync(_key, CancellationToken.None);

        Assert.NotNull(remembered);
        Assert.Null(forgotten);
    }

    [Fact]
    public async Task AddAsync_stores_no_key_that_could_be_read()
    {
        await foreach (var row in _bed.Tables.ClientKeys.QueryAsync<Azure.Data.Tables.TableEntity>(""))
        {
            Assert.DoesNotContain(row.Keys, name => row[name]?.ToString()?.Contains(_key, StringComparison.Ordinal) == true);
        }
    }
}
