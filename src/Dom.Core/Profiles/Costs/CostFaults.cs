using System.Collections.Immutable;
using static Dom.Core.Profiles.ShapeFaults;

namespace Dom.Core.Profiles.Costs;

/// <summary>Finds what is wrong with the shape of costs: tiers that overlap, tables of the wrong size, names that stand twice. Sourcing takes for granted that there is nothing.</summary>
internal static class CostFaults
{
    /// <summary>The faults, by their place in the document.</summary>
    /// <param name="costs">The costs; each of their values is allowed by itself.</param>
    /// <returns>None of them where all is well. Paths begin with <c>costs</c>.</returns>
    public static ImmutableArray<Fault> Of(CostFactors costs)
    {
        var faults = new ShapeFaults();
        foreach (var (at, cost) in costs.Shipping.Index())
        {
            AddShipping(faults, Text($"costs.shipping[{at}]"), cost);
        }

        var names = costs.Shipping.Select(cost => cost.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (at, cost) in costs.Handling.Index())
        {
            faults.Days(Text($"costs.handling[{at}].effective"), cost.Effective);
            if (names.Contains(cost.Id))
            {
                faults.Add(Text($"costs.handling[{at}].id"), cost.Id, "a name that no shipping cost has: decisions name both alike");
            }
        }

        return faults.Found;
    }

    private static void AddShipping(ShapeFaults faults, string path, ShippingCost cost)
    {
        faults.Days($"{path}.effective", cost.Effective);
        faults.Ascend(at => Text($"{path}.tiers[{at}].maxKm"), [.. cost.Tiers.Select(tier => tier.MaxKm)], "km");
        if (cost.Rates is { } rates)
        {
            AddRates(faults, $"{path}.rates", rates);
        }
    }

    private static void AddRates(ShapeFaults faults, string path, RateTable rates)
    {
        faults.Ascend(at => Text($"{path}.zoneKm[{at}]"), rates.ZoneKm, "km");
        faults.Ascend(at => Text($"{path}.bandGrams[{at}]"), [.. rates.BandGrams.Select(grams => (double?)grams)], "g");

        var (zones, bands, size) = (rates.ZoneKm.Length, rates.BandGrams.Length, (long)rates.ZoneKm.Length * rates.BandGrams.Length);
        if (rates.MinorUnits.Length != size)
        {
            faults.Add($"{path}.minorUnits", Text($"a list of {rates.MinorUnits.Length}"), Text($"a list of {size}: a cost for each of {zones} zones times {bands} bands, zone by zone"));
        }
    }
}
