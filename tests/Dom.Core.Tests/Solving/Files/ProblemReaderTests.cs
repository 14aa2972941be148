using Dom.Core.Network;
using Dom.Core.Solving;
using Dom.Core.Solving.Files;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Files;

public sealed class ProblemReaderTests
{
    [Fact]
    public void Read_gives_every_column()
    {
        var problem = ProblemFiles.Small().Read();

        Assert.Equal(4000, problem.UnfilledUnitCost);
        AssertLocations(problem.Locations);
        AssertOrders(problem);
        Assert.Equal(["S1", "S2", "S3"], problem.Stock.Skus);
        Assert.Equal([0, 2, 3, 3], problem.Stock.RowStart);
        Assert.Equal([0, 1, 1], problem.Stock.Location);
        Assert.Equal([10, 2, 1], problem.Stock.Available);
        Assert.Equal(["ship", "pickup"], problem.Modes.Select(mode => mode.Name));
        Assert.Equal([500, double.PositiveInfinity], problem.Modes[0].ZoneKm);
        Assert.Equal([1000, long.MaxValue], problem.Modes[0].BandGrams);
        Assert.Equal([600, 900, 800, 1200], problem.Modes[0].Cost);
    }

    [Fact]
    public void Read_takes_columns_and_rows_in_any_order()
    {
        var folder = ProblemFiles.Small()
            .With(FileNames.Stock, "available,sku,locationId\n1,S2,ST-1\n2,S1,ST-1\n4,S2,DC-1\n10,S1,DC-1\n0,S1,ST-2\n")
            .With(FileNames.Lines,
                """
                lineId,orderId,sku,unitGrams,quantity,mode,splittable,onlyLocationId
                1,O2,S3,0,1,ship,false,
                b,O1,S2,900,1,pickup,false,ST-1
                a,O1,S1,250,3,ship,true,
                """);

        var problem = folder.Read();

        Assert.Equal(["S2", "S1", "S3"], problem.Stock.Skus);
        Assert.Equal([0, 2, 4, 4], problem.Stock.RowStart);
        Assert.Equal([0, 1, 0, 1], problem.Stock.Location);
        Assert.Equal([4, 1, 10, 2], problem.Stock.Available);
        Assert.Equal([0, 2, 3], problem.Orders.LineStart);
        Assert.Equal(["b", "a", "1"], problem.Lines.Ids);
        Assert.Equal([0, 1, 2], problem.Lines.Sku);
        Assert.Equal([1, 3, 1], problem.Lines.Quantity);
    }

    [Fact]
    public void Read_takes_ids_as_they_stand_in_quotes()
    {
        var folder = ProblemFiles.Small();
        foreach (var name in folder.Names.Where(name => name.EndsWith(".csv", StringComparison.Ordinal)))
        {
            folder.With(name, "\uFEFF" + folder.Text(name).Replace("ST-1", "\"St. \"\"1\"\",\r\nEast\"", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal));
        }

        var problem = folder.Read();

        Assert.Equal("St. \"1\",\r\r\nEast", problem.Locations.Ids[1]);
        Assert.Equal([-1, 1, -1], problem.Lines.OnlyLocation);
    }

    [Fact]
    public void Read_passes_over_modes_without_rates_at_locations()
    {
        var folder = ProblemFiles.Small().Replace(FileNames.Locations, "ship|pickup", "drone|ship|carrier pigeon");

        var problem = folder.Read();

        Assert.Equal(0b01UL, problem.Locations.Modes[1]);
    }

    [Fact]
    public void Read_takes_files_without_rows()
    {
        var folder = ProblemFiles.Small();
        foreach (var name in folder.Names.Where(name => name.EndsWith(".csv", StringComparison.Ordinal)))
        {
            folder.With(name, folder.Text(name).Split('\n')[0]);
        }

        var problem = folder.Read();

        Assert.Equal((0, 0, 0), (problem.LocationCount, problem.OrderCount, problem.LineCount));
        Assert.Equal([0], problem.Orders.LineStart);
    }

    [Fact]
    public void Read_takes_an_order_that_may_just_be_so_dear()
    {
        // 1 unit at 2^30 - 1 - 1300 unfilled, and a parcel of at most 1200 + 200 by ship.
        var folder = ProblemFiles.Small()
            .With(FileNames.Settings, """{"unfilledUnitCost":1073740423}""")
            .With(FileNames.Lines, "orderId,lineId,sku,quantity,unitGrams,mode,splittable,onlyLocationId\nO1,1,S1,1,250,ship,true,\n");
        var beyond = ProblemFiles.Small()
            .With(FileNames.Settings, """{"unfilledUnitCost":1073740424}""")
            .With(FileNames.Lines, folder.Text(FileNames.Lines));

        var problem = folder.Read();
        var fault = Assert.Throws<FileFaultException>(beyond.Read);

        Assert.Equal(1_073_740_423, problem.UnfilledUnitCost);
        Assert.Contains("orders.csv, line 2, column orderId is 'O1'; allowed is an order that cannot cost more than 1073741823 minor units", fault.Message, StringComparison.Ordinal);
    }

    private static void AssertLocations(LocationColumns locations)
    {
        Assert.Equal(["DC-1", "ST-1", "ST-2"], locations.Ids);
        Assert.Equal([LocationType.Dc, LocationType.Store, LocationType.Warehouse], locations.Types);
        Assert.Equal([39.5, 37.77, -33.5], locations.Latitude);
        Assert.Equal([-119.8, -122.42, 151], locations.Longitude);
        Assert.Equal([0b01UL, 0b11UL, 0UL], locations.Modes);
        Assert.Equal([LocationColumns.NoLimit, 5, 0], locations.MaxOrders);
        Assert.Equal([100, 200, 0], locations.ParcelCost);
        Assert.Equal([20, 50, 0], locations.UnitCost);
    }

    private static void AssertOrders(SourcingProblem problem)
    {
        Assert.Equal(["O1", "O2"], problem.Orders.Ids);
        Assert.Equal([37.8, 40], problem.Orders.Latitude);
        Assert.Equal([-122.3, -120], problem.Orders.Longitude);
        Assert.Equal([2, OrderColumns.NoLimit], problem.Orders.MaxLocations);
        Assert.Equal([double.PositiveInfinity, 750.5], problem.Orders.MaxDistanceKm);
        Assert.Equal([false, true], problem.Orders.ShipComplete);
        Assert.Equal([0, 2, 3], problem.Orders.LineStart);
        Assert.Equal(["1", "2", "1"], problem.Lines.Ids);
        Assert.Equal([0, 1, 2], problem.Lines.Sku);
        Assert.Equal([3, 1, 1], problem.Lines.Quantity);
        Assert.Equal([250, 900, 0], problem.Lines.UnitGrams);
        Assert.Equal([0, 1, 0], problem.Lines.Mode);
        Assert.Equal([true, false, false], problem.Lines.Splittable);
        Assert.Equal([-1, 1, -1], problem.Lines.OnlyLocation);
    }
}
