using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;

namespace Dom.Core.Tests.TestKit;

/// <summary>Orders whose lines may be split, with little stock in many places, and every limit of how far, from a seed.</summary>
internal static class RandomSplits
{
    public static (Screening Screening, OrderLimits Limits, BandedCosts Costs) Make(int seed, int maxLines, int maxLocations, int maxQuantity)
    {
        var random = new Random(seed);
        var screening = new Screening(Request(random, maxLines, maxLocations, maxQuantity));
        var limits = screening.Limits with
        {
            MaxLocations = random.Next(3) == 0 ? random.Next(1, 4) : null,
            MustAssignAll = random.Next(5) == 0,
            MaxLocationsOfLine = [.. screening.Request.Lines.Select(_ => random.Next(3) == 0 ? random.Next(1, 3) : int.MaxValue)],
            MinParcelValueMinorUnits = random.Next(3) == 0 ? random.Next(800) : 0,
            PriorityOfLocation = random.Next(3) == 0 ? [.. screening.Locations.Select(_ => (byte)(random.Next(3) == 0 ? 11 : random.Next(1, 3)))] : null,
        };
        return (screening, limits, new BandedCosts(screening, random));
    }

    private static SourcingRequest Request(Random random, int maxLines, int maxLocations, int maxQuantity)
    {
        var request = A.Request([.. Enumerable.Range(1, random.Next(1, maxLines + 1)).Select(number => Line(random, number, maxQuantity))]);
        for (var index = random.Next(2, Math.Max(3, maxLocations + 1)); index > 0; index--)
        {
            var location = A.Location($"L{index}", A.Reno.North(100 * random.Next(4))) with { Modes = [.. new[] { DeliveryMode.Ship, new DeliveryMode("sameDay") }.Where(_ => random.Next(8) > 0)] };
            request = request.At(location, [.. Enumerable.Range(1, 3).Select(sku => ($"SKU-{sku}", random.Next(5) == 0 ? 9 * maxQuantity : random.Next(maxQuantity + 1)))]);
        }

        return request with
        {
            Profile = request.Profile with { Rules = random.Next(4) > 0 ? [new PartialOrders { Id = "partial", Lines = true }] : ImmutableArray<Rule>.Empty },
        };
    }

    private static DemandLine Line(Random random, int number, int maxQuantity) => A.Line($"{number}", $"SKU-{random.Next(1, 4)}", random.Next(1, maxQuantity + 1)) with
    {
        UnitPriceMinorUnits = random.Next(1, 6) * 100,
        Mode = random.Next(4) == 0 ? new DeliveryMode("sameDay") : DeliveryMode.Ship,
        KeepTogether = random.Next(5) == 0 ? "K" : null,
    };
}
