using Dom.Core.Solving;

namespace Dom.Core.Tests.Solving;

public sealed class StockColumnsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    public void SkuOf_finds_the_row_among_empty_ones(int slot, int sku)
    {
        var stock = new StockColumns
        {
            Skus = ["none", "two", "empty", "bare", "three", "one", "last"],
            RowStart = [0, 0, 2, 2, 2, 5, 6, 6],
            Location = [0, 1, 0, 1, 2, 0],
            Available = [1, 1, 1, 1, 1, 1],
        };

        Assert.Equal(sku, stock.SkuOf(slot));
    }
}
