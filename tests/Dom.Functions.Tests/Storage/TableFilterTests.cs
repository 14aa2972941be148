using Dom.Functions.Storage;

namespace Dom.Functions.Tests.Storage;

public sealed class TableFilterTests
{
    [Fact]
    public void Prefix_ends_before_the_next_mark()
    {
        Assert.Equal("PartitionKey eq 'it''s' and RowKey ge 'at|' and RowKey lt 'at}'", TableFilter.Prefix("it's", "at|"));
    }
}
