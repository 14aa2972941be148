using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Sourcing;
using Dom.LocalHost.Demo.Network;

namespace Dom.Benchmarks;

/// <summary>One decision for an order of two lines.</summary>
public class SourcingBenchmarks
{
    private SourcingRequest? _request;

    /// <summary>How many locations have both SKUs.</summary>
    [Params(60, 2000)]
    public int LocationCount { get; set; }

    /// <summary>How many rules the profile has.</summary>
    [Params(0, 30)]
    public int RuleCount { get; set; }

    /// <summary>Makes the request.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(LocationCount);
        ImmutableArray<Location> network =
        [
            .. Enumerable.Range(0, LocationCount).Select(number => new Location
            {
                LocationId = new LocationId($"L{number:D4}"),
                Name = $"Location {number}",
                Type = LocationType.Store,
                Position = new GeoPoint(25 + (random.NextDouble() * 24), -124 + (random.NextDouble() * 57)),
                Modes = [DeliveryMode.Ship],
                Groups = [$"region-{number % 9}", $"tier-{number % 4}"],
            }),
        ];
        Sku[] skus = [new("A"), new("B")];
        _request = new SourcingRequest
        {
            OrderId = new OrderId("BENCH-1"),
            Attempt = 1,
            At = DateTimeOffset.UnixEpoch,
            Destination = new GeoPoint(40.7506, -73.9972),
            Lines = [.. skus.Select(sku => new DemandLine { LineId = new LineId(sku.Value), Sku = sku, Quantity = 2, Mode = DeliveryMode.Ship })],
            Profile = DemoProfiles.Plain with { Rules = [.. ThirtyRules.Make(network).Take(RuleCount)] },
            Network = network,
            Loads = network.ToDictionary(location => location.LocationId, location => new DayLoad(random.Next(100), random.Next(200), random.Next(400))),
            Products = skus.ToDictionary(sku => sku, sku => new Product { Sku = sku, Category = new CategoryPath("apparel/shoes") }),
            Stock = skus.ToDictionary(
                sku => sku, _ => network.Select(location => new StockLevel(location.LocationId, random.Next(0, 10), 0)).ToImmutableArray()),
        };
    }

    /// <summary>Decides.</summary>
    [Benchmark]
    public SourcingDecision Source() => Sourcing.Source(_request!);
}
