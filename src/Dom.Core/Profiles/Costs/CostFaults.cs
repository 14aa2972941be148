using System.Collections.Immutable;
using static Dom.Core.Profiles.ShapeFaults;

namespace Dom.Core.Profiles.Costs;

/// <summary>Finds what is wrong with the shape of costs: amounts below 0, tiers that overlap, tables of the wrong size. Sourcing takes for granted that there is nothing.</summary>
public static class CostFaults
{
    /// <summary>The faults, by their place in the document.</summary>
    /// <param name="costs">The costs.</param>
    /// <param name="groups">The location groups of the network; none where unknown groups are no fault.</param>
    /// <returns>None of them where all is well. Paths begin with <c>costs</c>.</returns>
    public static ImmutableArray<Fault> Of(CostFactors costs, IReadOnlySet<string>? groups = null)
    {
        ArgumentNullException.ThrowIfNull(costs);
        var faults = new ShapeFaults(groups);
        faults.Within("costs.parcelMinorUnits", costs.ParcelMinorUnits, 0);
        faults.Within("costs.minorUnitsPer100Km", costs.MinorUnitsPer100Km, 0);
        faults.Within("costs.unitMinorUnits", costs.UnitMinorUnits, 0);
        faults.Within("costs.unassignedUnitMinorUnits", costs.UnassignedUnitMinorUnits, 0);
        faults.Within("costs.splitMinorUnits", costs.SplitMinorUnits, 0);
        faults.Within("costs.priorityStepMinorUnits", costs.PriorityStepMinorUnits, 0);
        faults.Within("costs.churnMinorUnits", costs.ChurnMinorUnits, 0);
        faults.Within("costs.lateness.lineDayMinorUnits", costs.Lateness.LineDayMinorUnits, 0);
        faults.Within("costs.lateness.mostDays", costs.Lateness.MostDays, 1);
        faults.Within("costs.refusal.lineMinorUnits", costs.Refusal.LineMinorUnits, 0);
        faults.Within("costs.refusal.priorPerMille", costs.Refusal.PriorPerMille, 0, 1000);
        faults.Within("costs.refusal.priorOffers", costs.Refusal.PriorOffers, 1);
        faults.Within("costs.carbon.parcelGrams", costs.Carbon.ParcelGrams, 0);
        faults.Within("costs.carbon.milligramsPerKgKm", costs.Carbon.MilligramsPerKgKm, 0);
        faults.Within("costs.carbon.tonneMinorUnits", costs.Carbon.TonneMinorUnits, 0);
        foreach (var (at, cost) in costs.Shipping.Index())
        {
            AddShipping(faults, Text($"costs.shipping[{at}]"), cost);
        }

        foreach (var (at, cost) in costs.Handling.Index())
        {
            AddHandling(faults, Text($"costs.handling[{at}]"), cost);
        }

        faults.Unique(
            at => at < costs.Shipping.Length ? Text($"costs.shipping[{at}].id") : Text($"costs.handling[{at - costs.Shipping.Length}].id"),
            costs.Shipping.Select(cost => cost.Id).Concat(costs.Handling.Select(cost => cost.Id)),
            "costs");
        return faults.Found;
    }

    private static void AddShipping(ShapeFaults faults, string path, ShippingCost cost)
    {
        faults.Known($"{path}.at", cost.At);
        faults.Days($"{path}.effective", cost.Effective);
        faults.Within($"{path}.parcelMinorUnits", cost.ParcelMinorUnits, 0);
        faults.Within($"{path}.minorUnitsPer100Km", cost.MinorUnitsPer100Km, 0);
        faults.Within($"{path}.dimensionalDivisor", cost.DimensionalDivisor ?? 1, 1);
        faults.Ascend(at => Text($"{path}.tiers[{at}].maxKm"), [.. cost.Tiers.Select(tier => tier.MaxKm)], "km");
        foreach (var (at, tier) in cost.Tiers.Index())
        {
            faults.Within(Text($"{path}.tiers[{at}].minorUnits"), tier.MinorUnits, 0);
            faults.Within(Text($"{path}.tiers[{at}].minorUnitsPer100Km"), tier.MinorUnitsPer100Km, 0);
        }

        if (cost.Rates is { } rates)
        {
            AddRates(faults, $"{path}.rates", rates);
        }

        faults.Unique(at => Text($"{path}.surcharges[{at}].name"), cost.Surcharges.Select(surcharge => surcharge.Name), "the surcharges of a shipping cost");
        foreach (var (at, surcharge) in cost.Surcharges.Index())
        {
            faults.Within(Text($"{path}.surcharges[{at}].minorUnits"), surcharge.MinorUnits, 0);
        }
    }

    private static void AddRates(ShapeFaults faults, string path, RateTable rates)
    {
        if (rates.ZoneKm.IsEmpty)
        {
            faults.Add($"{path}.zoneKm", "a list of 0", "at least one zone");
        }

        if (rates.BandGrams.IsEmpty)
        {
            faults.Add($"{path}.bandGrams", "a list of 0", "at least one band");
        }

        faults.Ascend(at => Text($"{path}.zoneKm[{at}]"), rates.ZoneKm, "km");
        faults.Ascend(at => Text($"{path}.bandGrams[{at}]"), [.. rates.BandGrams.Select(grams => (double?)grams)], "g");
        var (zones, bands, size) = (rates.ZoneKm.Length, rates.BandGrams.Length, (long)rates.ZoneKm.Length * rates.BandGrams.Length);
        if (rates.MinorUnits.Length != size)
        {
            faults.Add($"{path}.minorUnits", Text($"a list of {rates.MinorUnits.Length}"), Text($"a list of {size}: a cost for each of {zones} zones times {bands} bands, zone by zone"));
        }

        foreach (var (at, cost) in rates.MinorUnits.Index())
        {
            faults.Within(Text($"{path}.minorUnits[{at}]"), cost, 0);
        }
    }

    private static void AddHandling(ShapeFaults faults, string path, HandlingCost cost)
    {
        faults.Known($"{path}.at", cost.At);
        faults.Days($"{path}.effective", cost.Effective);
        faults.Within($"{path}.unitMinorUnits", cost.UnitMinorUnits, 0);
        faults.Within($"{path}.lineMinorUnits", cost.LineMinorUnits, 0);
        faults.Within($"{path}.locationMinorUnits", cost.LocationMinorUnits, 0);
        faults.Within($"{path}.orderMinorUnits", cost.OrderMinorUnits, 0);
        faults.Within($"{path}.secondsPerUnit", cost.SecondsPerUnit, 0);
        faults.Within($"{path}.hourMinorUnits", cost.HourMinorUnits, 0);
    }
}
