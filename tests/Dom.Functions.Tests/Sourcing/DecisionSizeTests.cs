using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.WhatIf;
using Dom.Functions.Storage;
using Dom.Functions.Tests.TestKit;
using Xunit.Abstractions;

namespace Dom.Functions.Tests.Sourcing;

public sealed class DecisionSizeTests(ITestOutputHelper output)
{
    private static readonly string[] Skus = ["SKU-1", "SKU-2"];

    [Fact]
    public void A_decision_over_500_locations_takes_less_than_4_kB()
    {
        var request = Request(500);
        var part = Counterfactuals.AddTo(request, Core.Sourcing.Sourcing.Source(request));
        var decision = new StoredDecision
        {
            Attempt = 1,
            Revision = 0,
            At = request.At,
            Parts = [part],
            Result = new SourcingResult { Attempt = 1, Shipments = [], Unassigned = [] },
        };

        var row = new TableEntity("W-1", "decision").WithDocument(decision);

        var bytes = row.Where(property => property.Key.StartsWith("Gzip", StringComparison.Ordinal)).Sum(property => ((byte[])property.Value).Length);
        output.WriteLine($"{bytes} bytes, {JsonSerializer.SerializeToUtf8Bytes(decision, DomJson.Options).Length} before compression");
        Assert.All(part.Lines, line => Assert.Equal(500, line.Candidates.Length + line.Others.Sum(others => others.LocationIds.Length)));
        Assert.Equal(part.Cost.TotalMinorUnits, row.Document<StoredDecision>().Parts[0].Cost.TotalMinorUnits);
        Assert.InRange(bytes, 1, 4_000);
    }

    private static SourcingRequest Request(int locations)
    {
        var network = Enumerable.Range(1, locations).Select(number => Network.Store(number) with
        {
            LocationId = new LocationId(FormattableString.Invariant($"store-{number:0000}")),
            Position = new GeoPoint(30 + (number * 7 % 18), -120 + (number * 13 % 45)),
        }).ToArray();
        Rule[] rules = [new MaximumDistance { Id = "near", Km = 1500 }, new MinimumInventory { Id = "shelf", Units = 1 }, new InventoryThreshold { Id = "deep", Units = 2 }];
        return new SourcingRequest
        {
            OrderId = new("W-1"),
            Attempt = 1,
            At = new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero),
            Destination = new GeoPoint(39.5, -119.8),
            Lines =
            [
                new DemandLine { LineId = new("1"), Sku = new("SKU-1"), Quantity = 2, Mode = DeliveryMode.Ship },
                new DemandLine { LineId = new("2"), Sku = new("SKU-2"), Quantity = 1, Mode = DeliveryMode.Ship },
            ],
            Profile = Network.Profile with { Rules = [.. rules] },
            Network = [.. network],
            Stock = Skus.ToDictionary(
                sku => new Sku(sku), sku => network.Select((place, at) => new StockLevel(place.LocationId, (at * 31) % 5, 0)).Where(level => level.OnHand > 0).ToImmutableArray()),
        };
    }
}
