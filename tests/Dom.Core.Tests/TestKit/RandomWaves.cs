using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;

namespace Dom.Core.Tests.TestKit;

/// <summary>Requests of which many can be written as problems, from a seed: with rates, handling, refusals, lines that may be split.</summary>
internal static class RandomWaves
{
    public static SourcingRequest Make(int seed, int maxLines = 4, int maxLocations = 5)
    {
        var random = new Random(seed);
        var request = RandomRequests.Make(seed, maxLines, maxLocations);
        if (random.Next(3) > 0)
        {
            request = request.WithCosts(seed, withRatesByContents: random.Next(2) == 0);
        }

        var costs = request.Profile.Costs;
        var isSplit = random.Next(3) == 0;
        return request with
        {
            Lines = [.. request.Lines.Select(line => line with { KeepTogether = random.Next(12) == 0 ? line.KeepTogether : null })],
            Profile = request.Profile with
            {
                Costs = costs with
                {
                    Shipping = [.. costs.Shipping.Select(cost => random.Next(4) == 0 ? cost : cost with { Surcharges = [], DimensionalDivisor = null })],
                    Handling = [.. costs.Handling.Select(cost => random.Next(5) == 0 ? cost : cost with { OrderMinorUnits = 0, LocationMinorUnits = random.Next(2) * cost.LocationMinorUnits, SecondsPerUnit = isSplit ? 0 : cost.SecondsPerUnit })],
                    SplitMinorUnits = random.Next(5) == 0 ? costs.SplitMinorUnits : 0,
                    Carbon = costs.Carbon with { MilligramsPerKgKm = 0 },
                },
                Rules = [.. request.Profile.Rules.Select(rule => rule is PartialOrders parts && isSplit ? parts with { Orders = true, Lines = parts.MaximumLocations != 1 } : rule)],
            },
        };
    }
}
