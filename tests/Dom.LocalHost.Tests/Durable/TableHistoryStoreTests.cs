using Azure.Core;
using Azure.Data.Tables;
using Dom.LocalHost.Azurite;
using Dom.LocalHost.Durable.History;
using Dom.LocalHost.Durable.Storage;
using Dom.Tests;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Tests.Durable;

[Collection(SharedAzurite.Name)]
public sealed class TableHistoryStoreTests(AzuriteFixture azurite)
{
    private static readonly DateTime Start = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task WriteAsync_and_ReadAsync_keep_an_instance_with_long_texts_and_pairs_of_characters()
    {
        var store = await OpenAsync();

        // An emoji is two characters: with one in front, a pair lies across every cut.
        var text = "x" + string.Concat(Enumerable.Repeat("😀", 79_000));
        var row = Row("a") with
        {
            Input = text,
            CustomStatus = "\"half\"",
            State = new InstanceState { ExecutionId = "e", Open = [new OpenTask(1, EventKind.TimerCreated, Start)], Seen = ["m"] },
        };

        var version = await store.WriteAsync(
            new HistoryWrite(row, PayloadParts.All, null) { Added = [new StoredRow("h-1", text, true), new StoredRow("i-1", "[]")] }, default);
        var stored = await store.ReadAsync("a", default);

        Assert.Equal(version, stored!.Version);
        Assert.Equal(text, stored.Row.Input);
        Assert.Equal("\"half\"", stored.Row.CustomStatus);
        Assert.Equal(row.State.Open, stored.Row.State.Open);
        Assert.Equal([new StoredRow("h-1", text, true), new StoredRow("i-1", "[]")], stored.Rows);
        Assert.Equal(Start, stored.Row.CreatedAt);
    }

    [Fact]
    public async Task WriteAsync_changes_the_parts_it_names_and_keeps_the_others()
    {
        var store = await OpenAsync();
        var first = Row("a") with { Input = "1", CustomStatus = "2" };
        var version = await store.WriteAsync(new HistoryWrite(first, PayloadParts.All, null) { Added = [new StoredRow("i-1", "[]")] }, default);
        var second = first with { Input = "ignored", CustomStatus = null, Status = OrchestrationRuntimeStatus.Running };

        await store.WriteAsync(new HistoryWrite(second, PayloadParts.CustomStatus, version) { Deleted = ["i-1", "i-gone"] }, default);
        var stored = await store.ReadAsync("a", default);

        Assert.Equal("1", stored!.Row.Input);
        Assert.Null(stored.Row.CustomStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Running, stored.Row.Status);
        Assert.Empty(stored.Rows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WriteAsync_refuses_another_version_and_changes_nothing(bool withRows)
    {
        var store = await OpenAsync();
        var version = await store.WriteAsync(new HistoryWrite(Row("a"), PayloadParts.All, null), default);
        await store.WriteAsync(new HistoryWrite(Row("a"), PayloadParts.All, version), default);
        StoredRow[] rows = withRows ? [new StoredRow("h-1", "{}")] : [];

        await Assert.ThrowsAsync<HistoryConflictException>(() =>
            store.WriteAsync(new HistoryWrite(Row("a"), PayloadParts.All, version) { Added = rows }, default));
        await Assert.ThrowsAsync<HistoryConflictException>(() =>
            store.WriteAsync(new HistoryWrite(Row("a"), PayloadParts.All, null) { Added = rows }, default));
        await Assert.ThrowsAsync<HistoryConflictException>(() =>
            store.WriteAsync(new HistoryWrite(Row("b"), PayloadParts.All, version) { Added = rows }, default));

        Assert.Empty((await store.ReadAsync("a", default))!.Rows);
    }

    [Fact]
    public async Task QueryAsync_filters_and_pages()
    {
        var store = await OpenAsync();
        for (var number = 0; number < 5; number++)
        {
            var row = Row($"o-{number}") with
            {
                CreatedAt = Start.AddHours(number),
                Status = number == 2 ? OrchestrationRuntimeStatus.Completed : OrchestrationRuntimeStatus.Running,
                Input = "1",
            };
            await store.WriteAsync(new HistoryWrite(row, PayloadParts.All, null), default);
        }

        await store.WriteAsync(new HistoryWrite(Row("p-1"), PayloadParts.All, null), default);

        Assert.Equal(["o-0", "o-1", "o-2", "o-3", "o-4", "p-1"], await IdsAsync(store, new InstanceFilter()));
        Assert.Equal(["o-0", "o-1", "o-2", "o-3", "o-4"], await IdsAsync(store, new InstanceFilter { IdPrefix = "o-" }));
        Assert.Equal(["o-0", "o-1", "o-3", "o-4", "p-1"], await IdsAsync(store, InstanceFilter.NotEnded));
        Assert.Equal(["o-1", "o-2"], await IdsAsync(store, new InstanceFilter { CreatedFrom = Start.AddHours(1), CreatedTo = Start.AddHours(2) }));
        var page = await store.QueryAsync(new InstanceFilter { IdPrefix = "o-2", WithPayloads = true }, null, 10, default);
        Assert.Equal("1", Assert.Single(page.Instances).Row.Input);
    }

    [Fact]
    public async Task ReadHistoryAsync_gives_the_rows_of_the_current_execution()
    {
        var store = await OpenAsync();
        var row = Row("a") with { State = new InstanceState { ExecutionId = "e", Generation = 1, Rows = 2 } };
        StoredRow[] rows = [new(RowKeys.History(0, 0), "old"), new(RowKeys.History(1, 0), "1"), new(RowKeys.History(1, 1), "2"), new("i-1", "[]")];
        await store.WriteAsync(new HistoryWrite(row, PayloadParts.All, null) { Added = rows }, default);

        var stored = await store.ReadHistoryAsync("a", default);

        Assert.Equal(rows[1..3], stored!.Rows);
        Assert.Null(await store.ReadHistoryAsync("b", default));
    }

    [Fact]
    public async Task ReadMailAsync_gives_the_mail_of_all_instances_in_order()
    {
        var store = await OpenAsync();
        await store.WriteAsync(new HistoryWrite(Row("a"), PayloadParts.All, null) { Added = [new StoredRow("o-1", "[1]"), new StoredRow("h-1", "{}")] }, default);
        await store.AddMailAsync(new MailRow("b", "i-2", "[3]"), default);
        await store.AddMailAsync(new MailRow("b", "i-1", "[2]"), default);

        var mail = await store.ReadMailAsync(default);

        Assert.Equal([new MailRow("a", "o-1", "[1]"), new MailRow("b", "i-1", "[2]"), new MailRow("b", "i-2", "[3]")], mail);
    }

    [Fact]
    public async Task DeleteRowsAsync_deletes_any_number_whether_they_are_there_or_not()
    {
        var store = await OpenAsync();
        var rows = Enumerable.Range(0, 90).Select(number => new StoredRow($"h-{number:D3}", "{}")).ToList();
        var version = await store.WriteAsync(new HistoryWrite(Row("a"), PayloadParts.All, null) { Added = rows }, default);
        await store.WriteAsync(new HistoryWrite(Row("a"), PayloadParts.None, version) { Added = [new StoredRow("h-200", "{}")] }, default);

        await store.DeleteRowsAsync("a", [.. rows.Select(row => row.Key), .. Enumerable.Range(100, 101).Select(number => $"h-{number}")], default);

        Assert.Empty((await store.ReadAsync("a", default))!.Rows);
    }

    private static async Task<string[]> IdsAsync(TableHistoryStore store, InstanceFilter filter)
    {
        var ids = new List<string>();
        string? continuation = null;
        do
        {
            var page = await store.QueryAsync(filter, continuation, 2, default);
            ids.AddRange(page.Instances.Select(stored => stored.Row.InstanceId));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        return [.. ids];
    }

    private static InstanceRow Row(string id) => new()
    {
        InstanceId = id,
        Name = "main",
        Status = OrchestrationRuntimeStatus.Pending,
        CreatedAt = Start,
        UpdatedAt = Start,
        CommitId = "c",
        State = new InstanceState { ExecutionId = "e" },
    };

    private async Task<TableHistoryStore> OpenAsync()
    {
        var options = new TableClientOptions();
        options.AddPolicy(OneBatchAtATimePolicy.Shared, HttpPipelinePosition.PerRetry);
        var store = new TableHistoryStore(
            new TableServiceClient(azurite.ConnectionString, options).GetTableClient($"{azurite.NewPrefix()}instances"));
        await store.OpenAsync(default);
        return store;
    }
}
