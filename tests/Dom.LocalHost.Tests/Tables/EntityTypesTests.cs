using Azure;
using Azure.Data.Tables;
using Dom.Tests;

namespace Dom.LocalHost.Tests.Tables;

[Collection(SharedAzurite.Name)]
public sealed class EntityTypesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly TableClient _table =
        new TableServiceClient(azurite.ConnectionString).GetTableClient(azurite.NewPrefix() + "types");

    public static TheoryData<double> Doubles =>
        [0, 1, -1.5, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    public async Task InitializeAsync() => await _table.CreateIfNotExistsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_typed_entity_comes_back_as_it_went()
    {
        var sent = Full();
        await _table.AddEntityAsync(sent);

        var read = (await _table.GetEntityAsync<SampleEntity>("p", "r")).Value;

        Assert.Equal(sent.Bytes, read.Bytes);
        Assert.Equal(sent.Data!.ToArray(), read.Data!.ToArray());
        var kept = sent with { Timestamp = read.Timestamp, ETag = read.ETag, Ignored = 0 };
        Assert.Equal(kept with { Bytes = read.Bytes, Data = read.Data }, read);
    }

    [Fact]
    public async Task A_typed_entity_is_stored_under_the_right_types_and_names()
    {
        await _table.AddEntityAsync(Full());

        var read = (await _table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(long.MinValue, read.GetInt64("Large"));
        Assert.Equal(0.5, read.GetDouble("Ratio"));
        Assert.Equal("Friday", read.GetString("Day"));
        Assert.Equal("other name", read.GetString("renamed"));
        Assert.Equal("-7!", read.GetString("Computed"));
        Assert.Equal(Full().At, read.GetDateTimeOffset("At"));
        Assert.Equal(Full().AtUtc, read.GetDateTime("AtUtc"));
        Assert.Equal([1, 2, 255], read.GetBinary("Bytes"));
        Assert.Equal([3, 4], read.GetBinaryData("Data").ToArray());
        Assert.Equal(Full().Id, read.GetGuid("Id"));
        Assert.True(read.GetBoolean("IsSet"));
        Assert.False(read.ContainsKey("Ignored") || read.ContainsKey("ETag") || read.ContainsKey("MaybeNumber"));
    }

    [Theory]
    [MemberData(nameof(Doubles))]
    public async Task A_double_comes_back_as_it_went(double value)
    {
        await _table.UpsertEntityAsync(new SampleEntity { Ratio = value });

        var typed = await _table.GetEntityAsync<SampleEntity>("p", "r");
        var loose = await _table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal(value, typed.Value.Ratio);
        Assert.Equal(value, loose.Value.GetDouble("Ratio"));
    }

    [Fact]
    public async Task A_loose_entity_comes_back_as_it_went()
    {
        var at = new DateTimeOffset(2026, 11, 2, 10, 0, 0, 123, TimeSpan.FromHours(-5)).AddTicks(4567);
        var sent = new TableEntity("p", "loose")
        {
            ["Text"] = "quote ' \" \\ \r\n\t < > 日本🚚",
            ["Number"] = int.MinValue,
            ["Large"] = long.MaxValue,
            ["Ratio"] = 2.0,
            ["Id"] = Guid.Empty,
            ["At"] = at,
            ["AtUtc"] = at.UtcDateTime,
            ["Bytes"] = new byte[] { 9 },
            ["Data"] = new BinaryData([8, 7]),
            ["Nothing"] = null,
        };
        await _table.AddEntityAsync(sent);

        var read = (await _table.GetEntityAsync<TableEntity>("p", "loose")).Value;

        Assert.Equal(sent["Text"], read.GetString("Text"));
        Assert.Equal(int.MinValue, read.GetInt32("Number"));
        Assert.Equal(long.MaxValue, read["Large"]);
        Assert.Equal(2.0, read["Ratio"]);
        Assert.Equal(Guid.Empty, read["Id"]);
        Assert.Equal(at, read["At"]);
        Assert.Equal(at, read.GetDateTimeOffset("AtUtc"));
        Assert.Equal(new byte[] { 9 }, read["Bytes"]);
        Assert.Equal(new byte[] { 8, 7 }, read["Data"]);
        Assert.Null(read["Nothing"]);
        Assert.NotEqual(default, read.ETag);
        Assert.NotNull(read.Timestamp);
    }

    [Fact]
    public async Task Text_of_thirty_thousand_characters_outside_ascii_comes_back_as_it_went()
    {
        var text = string.Concat(Enumerable.Repeat("é日", 15_000));
        await _table.AddEntityAsync(new SampleEntity { Text = text });

        var read = await _table.GetEntityAsync<SampleEntity>("p", "r");

        Assert.Equal(text, read.Value.Text);
    }

    [Fact]
    public async Task Keys_may_be_implemented_explicitly()
    {
        await _table.AddEntityAsync(new Keyed { Sku = "SKU-1" });

        var read = await _table.GetEntityAsync<Keyed>("SKU-1", "stock");

        Assert.Equal("SKU-1", read.Value.Sku);
        Assert.NotEqual(default, ((ITableEntity)read.Value).ETag);
    }

    private static SampleEntity Full() => new()
    {
        Text = "it's \"quoted\"",
        Number = -7,
        Large = long.MinValue,
        Ratio = 0.5,
        IsSet = true,
        Id = Guid.Parse("7c9e6679-7425-40de-944b-e07fc1f90ae7"),
        At = new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero).AddTicks(1234567),
        AtUtc = new DateTime(2026, 11, 2, 10, 0, 0, DateTimeKind.Utc),
        Bytes = [1, 2, 255],
        Data = new BinaryData([3, 4]),
        Day = DayOfWeek.Friday,
        MaybeLarge = 5,
        MaybeDay = DayOfWeek.Monday,
        Named = "other name",
        Ignored = 1.5m,
    };

    private sealed class Keyed : ITableEntity
    {
        public string Sku { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        string ITableEntity.PartitionKey { get => Sku; set => Sku = value; }

        string ITableEntity.RowKey { get => "stock"; set => Assert.Equal("stock", value); }

        ETag ITableEntity.ETag { get; set; }
    }
}
