using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Dom.Tests;

namespace Dom.LocalHost.Tests.Tables;

[Collection(SharedAzurite.Name)]
public sealed class TableClientTransactionTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly string[] Properties = ["Old", "New"];

    private readonly TableClient _table =
        new TableServiceClient(azurite.ConnectionString).GetTableClient(azurite.NewPrefix() + "batch");

    public async Task InitializeAsync() => await _table.CreateIfNotExistsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task SubmitTransactionAsync_does_every_kind_of_action()
    {
        var merged = await _table.AddEntityAsync(Row("merged", "Old"));
        var replaced = await _table.AddEntityAsync(Row("replaced", "Old"));
        var deleted = await _table.AddEntityAsync(Row("it's deleted", "Old"));

        var response = await _table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Row("added", "New")),
            new(TableTransactionActionType.UpdateMerge, Row("merged", "New"), merged.Headers.ETag!.Value),
            new(TableTransactionActionType.UpdateReplace, Row("replaced", "New"), replaced.Headers.ETag!.Value),
            new(TableTransactionActionType.Delete, Row("it's deleted", "New"), deleted.Headers.ETag!.Value),
            new(TableTransactionActionType.UpsertMerge, Row("upserted 日本", "New")),
            new(TableTransactionActionType.UpsertReplace, Row("upserted too", "New")),
        ]);

        Assert.Equal(202, response.GetRawResponse().Status);
        Assert.All(response.Value, answer => Assert.Equal(204, answer.Status));
        Assert.Equal(
            ["added: New", "merged: Old New", "replaced: New", "upserted too: New", "upserted 日本: New"],
            await RowsAsync());
    }

    [Fact]
    public async Task SubmitTransactionAsync_answers_the_new_etags_in_order()
    {
        var response = await _table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Row("1", "New")),
            new(TableTransactionActionType.UpsertReplace, Row("2", "New")),
        ]);

        var first = await _table.GetEntityAsync<TableEntity>("p", "1");
        var second = await _table.GetEntityAsync<TableEntity>("p", "2");
        Assert.Equal(
            [first.Value.ETag, second.Value.ETag],
            response.Value.Select(answer => answer.Headers.ETag!.Value));
    }

    [Fact]
    public async Task SubmitTransactionAsync_names_the_action_that_found_another_version_and_does_nothing()
    {
        var stale = await _table.AddEntityAsync(Row("stock", "Old"));
        await _table.UpsertEntityAsync(Row("stock", "Old"));

        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => _table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Row("hold", "New")),
            new(TableTransactionActionType.UpdateReplace, Row("stock", "New"), stale.Headers.ETag!.Value),
        ]));

        Assert.Equal((412, 1), (refusal.Status, refusal.FailedTransactionActionIndex));
        Assert.True(refusal.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied);
        Assert.Equal(["stock: Old"], await RowsAsync());
    }

    [Fact]
    public async Task SubmitTransactionAsync_names_the_action_that_found_a_row()
    {
        await _table.AddEntityAsync(Row("hold", "Old"));

        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => _table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Row("hold", "New")),
            new(TableTransactionActionType.Add, Row("other", "New")),
        ]));

        Assert.Equal((409, 0), (refusal.Status, refusal.FailedTransactionActionIndex));
        Assert.True(refusal.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Fact]
    public async Task SubmitTransactionAsync_refuses_an_empty_transaction()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _table.SubmitTransactionAsync([]));
    }

    [Fact]
    public async Task SubmitTransactionAsync_takes_an_update_without_a_tag_for_an_upsert()
    {
        await _table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, Row("new", "New"))]);

        Assert.Equal(["new: New"], await RowsAsync());
    }

    [Fact]
    public async Task SubmitTransactionAsync_takes_a_hundred_rows_of_three_megabytes_together()
    {
        var actions = Enumerable.Range(0, 100)
            .Select(row => new TableEntity("p", $"{row:d3}") { ["Text"] = new string('x', 30_000) })
            .Select(row => new TableTransactionAction(TableTransactionActionType.Add, row));

        var response = await _table.SubmitTransactionAsync(actions);

        Assert.Equal(100, response.Value.Count);
    }

    private static TableEntity Row(string rowKey, string property) => new("p", rowKey) { [property] = true };

    private async Task<List<string>> RowsAsync() =>
        await _table.QueryAsync<TableEntity>()
            .Select(row => $"{row.RowKey}: {string.Join(' ', Properties.Where(row.ContainsKey))}")
            .ToListAsync();
}
