using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class FloorsTests
{
    private static readonly MinimumInventory All = new() { Id = "all", Units = 4 };
    private static readonly MinimumInventory Own = new() { Id = "own", Units = 9, At = new PlaceScope { Locations = [new LocationId("S1")] } };

    [Fact]
    public void Of_is_the_most_particular_floor()
    {
        Assert.Equal(0, Of());
        Assert.Equal(4, Of(All));
        Assert.Equal(9, Of(All, Own));
        Assert.Equal(4, Of(All, Own with { IsDisabled = true }));
        Assert.Equal(4, Of(All, Own with { At = new PlaceScope { Groups = ["west"] } }));
    }

    [Fact]
    public void Of_is_the_lowest_that_is_left_as_soft_ones_fall()
    {
        Assert.Equal(0, Of(All.Soft()));
        Assert.Equal(4, Of(All, Own.Soft()));
        Assert.Equal(2, Of(All, (Own with { Units = 2 }).Soft()));
        Assert.Equal(0, Of(All.Soft(1), Own.Soft(2)));
    }

    private static int Of(params Rule[] rules) => Floors.Of(A.Profile(rules), A.Moment, A.Location(), new Sku("SKU-1"), null, DeliveryMode.Ship);
}
