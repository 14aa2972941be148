using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing;

namespace Dom.Core.Tests.TestKit;

/// <summary>Orders whose lines may be split, and every limit of how far, from a seed.</summary>
internal static class RandomSplits
{
    public static (Screening Screening, OrderLimits Limits, BandedCosts Costs) Make(int seed, int maxLines, int maxLocations, int maxQuantity)
    {
        var random = new Random(seed);
        var request = RandomRequests.Make(seed, maxLines, maxLocations);
        var isSplit = random.Next(4) > 0;
        request = request with
        {
            Lines = [.. request.Lines.Select(line => line with { Quantity = random.Next(1, maxQuantity + 1), UnitPriceMinorUnits = random.Next(1, 6) * 100 })],
            Profile = request.Profile with { Rules = [new PartialOrders { Id = "partial", Lines = isSplit }] },
        };
        var screening = new Screening(request);
        var limits = Core.Sourcing.Sourcing.LimitsOf(request) with
        {
            MaxLocations = random.Next(2) == 0 ? random.Next(1, 4) : null,
            MustAssignAll = random.Next(5) == 0,
            MaxLocationsOfLine = [.. request.Lines.Select(_ => random.Next(2) == 0 ? random.Next(1, 3) : int.MaxValue)],
            MinParcelValueMinorUnits = random.Next(3) == 0 ? random.Next(1000) : 0,
            PriorityOfLocation = random.Next(3) == 0 ? [.. screening.Locations.Select(_ => (byte)(random.Next(3) == 0 ? 11 : random.Next(1, 3)))] : null,
        };
        return (screening, limits, new BandedCosts(screening, random));
    }
}
