using Dom.Core.Orders;

namespace Dom.Core.Tests.Orders;

/// <summary>An order's id is the id of its orchestration too: what the platform refuses there is refused here.</summary>
public sealed class OrderIdTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("W-1001")]
    [InlineData("shop.eu:2026_11-A")]
    public void OrderId_takes_what_names_an_orchestration(string value) => Assert.Equal(value, new OrderId(value).Value);

    [Theory]
    [InlineData("")]
    [InlineData("@W-1001")]
    [InlineData("W/1001")]
    [InlineData(@"W\1001")]
    [InlineData("W#1001")]
    [InlineData("W?1001")]
    [InlineData("W-1001\n")]
    [InlineData("W 1001")]
    [InlineData("é")]
    public void OrderId_refuses_what_does_not(string value) => Assert.Throws<ArgumentException>(() => new OrderId(value));

    [Fact]
    public void OrderId_has_64_characters_at_the_most()
    {
        var longest = new string('a', 64);

        Assert.Equal(longest, new OrderId(longest).Value);
        Assert.Throws<ArgumentException>(() => new OrderId(longest + "a"));
    }
}
