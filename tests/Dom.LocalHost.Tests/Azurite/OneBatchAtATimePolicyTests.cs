using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Dom.LocalHost.Azurite;
using Dom.Tests;

namespace Dom.LocalHost.Tests.Azurite;

[Collection(SharedAzurite.Name)]
public sealed class OneBatchAtATimePolicyTests(AzuriteFixture azurite) : IDisposable
{
    private readonly OneBatchAtATimePolicy _policy = new();
    private readonly WaitingPolicy _waiting = new();

    [Fact]
    public async Task Process_holds_back_a_second_transaction_but_no_plain_write()
    {
        var table = await TableAsync(_waiting);

        var first = table.SubmitTransactionAsync([Add(1, 0)]);
        var second = table.SubmitTransactionAsync([Add(2, 0)]);
        var plain = table.UpsertEntityAsync(Row(3, 0));
        var held = _waiting.Count;
        _waiting.LetThrough();
        await Task.WhenAll(first, second, plain);

        Assert.Equal(2, held);
        Assert.Equal(3, await table.QueryAsync<TableEntity>().CountAsync());
    }

    [Fact]
    public async Task Process_lets_many_transactions_and_writes_through_in_the_end()
    {
        var table = await TableAsync();

        await Task.WhenAll(Enumerable.Range(0, 200).Select<int, Task>(number => number % 4 == 0
            ? table.UpsertEntityAsync(Row(number, 0))
            : table.SubmitTransactionAsync([Add(number, 0), Add(number, 1)])));

        Assert.Equal(50 + (2 * 150), await table.QueryAsync<TableEntity>().CountAsync());
    }

    public void Dispose() => _policy.Dispose();

    private static TableTransactionAction Add(int number, int row) =>
        new(TableTransactionActionType.Add, Row(number, row));

    private static TableEntity Row(int number, int row) => new($"p{number}", $"{row}");

    private async Task<TableClient> TableAsync(params HttpPipelinePolicy[] others)
    {
        var name = azurite.NewPrefix() + "overlap";
        await new TableServiceClient(azurite.ConnectionString).CreateTableIfNotExistsAsync(name);
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        options.AddPolicy(_policy, HttpPipelinePosition.PerRetry);
        foreach (var other in others)
        {
            options.AddPolicy(other, HttpPipelinePosition.PerRetry);
        }

        return new TableServiceClient(azurite.ConnectionString, options).GetTableClient(name);
    }

    private sealed class WaitingPolicy : HttpPipelinePolicy
    {
        private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentBag<HttpMessage> _arrived = [];

        public int Count => _arrived.Count;

        public void LetThrough() => _gate.SetResult();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            _arrived.Add(message);
            await _gate.Task;
            await ProcessNextAsync(message, pipeline);
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException("The tests send asynchronously.");
    }
}
