using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Core.Sourcing;

namespace Dom.Core.Tests.Fulfillment;

public sealed class LineExceptionTests
{
    [Theory]
    [InlineData(UnassignedReason.NoStock, "noStock", true)]
    [InlineData(UnassignedReason.UnknownSku, "unknownSku", true)]
    [InlineData(UnassignedReason.NoEligibleLocation, "noEligibleLocation", true)]
    [InlineData(UnassignedReason.LimitedByOrder, "limitedByOrder", true)]
    [InlineData(UnassignedReason.NoProfile, "noProfile", true)]
    [InlineData(UnassignedReason.Excluded, "excluded", true)]
    public void Of_names_what_sourcing_found(UnassignedReason reason, string type, bool wakes)
    {
        var exception = LineException.Of(new UnassignedLine(new LineId("1"), 2, reason, "Because."));

        Assert.Equal(new LineException(type, "Because.", wakes), exception);
    }

    [Fact]
    public void MaximumRejects_says_how_often_and_waits_for_an_operator()
    {
        var exception = LineException.MaximumRejects(5);

        Assert.Equal(("maximumRejects", false), (exception.Type, exception.Wakes));
        Assert.StartsWith("Refused 5 times", exception.Sentence, StringComparison.Ordinal);
    }
}
