using Dom.Core.Solving;
using Dom.Core.Solving.Files;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Files;

public sealed class SummaryFileTests
{
    [Fact]
    public void Write_names_every_figure()
    {
        var folder = new MemoryFolder();
        var summary = new SolveSummary
        {
            Solver = "dom",
            Seed = 3,
            Threads = 2,
            Cost = 1000,
            LowerBound = 990,
            Gap = 0.01,
            GreedyCost = 1100,
            Units = 20,
            UnassignedUnits = 1,
            Orders = 10,
            SplitOrders = 2,
            RelaxedOrders = 0,
            Parcels = 12,
            Seconds = new SolveSeconds(0.5, 1.25, 0.125),
            PeakMemoryBytes = 1 << 20,
            StoppedBy = StopReason.Gap,
        };

        SummaryFile.Write(summary, folder.Create);

        Assert.Equal(
            """
            {
              "solver": "dom",
              "seed": 3,
              "threads": 2,
              "cost": 1000,
              "lowerBound": 990,
              "gap": 0.01,
              "greedyCost": 1100,
              "units": 20,
              "unassignedUnits": 1,
              "orders": 10,
              "splitOrders": 2,
              "relaxedOrders": 0,
              "parcels": 12,
              "seconds": {
                "read": 0.5,
                "solve": 1.25,
                "write": 0.125
              },
              "peakMemoryBytes": 1048576,
              "stoppedBy": "gap"
            }

            """,
            folder.Text(FileNames.Summary));
    }
}
