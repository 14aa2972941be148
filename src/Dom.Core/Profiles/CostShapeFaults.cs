using System.Collections.Immutable;
using Dom.Core.Profiles.Costs;
using static System.FormattableString;

namespace Dom.Core.Profiles;

/// <summary>What is wrong with the shape of costs: tiers that do not ascend, tables with holes, names that stand twice.</summary>
internal static class CostShapeFaults
{
    /// <summary>Everything that is wrong.</summary>
    /// <param name="costs">The costs.</param>
    public static IEnumerable<Fault> Of(CostFactors costs)
    {
        var shipping = costs.Shipping.Select(cost => cost.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. costs.Shipping.SelectMany((cost, index) => OfShipping(cost, Invariant($"costs.shipping[{index}]"))),
            .. costs.Handling.SelectMany((cost, index) => ProfileFaults.Days(Invariant($"costs.handling[{index}].effective"), cost.Effective)),
            .. costs.Handling.Index().Where(cost => shipping.Contains(cost.Item.Id))
                .Select(cost => new Fault(Invariant($"costs.handling[{cost.Index}].id"), cost.Item.Id, "a name that no shipping cost has")),
        ];
    }

    /// <summary>What is wrong with limits that are to ascend, the last of which may be open.</summary>
    /// <param name="path">Where the list stands.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="field">What follows the index in a path.</param>
    public static IEnumerable<Fault> Ascending(string path, ImmutableArray<double?> limits, string field)
    {
        for (var index = 0; index < limits.Length; index++)
        {
            if (limits[index] is null && index < limits.Length - 1)
            {
                yield return new Fault(Invariant($"{path}[{index}]{field}"), "no limit", "a limit: only the last one may be open");
            }
            else if (index > 0 && limits[index] <= limits[index - 1])
            {
                yield return new Fault(Invariant($"{path}[{index}]{field}"), Invariant($"{limits[index]}"), Invariant($"more than {limits[index - 1]}, the limit before"));
            }
        }
    }

    private static ImmutableArray<Fault> OfShipping(ShippingCost cost, string path)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        faults.AddRange(ProfileFaults.Days(path + ".effective", cost.Effective));
        faults.AddRange(Ascending(path + ".tiers", [.. cost.Tiers.Select(tier => tier.MaxKm)], ".maxKm"));
        if (cost.Rates is { } rates)
        {
            faults.AddRange(Ascending(path + ".rates.zoneKm", rates.ZoneKm, ""));
            faults.AddRange(Ascending(path + ".rates.bandGrams", [.. rates.BandGrams.Select(grams => (double?)grams)], ""));
            if (rates.MinorUnits.Length != rates.ZoneKm.Length * rates.BandGrams.Length)
            {
                faults.Add(new Fault(
                    path + ".rates.minorUnits",
                    Invariant($"a list of {rates.MinorUnits.Length}"),
                    Invariant($"{rates.ZoneKm.Length * rates.BandGrams.Length} costs: one for each of {rates.ZoneKm.Length} zones and {rates.BandGrams.Length} bands")));
            }
        }

        return faults.ToImmutable();
    }
}
