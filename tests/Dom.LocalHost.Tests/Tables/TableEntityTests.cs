using Azure;
using Azure.Data.Tables;

namespace Dom.LocalHost.Tests.Tables;

public sealed class TableEntityTests
{
    [Fact]
    public void Getters_give_null_for_a_missing_property()
    {
        var entity = new TableEntity();

        object?[] values =
        [
            entity["x"], entity.GetString("x"), entity.GetInt32("x"), entity.GetInt64("x"), entity.GetDouble("x"),
            entity.GetBoolean("x"), entity.GetGuid("x"), entity.GetDateTime("x"), entity.GetDateTimeOffset("x"),
            entity.GetBinary("x"), entity.GetBinaryData("x"), entity.PartitionKey, entity.Timestamp,
        ];

        Assert.All(values, Assert.Null);
    }

    [Fact]
    public void GetInt64_refuses_a_32_bit_integer()
    {
        var entity = new TableEntity("p", "r") { ["Number"] = 1 };

        Assert.Throws<InvalidOperationException>(() => entity.GetInt64("Number"));
    }

    [Fact]
    public void Indexer_keeps_a_long_a_long()
    {
        var entity = new TableEntity { ["Large"] = 1L, ["Ratio"] = 1.5, ["Text"] = "one" };

        entity["Large"] = 2;
        entity["Ratio"] = 2;
        entity["Text"] = 2;

        Assert.Equal([2L, 2.0, 2], new[] { entity["Large"], entity["Ratio"], entity["Text"] });
    }

    [Fact]
    public void Keys_and_etag_are_properties_too()
    {
        var entity = new TableEntity(new Dictionary<string, object> { ["PartitionKey"] = "p" })
        {
            RowKey = "r",
            ETag = new ETag("e"),
        };

        Assert.Equal(["PartitionKey", "RowKey", "odata.etag"], entity.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("p", "r", new ETag("e")), (entity.PartitionKey, entity.RowKey, entity.ETag));
    }

    [Fact]
    public void It_is_a_dictionary()
    {
        IDictionary<string, object> entity = new TableEntity { { "A", 1 } };

        entity.Add(new KeyValuePair<string, object>("B", 2));

        Assert.True(entity.Contains(new KeyValuePair<string, object>("A", 1)));
        Assert.True(entity.Remove("A"));
        Assert.Equal([new KeyValuePair<string, object>("B", 2)], entity);
        Assert.False(entity.TryGetValue("A", out _));
    }
}
