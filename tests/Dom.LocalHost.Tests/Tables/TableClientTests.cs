using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Dom.Tests;

namespace Dom.LocalHost.Tests.Tables;

[Collection(SharedAzurite.Name)]
public sealed class TableClientTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TableServiceClient _service = new(azurite.ConnectionString);
    private readonly string _name = azurite.NewPrefix() + "rows";

    private TableClient Table => _service.GetTableClient(_name);

    public async Task InitializeAsync() => await Table.CreateIfNotExistsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task CreateIfNotExistsAsync_says_409_when_the_table_exists()
    {
        var first = await _service.CreateTableIfNotExistsAsync(_name + "new");

        var second = await _service.CreateTableIfNotExistsAsync(_name + "new");

        Assert.Equal(204, first.GetRawResponse().Status);
        Assert.Equal(409, second.GetRawResponse().Status);
        Assert.Equal(_name + "new", second.Value.Name);
    }

    [Fact]
    public async Task CreateIfNotExistsAsync_throws_on_a_bad_name()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => _service.CreateTableIfNotExistsAsync("1-2"));

        Assert.Equal(400, refusal.Status);
    }

    [Fact]
    public async Task AddEntityAsync_answers_the_etag_and_leaves_the_entity_alone()
    {
        var entity = new SampleEntity();

        var response = await Table.AddEntityAsync(entity);

        Assert.Equal(204, response.Status);
        Assert.StartsWith("W/", response.Headers.ETag.ToString(), StringComparison.Ordinal);
        Assert.Equal(default, entity.ETag);
    }

    [Fact]
    public async Task AddEntityAsync_refuses_a_row_that_exists()
    {
        await Table.AddEntityAsync(new SampleEntity());

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(new SampleEntity()));

        Assert.Equal(409, refusal.Status);
        Assert.True(refusal.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Fact]
    public async Task AddEntityAsync_refuses_a_table_that_does_not_exist()
    {
        var missing = _service.GetTableClient(_name + "missing");

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => missing.AddEntityAsync(new SampleEntity()));

        Assert.Equal(404, refusal.Status);
        Assert.True(refusal.ErrorCode == TableErrorCode.TableNotFound);
    }

    [Fact]
    public async Task GetEntityAsync_gives_etag_and_timestamp()
    {
        var added = await Table.AddEntityAsync(new SampleEntity());

        var read = await Table.GetEntityAsync<SampleEntity>("p", "r");

        Assert.Equal(added.Headers.ETag, read.Value.ETag);
        Assert.NotNull(read.Value.Timestamp);
    }

    [Fact]
    public async Task GetEntityAsync_says_ResourceNotFound_for_a_missing_row()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table.GetEntityAsync<SampleEntity>("p", "missing"));

        Assert.Equal(404, refusal.Status);
        Assert.True(refusal.ErrorCode == TableErrorCode.ResourceNotFound);
    }

    [Fact]
    public async Task GetEntityAsync_reads_the_selected_properties_alone()
    {
        await Table.AddEntityAsync(new SampleEntity { Number = 7, Text = "seven" });

        var read = await Table.GetEntityAsync<SampleEntity>("p", "r", ["Number"]);

        Assert.Equal(7, read.Value.Number);
        Assert.Null(read.Value.Text);
    }

    [Fact]
    public async Task GetEntityIfExistsAsync_has_no_value_for_a_missing_row()
    {
        var response = await Table.GetEntityIfExistsAsync<SampleEntity>("p", "missing");

        Assert.False(response.HasValue);
        Assert.Equal(404, response.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => response.Value);
    }

    [Fact]
    public async Task GetEntityIfExistsAsync_has_a_value_for_a_row()
    {
        await Table.AddEntityAsync(new SampleEntity { Text = "here" });

        var response = await Table.GetEntityIfExistsAsync<SampleEntity>("p", "r");

        Assert.True(response.HasValue);
        Assert.Equal("here", response.Value!.Text);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, "kept")]
    [InlineData(TableUpdateMode.Replace, null)]
    public async Task UpsertEntityAsync_keeps_other_properties_only_when_it_merges(
        TableUpdateMode mode, string? expected)
    {
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["Old"] = "kept" }, mode);

        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["New"] = 1 }, mode);

        var read = await Table.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal(expected, read.Value.GetString("Old"));
        Assert.Equal(1, read.Value.GetInt32("New"));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task UpdateEntityAsync_refuses_another_version(TableUpdateMode mode)
    {
        var first = await Table.AddEntityAsync(new SampleEntity());
        var second = await Table.UpdateEntityAsync(new SampleEntity { Number = 1 }, first.Headers.ETag!.Value, mode);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table.UpdateEntityAsync(new SampleEntity { Number = 2 }, first.Headers.ETag!.Value, mode));

        Assert.Equal(412, refusal.Status);
        Assert.True(refusal.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied);
        var read = await Table.GetEntityAsync<SampleEntity>("p", "r");
        Assert.Equal((1, second.Headers.ETag), (read.Value.Number, read.Value.ETag));
    }

    [Fact]
    public async Task UpdateEntityAsync_refuses_a_missing_row()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table.UpdateEntityAsync(new SampleEntity { RowKey = "missing" }, ETag.All));

        Assert.Equal(404, refusal.Status);
    }

    [Fact]
    public async Task UpdateEntityAsync_needs_a_version()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Table.UpdateEntityAsync(new SampleEntity(), default));
    }

    [Fact]
    public async Task DeleteEntityAsync_deletes_any_version_and_does_not_mind_a_missing_row()
    {
        await Table.AddEntityAsync(new SampleEntity());

        var first = await Table.DeleteEntityAsync("p", "r");
        var second = await Table.DeleteEntityAsync(new SampleEntity());

        Assert.Equal((204, 404), (first.Status, second.Status));
    }

    [Fact]
    public async Task DeleteEntityAsync_refuses_another_version()
    {
        var first = await Table.AddEntityAsync(new SampleEntity());
        await Table.UpsertEntityAsync(new SampleEntity { Number = 1 });

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table.DeleteEntityAsync("p", "r", first.Headers.ETag!.Value));

        Assert.Equal(412, refusal.Status);
    }

    [Theory]
    [InlineData("it's", "o''clock")]
    [InlineData("a b+c&d=e", "100%25")]
    [InlineData("", "")]
    [InlineData("straße", "日本🚚")]
    [InlineData("(x,y)", "{\"a\":1}")]
    [InlineData("..", "a:b;c@d!*~")]
    public async Task Keys_may_have_awkward_characters(string partitionKey, string rowKey)
    {
        await Table.AddEntityAsync(new SampleEntity { PartitionKey = partitionKey, RowKey = rowKey, Number = 1 });
        var read = await Table.GetEntityAsync<SampleEntity>(partitionKey, rowKey);

        await Table.UpdateEntityAsync(read.Value with { Number = 2 }, read.Value.ETag);
        var rows = await Table.QueryAsync<SampleEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey} and RowKey eq {rowKey}")).ToListAsync();
        var deleted = await Table.DeleteEntityAsync(partitionKey, rowKey);

        var row = Assert.Single(rows);
        Assert.Equal((partitionKey, rowKey, 2), (row.PartitionKey, row.RowKey, row.Number));
        Assert.Equal(204, deleted.Status);
    }
}
