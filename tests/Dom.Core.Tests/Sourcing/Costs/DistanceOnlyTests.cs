using Dom.Core.Network;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Costs;

public sealed class DistanceOnlyTests
{
    [Fact]
    public void Source_takes_the_nearest_location_where_the_profile_has_no_costs()
    {
        var request = A.Request(A.Line("1", "A"), A.Line("2", "B"))
            .At(A.Location("ALL", A.Reno.North(900)), ("A", 1), ("B", 1))
            .At(A.Location("BOTH", A.Reno.North(800)), ("A", 1), ("B", 1))
            .At(A.Location("ONE", A.Reno.North(1)), ("A", 1))
            .At(A.Location("TWO", A.Reno.North(1)), ("B", 1))
            .With(Charged.Nothing);

        var decision = Core.Sourcing.Sourcing.Source(request);

        Assert.Equal("BOTH BOTH", decision.Plan());
        Assert.Equal(0, decision.Cost.TotalMinorUnits);
        Assert.Equal("ONE TWO", Core.Sourcing.Sourcing.Source(request with { Network = [.. request.Network.Where(location => location.LocationId != new LocationId("ALL") && location.LocationId != new LocationId("BOTH"))] }).Plan());
    }
}
