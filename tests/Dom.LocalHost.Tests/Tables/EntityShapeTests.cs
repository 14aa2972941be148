using System.Buffers;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace Dom.LocalHost.Tests.Tables;

public sealed class EntityShapeTests
{
    [Fact]
    public void Write_refuses_a_type_that_a_table_cannot_hold()
    {
        var refusal = Assert.Throws<NotSupportedException>(() => Json(new Priced()));

        Assert.Contains("Price is a System.Decimal, which a table", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("[IgnoreDataMember]", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_refuses_a_time_that_is_not_UTC()
    {
        var entity = new SampleEntity { AtUtc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local) };

        Assert.Throws<NotSupportedException>(() => Json(entity));
    }

    [Fact]
    public void Write_refuses_an_enum_in_a_loose_entity()
    {
        Assert.Throws<NotSupportedException>(() => Json(new TableEntity("p", "r") { ["Day"] = DayOfWeek.Friday }));
    }

    [Fact]
    public void Write_leaves_out_nulls_and_what_the_service_keeps()
    {
        var entity = new TableEntity("p", "r") { ["Nothing"] = null, ETag = new ETag("e") };
        entity.Timestamp = DateTimeOffset.UnixEpoch;

        Assert.Equal("""{"PartitionKey":"p","RowKey":"r"}""", Json(entity));
    }

    [Fact]
    public void Read_names_a_property_of_another_type()
    {
        var json = """{"PartitionKey":"p","RowKey":"r","Large":5}"""u8.ToArray();

        var refusal = Assert.Throws<InvalidOperationException>(() => EntityReader.ReadOne<SampleEntity>(json));

        Assert.Contains("Property 'Large'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_takes_properties_in_any_order_and_skips_others()
    {
        var json = """
            {"Text":null,"Other":[{}],"Number":3,"RowKey":"r","Large":"-4","PartitionKey":"p","odata.etag":"W/\"1\""}
            """u8;

        var entity = EntityReader.ReadOne<SampleEntity>(json);

        Assert.Equal(("p", "r"), (entity.PartitionKey, entity.RowKey));
        Assert.Equal((3, -4L, new ETag("W/\"1\"")), (entity.Number, entity.Large, entity.ETag));
    }

    private static string Json(ITableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>();
        EntityWriter.Write(buffer, entity);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private sealed class Priced : ITableEntity
    {
        public string PartitionKey { get; set; } = "p";

        public string RowKey { get; set; } = "r";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public decimal Price { get; set; }
    }
}
