using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.LocalHost.Demo.Network;
using Dom.LocalHost.Demo.Orders;

namespace Dom.Benchmarks.Load;

/// <summary>The network and the orders of the measurements: 60 locations that have all of 200 SKUs, and orders of one to three lines.</summary>
internal static class LoadNetwork
{
    /// <summary>Units of each SKU at each location; no order runs short.</summary>
    public const int OnHand = 1_000_000;

    /// <summary>Calls under way at once with which a subscriber reads the events; an order sends eight or more.</summary>
    public const int Readers = 8;

    /// <summary>The locations, without a limit of orders per day.</summary>
    public static ImmutableArray<Location> Locations { get; } =
        [.. DemoNetwork.Create(DemoNetwork.DefaultSeed).Locations.Select(location => location with { OrdersPerDay = null })];

    /// <summary>The SKUs.</summary>
    public static ImmutableArray<string> Skus { get; } = [.. Enumerable.Range(1, 200).Select(number => $"BENCH-{number:D3}")];

    /// <summary>Orders, the same for the same arguments.</summary>
    /// <param name="prefix">What their ids begin with.</param>
    /// <param name="count">How many.</param>
    public static IEnumerable<DemoOrder> Orders(string prefix, int count)
    {
        var random = new Random(count);
        for (var number = 1; number <= count; number++)
        {
            var city = DemoCities.All[random.Next(DemoCities.All.Length)];
            yield return new DemoOrder
            {
                OrderId = $"{prefix}-{number:D6}",
                Channel = "web",
                PlacedAt = DateTimeOffset.UtcNow,
                Destination = new DemoDestination
                {
                    Name = "A customer",
                    Line1 = "1 Main Street",
                    City = city.Name,
                    Region = city.State,
                    PostalCode = city.PostalCode,
                    Latitude = city.Position.Latitude,
                    Longitude = city.Position.Longitude,
                },
                Lines = [.. Lines(random)],
            };
        }
    }

    private static IEnumerable<DemoLine> Lines(Random random)
    {
        var skus = random.GetItems(Skus.AsSpan(), random.Next(1, 4)).Distinct().ToList();
        return skus.Select((sku, index) => new DemoLine
        {
            LineId = $"{index + 1}",
            Sku = sku,
            Quantity = random.Next(1, 4),
            UnitPrice = 1999,
            UnitGrams = 400,
            Mode = "ship",
        });
    }
}
