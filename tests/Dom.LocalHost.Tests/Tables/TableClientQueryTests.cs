using Azure.Data.Tables;
using Dom.Tests;

namespace Dom.LocalHost.Tests.Tables;

[Collection(SharedAzurite.Name)]
public sealed class TableClientQueryTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const int Rows = 1205;

    private readonly TableClient _table =
        new TableServiceClient(azurite.ConnectionString).GetTableClient(azurite.NewPrefix() + "query");

    public async Task InitializeAsync()
    {
        await _table.CreateIfNotExistsAsync();
        foreach (var rows in Enumerable.Range(0, Rows).Chunk(100))
        {
            await _table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(
                TableTransactionActionType.Add,
                new SampleEntity { RowKey = $"{row:d5}", Number = row, Large = row, IsSet = row % 2 == 0 })));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task QueryAsync_goes_on_behind_a_thousand_rows()
    {
        var numbers = await _table.QueryAsync<SampleEntity>().Select(row => row.Number).ToListAsync();

        Assert.Equal(Enumerable.Range(0, Rows), numbers);
    }

    [Fact]
    public async Task QueryAsync_gives_pages_that_can_be_taken_up_again()
    {
        var query = _table.QueryAsync<SampleEntity>("PartitionKey eq 'p'", maxPerPage: 500, select: ["RowKey"]);

        var first = await query.AsPages().FirstAsync();
        var rest = await query.AsPages(first.ContinuationToken).Select(page => page.Values.Count).ToListAsync();

        Assert.Equal(500, first.Values.Count);
        Assert.Equal([500, 205], rest);
    }

    [Fact]
    public async Task QueryAsync_filters()
    {
        var isSet = true;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {"p"} and Number ge {1200} and Large lt {1204L} and IsSet eq {isSet}");

        var numbers = await _table.QueryAsync<TableEntity>(filter).Select(row => row.GetInt64("Large")).ToListAsync();

        Assert.Equal([1200L, 1202L], numbers);
    }

    [Fact]
    public async Task QueryAsync_gives_nothing_where_nothing_fits()
    {
        var rows = await _table.QueryAsync<SampleEntity>("PartitionKey eq 'other'").ToListAsync();

        Assert.Empty(rows);
    }
}
