using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.LocalHost.Demo.Network;

namespace Dom.Benchmarks;

/// <summary>One decision for an order of very many lines among 2,000 locations, with rates by zone and weight.</summary>
public class LargeSourcingBenchmarks
{
    private const int LocationCount = 2000;

    private SourcingRequest? _request;

    /// <summary>How many lines the order has, of 1 to 3 units each.</summary>
    [Params(20, 50)]
    public int LineCount { get; set; }

    /// <summary>Whether its lines may be split.</summary>
    [Params(false, true)]
    public bool IsSplit { get; set; }

    /// <summary>Share of the locations that have each SKU, per cent.</summary>
    [Params(2, 50)]
    public int SharePercent { get; set; }

    /// <summary>Makes the request.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(LineCount);
        ImmutableArray<Location> network =
        [
            .. Enumerable.Range(0, LocationCount).Select(number => new Location
            {
                LocationId = new LocationId($"L{number:D4}"),
                Name = $"Location {number}",
                Type = LocationType.Store,
                Position = new GeoPoint(25 + (random.NextDouble() * 24), -124 + (random.NextDouble() * 57)),
                Modes = [DeliveryMode.Ship],
            }),
        ];
        Sku[] skus = [.. Enumerable.Range(0, LineCount).Select(number => new Sku($"SKU-{number}"))];
        _request = new SourcingRequest
        {
            OrderId = new OrderId("BENCH-1"),
            Attempt = 1,
            At = DateTimeOffset.UnixEpoch,
            Destination = new GeoPoint(40.7506, -73.9972),
            Lines = [.. skus.Select(sku => new DemandLine { LineId = new LineId(sku.Value), Sku = sku, Quantity = random.Next(1, 4), Mode = DeliveryMode.Ship, UnitGrams = random.Next(1, 17) * 50 })],
            Profile = DemoProfiles.Plain with { Rules = [new PartialOrders { Id = "partial", Lines = IsSplit }], Costs = Costs() },
            Network = network,
            Loads = ImmutableDictionary<LocationId, DayLoad>.Empty,
            Products = ImmutableDictionary<Sku, Product>.Empty,
            Stock = skus.ToDictionary(sku => sku, _ => network.Where(_ => random.Next(100) < SharePercent)
                .Select(location => new StockLevel(location.LocationId, random.Next(1, 4), 0)).ToImmutableArray()),
        };
    }

    /// <summary>Decides.</summary>
    [Benchmark]
    public SourcingDecision Source() => Sourcing.Source(_request!);

    private static CostFactors Costs()
    {
        long[] costOfBand = [450, 520, 640, 790, 900, 1150, 1750, 2900];
        return new CostFactors
        {
            Currency = "USD",
            UnitMinorUnits = 15,
            Shipping =
            [
                new ShippingCost
                {
                    Id = "zones",
                    Rates = new RateTable
                    {
                        ZoneKm = [150, 300, 600, 1000, 1600, null],
                        BandGrams = [250, 500, 1000, 2000, 3000, 5000, 10_000, null],
                        MinorUnits = [.. Enumerable.Range(0, 6).SelectMany(zone => costOfBand.Select(cost => cost * (100 + (15 * zone)) / 100))],
                    },
                },
            ],
        };
    }
}
