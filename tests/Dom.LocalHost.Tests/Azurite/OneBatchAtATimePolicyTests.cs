using Azure.Core;
using Azure.Data.Tables;
using Dom.LocalHost.Azurite;
using Dom.Tests;

namespace Dom.LocalHost.Tests.Azurite;

[Collection(SharedAzurite.Name)]
public sealed class OneBatchAtATimePolicyTests(AzuriteFixture azurite)
{
    private const int Transactions = 200;

    // Without the policy about one in ten of these fails with "Transaction Overlap!".
    [Fact]
    public async Task Process_lets_many_transactions_and_writes_through_at_once()
    {
        using var policy = new OneBatchAtATimePolicy();
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        var table = new TableServiceClient(azurite.ConnectionString, options).GetTableClient(azurite.NewPrefix() + "overlap");
        await table.CreateIfNotExistsAsync();

        await Task.WhenAll(Enumerable.Range(0, Transactions).Select<int, Task>(number => number % 4 == 0
            ? table.UpsertEntityAsync(Row(number, 0))
            : table.SubmitTransactionAsync([Add(number, 0), Add(number, 1)])));

        Assert.Equal((Transactions * 7) / 4, await table.QueryAsync<TableEntity>().CountAsync());
    }

    private static TableTransactionAction Add(int number, int row) =>
        new(TableTransactionActionType.Add, Row(number, row));

    private static TableEntity Row(int number, int row) => new($"p{number}", $"{row}");
}
