using Dom.Core.Solving;
using Dom.LocalHost.Solving;

namespace Dom.LocalHost.Tests.Solving;

public sealed class PlanFiguresTests
{
    [Fact]
    public void Of_counts_a_parcel_per_order_location_and_mode()
    {
        var problem = SmallProblem.Read();
        var plan = new AssignmentPlan { Line = [0, 0, 1, 2], Location = [0, 1, 1, 1], Quantity = [1, 1, 1, 1] };

        var figures = PlanFigures.Of(problem, plan);

        // O1: ship from DC-1, ship and pickup from ST-1. O2: ship from ST-1. One of the three units of the first line is left.
        Assert.Equal(new PlanFigures(Units: 5, UnassignedUnits: 1, SplitOrders: 1, Parcels: 4), figures);
    }

    [Fact]
    public void Of_an_empty_plan_counts_what_is_left()
    {
        var figures = PlanFigures.Of(SmallProblem.Read(), new AssignmentPlan { Line = [], Location = [], Quantity = [] });

        Assert.Equal(new PlanFigures(Units: 5, UnassignedUnits: 5, SplitOrders: 0, Parcels: 0), figures);
    }
}
