using System.Text;
using Dom.Core.Solving.Files;

namespace Dom.Core.Tests.Solving.Files;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "1: a;b|2: 1;2")]
    [InlineData("a,b\r\n1,2\r\n", "1: a;b|2: 1;2")]
    [InlineData("a,b\n1,2", "1: a;b|2: 1;2")]
    [InlineData("a,b\n1,2\r", "1: a;b|2: 1;2")]
    [InlineData("\uFEFFa,b\n", "1: a;b")]
    [InlineData("\n\r\na\n\n\r\nb\n\n", "3: a|6: b")]
    [InlineData("a,\n,\n,b", "1: a;|2: ;|3: ;b")]
    [InlineData("\"a,b\",c\n", "1: a,b;c")]
    [InlineData("\"\"\n", "1: ")]
    [InlineData("\"a \"\"b\"\"\",\"\"\"\"\r\nc", "1: a \"b\";\"|2: c")]
    [InlineData("\"a\nb\r\nc\",d\ne\n", "1: a\nb\r\nc;d|4: e")]
    [InlineData("a\rb,c\n", "1: a\rb;c")]
    [InlineData("", "")]
    [InlineData("\n", "")]
    [InlineData("Größe,雪\n", "1: Größe;雪")]
    public void Read_splits_by_rfc_4180(string text, string expected)
    {
        var records = Read(text);

        Assert.Equal(expected, string.Join('|', records.Select(record => $"{record.Line}: {record.Fields}")));
        Assert.DoesNotContain(records, record => record.Fault is not null);
    }

    [Theory]
    [InlineData("a\"b,c\nd\n", "a\"b;c", "doubled")]
    [InlineData("\"a\"b,c\nd\n", "a;c", "closing quote")]
    [InlineData("\"a\"\r,c\nd\n", "a;c", "closing quote")]
    public void Read_tells_wrong_quotes_and_goes_on(string text, string fields, string fault)
    {
        var records = Read(text);

        Assert.Equal(fields, records[0].Fields);
        Assert.Contains(fault, records[0].Fault, StringComparison.Ordinal);
        Assert.Equal((2, "d", null), records[1]);
    }

    [Fact]
    public void Read_stops_at_a_quote_left_open()
    {
        var records = Read("a,b\nc,\"d\ne\nf\n");

        Assert.Equal(2, records.Count);
        Assert.Equal(2, records[1].Line);
        Assert.Contains("closing quote", records[1].Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_stops_at_a_record_that_is_too_long()
    {
        var records = Read("a\n\"" + new string('x', CsvReader.MostBytes) + "\"\nb\n");

        Assert.Equal(2, records.Count);
        Assert.Contains("at most 1048576 bytes", records[1].Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(13)]
    public void Read_does_not_mind_where_its_buffer_ends(int offset)
    {
        const string Row = "a,\"b \"\"c\"\",\r\nd\",,e\r\n\r\n";
        var text = new string('x', CsvReader.MostBytes - 40 + offset) + "\n" + string.Concat(Enumerable.Repeat(Row, 60_000));

        var records = Read(text);

        Assert.Equal(60_001, records.Count);
        Assert.All(records.Skip(1), record => Assert.Equal("a;b \"c\",\r\nd;;e", record.Fields));
        Assert.Equal(2 + (3 * 59_999), records[^1].Line);
    }

    private static List<(int Line, string Fields, string? Fault)> Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var reader = new CsvReader(stream);
        var records = new List<(int, string, string?)>();
        while (reader.Read())
        {
            var fields = Enumerable.Range(0, reader.FieldCount).Select(field => Encoding.UTF8.GetString(reader.Field(field)));
            records.Add((reader.Line, string.Join(';', fields), reader.QuoteFault));
        }

        return records;
    }
}
