using Dom.Core.Network;
using Dom.Core.Solving;

namespace Dom.Core.Tests.TestKit;

/// <summary>
/// Two locations on one meridian, a degree (111.2 km) apart; orders at the first of them; one SKU, 10 units of it in each location; one mode, whose zones end
/// at 50 and 500 km and whose bands end at 500, 1,000 and 5,000 g. Units weigh 100 g and cost 10 unassigned.
/// </summary>
internal static class SmallProblem
{
    public static SourcingProblem Make(params int[][] quantitiesOfOrders)
    {
        var lineStart = new List<int> { 0 };
        foreach (var order in quantitiesOfOrders)
        {
            lineStart.Add(lineStart[^1] + order.Length);
        }

        var (orders, lines) = (quantitiesOfOrders.Length, lineStart[^1]);
        return new SourcingProblem
        {
            Locations = new LocationColumns
            {
                Ids = ["near", "far"],
                Types = [LocationType.Store, LocationType.Store],
                Latitude = [40, 41],
                Longitude = [-90, -90],
                Modes = [1, 1],
                MaxOrders = [LocationColumns.NoLimit, LocationColumns.NoLimit],
                ParcelCost = [2, 1],
                UnitCost = [1, 1],
            },
            Stock = new StockColumns { Skus = ["sku"], RowStart = [0, 2], Location = [0, 1], Available = [10, 10] },
            Orders = new OrderColumns
            {
                Ids = [.. Enumerable.Range(1, orders).Select(number => $"order{number}")],
                Latitude = [.. Enumerable.Repeat(40.0, orders)],
                Longitude = [.. Enumerable.Repeat(-90.0, orders)],
                MaxLocations = [.. Enumerable.Repeat(OrderColumns.NoLimit, orders)],
                MaxDistanceKm = [.. Enumerable.Repeat(double.PositiveInfinity, orders)],
                ShipComplete = new bool[orders],
                LineStart = [.. lineStart],
            },
            Lines = new LineColumns
            {
                Ids = [.. Enumerable.Range(1, lines).Select(number => $"line{number}")],
                Sku = new int[lines],
                Quantity = [.. quantitiesOfOrders.SelectMany(order => order)],
                UnitGrams = [.. Enumerable.Repeat(100, lines)],
                Mode = new int[lines],
                Splittable = new bool[lines],
                OnlyLocation = [.. Enumerable.Repeat(LineColumns.AnyLocation, lines)],
            },
            Modes = [new ModeRates { Name = "ship", ZoneKm = [50, 500], BandGrams = [500, 1000, 5000], Cost = [5, 8, 20, 7, 12, 30] }],
            UnfilledUnitCost = 10,
        };
    }
}
