using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Messages;
using Dom.Core.Network;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Inventory;

public sealed class StockReaderTests
{
    [Fact]
    public void Read_takes_rows_in_their_order()
    {
        var rows = Rows("""[{"sku":"B 1","locationId":"S1","onHand":0},{"sku":"A","locationId":"S1","onHand":1000000000,"note":"x"}]""");

        Assert.Equal([new StockCount(new Sku("B 1"), new LocationId("S1"), 0), new StockCount(new Sku("A"), new LocationId("S1"), 1_000_000_000)], rows);
    }

    [Theory]
    [InlineData("""[]""", "body")]
    [InlineData("""{}""", "body")]
    [InlineData("""null""", "body")]
    [InlineData("""[5]""", "body[0]")]
    [InlineData("""[{"locationId":"S1","onHand":1}]""", "body[0].sku")]
    [InlineData("""[{"sku":"A","locationId":"S 1","onHand":1}]""", "body[0].locationId")]
    [InlineData("""[{"sku":"A","locationId":"S1"}]""", "body[0].onHand")]
    [InlineData("""[{"sku":"A","locationId":"S1","onHand":-1}]""", "body[0].onHand")]
    [InlineData("""[{"sku":"A","locationId":"S1","onHand":1000000001}]""", "body[0].onHand")]
    [InlineData("""[{"sku":"A","locationId":"S1","onHand":1},{"sku":"A","locationId":"S2","onHand":1},{"sku":"A","locationId":"S1","onHand":2}]""", "body[2]")]
    public void Read_names_what_is_wrong(string text, string field) => Assert.Equal([field], Json.Fields(Faults(text)));

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public void Read_takes_at_most_1000_rows(int count, bool isTaken)
    {
        var text = "[" + string.Join(',', Enumerable.Range(1, count).Select(number => $$"""{"sku":"{{number}}","locationId":"S1","onHand":1}""")) + "]";

        Assert.Equal(isTaken, StockReader.Read(Json.Bytes(text)).Match(_ => true, _ => false));
    }

    private static IReadOnlyList<StockCount> Rows(string text) =>
        Assert.IsType<Reading<IReadOnlyList<StockCount>>.Read>(StockReader.Read(Json.Bytes(text))).Value;

    private static ImmutableArray<Fault> Faults(string text) =>
        Assert.IsType<Reading<IReadOnlyList<StockCount>>.Refused>(StockReader.Read(Json.Bytes(text))).Faults;
}
