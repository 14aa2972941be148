using Dom.LocalHost.Azurite;

namespace Dom.LocalHost.Tests.Azurite;

public sealed class StorageDeciderTests
{
    [Theory]
    [InlineData("Nothing", null, "StartOnUsualPorts")]
    [InlineData("Azurite", null, "UseWhatListens")]
    [InlineData("Azurite", "/ours", "UseWhatListens")]
    [InlineData("Azurite", "/theirs", "StartOnFreePorts")]
    [InlineData("SomethingElse", null, "StartOnFreePorts")]
    public void Decide_goes_by_what_listens_and_whom_it_serves(string answer, string? holder, string expected)
    {
        var choice = StorageDecider.Decide(Enum.Parse<PortAnswer>(answer), holder, "/ours");

        Assert.Equal(expected, choice.ToString());
    }
}
