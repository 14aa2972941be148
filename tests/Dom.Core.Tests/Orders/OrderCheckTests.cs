using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Tests;

namespace Dom.Core.Tests.Orders;

public sealed class OrderCheckTests
{
    private static readonly Profile Usd = TestKit.A.Profile() with { Scope = new ProfileScope { Modes = [DeliveryMode.Ship] } };

    [Theory]
    [InlineData("USD", "ship", 0)]
    [InlineData("EUR", "ship", 1)]
    [InlineData("EUR", "pickup", 0)]
    public void Faults_compares_the_currency_with_that_of_the_profile_that_decides(string currency, string mode, int faults)
    {
        var order = An.Order().WithLine("SKU-1", 1, DeliveryMode.From(mode)) with { Currency = currency };

        Assert.Equal(faults, OrderCheck.Faults(order, [Usd], order.PlacedAt).Length);
    }
}
