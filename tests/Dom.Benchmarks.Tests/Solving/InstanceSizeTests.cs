using Dom.Benchmarks.Solving;

namespace Dom.Benchmarks.Tests.Solving;

public sealed class InstanceSizeTests
{
    [Theory]
    [InlineData("S")]
    [InlineData("XXL")]
    [InlineData("Lh")]
    public void Read_and_ToString_agree(string name)
    {
        Assert.Equal(name, InstanceSize.Read(name).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("l")]
    [InlineData("Lhh")]
    public void Read_knows_no_others(string name)
    {
        Assert.Null(InstanceSize.Read(name));
    }
}
