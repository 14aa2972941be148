using System.Collections.Immutable;
using Dom.Core.Profiles.Costs;
using static System.FormattableString;

namespace Dom.Core.Profiles.Lint;

/// <summary>Costs out of scale: one a thousand times another, or leaving goods unassigned cheaper than sending them.</summary>
internal static class CostLint
{
    /// <summary>How many times another a cost may be before it is thought to be in another unit.</summary>
    public const int MostTimes = 1000;

    /// <summary>How far a parcel goes in the sums of this class, in kilometres.</summary>
    public const int TypicalKm = 500;

    /// <summary>What is found.</summary>
    /// <param name="subject">The profile.</param>
    public static IEnumerable<LintFinding> Of(LintSubject subject)
    {
        var costs = subject.Profile.Costs;
        ImmutableArray<(string Path, long Amount)> terms = [.. Terms(costs).Where(term => term.Amount > 0)];
        if (terms.IsEmpty)
        {
            yield return LintSubject.Finding(LintSeverity.Hint, "noCosts", "costs", "Nothing costs anything: fewer locations decide, and then nearness.");
            yield break;
        }

        var (least, most) = (terms.MinBy(term => term.Amount), terms.MaxBy(term => term.Amount));
        if (most.Amount / least.Amount >= MostTimes)
        {
            yield return LintSubject.Finding(
                LintSeverity.Warning,
                "costsOutOfScale",
                most.Path,
                Invariant($"{most.Path} comes to {most.Amount} minor units, {most.Amount / least.Amount} times the {least.Amount} of {least.Path}: the one drowns the other. Maybe one of them is in another unit."));
        }

        if (Parcel(costs) is var parcel && costs.UnassignedUnitMinorUnits <= parcel)
        {
            yield return LintSubject.Finding(
                LintSeverity.Warning,
                "unassignedIsCheap",
                "costs.unassignedUnitMinorUnits",
                Invariant($"A unit left unassigned counts for {costs.UnassignedUnitMinorUnits} minor units, and sending one over {TypicalKm} km costs {parcel}: it would be left."));
        }
    }

    /// <summary>What one unit costs in a parcel of its own, over the typical distance, at the dearest shipping cost that there is.</summary>
    private static long Parcel(CostFactors costs) =>
        costs.ParcelMinorUnits + For(costs.MinorUnitsPer100Km) + costs.UnitMinorUnits
        + costs.Shipping.Select(Shipping).DefaultIfEmpty().Max()
        + costs.Handling.Sum(cost => cost.UnitMinorUnits + cost.LineMinorUnits + cost.LocationMinorUnits + Labour(cost));

    private static IEnumerable<(string Path, long Amount)> Terms(CostFactors costs) =>
    [
        ("costs.parcelMinorUnits", costs.ParcelMinorUnits),
        ("costs.minorUnitsPer100Km", For(costs.MinorUnitsPer100Km)),
        ("costs.unitMinorUnits", costs.UnitMinorUnits),
        .. costs.Shipping.Index().Select(cost => (Invariant($"costs.shipping[{cost.Index}]"), Shipping(cost.Item))),
        .. costs.Handling.Index().SelectMany(cost => Handling(Invariant($"costs.handling[{cost.Index}]"), cost.Item)),
        ("costs.splitMinorUnits", costs.SplitMinorUnits),
        ("costs.priorityStepMinorUnits", costs.PriorityStepMinorUnits),
        ("costs.lateness.lineDayMinorUnits", costs.Lateness.LineDayMinorUnits),
        ("costs.refusal.lineMinorUnits", costs.Refusal.LineMinorUnits),
    ];

    private static IEnumerable<(string Path, long Amount)> Handling(string path, HandlingCost cost) =>
    [
        (path + ".unitMinorUnits", cost.UnitMinorUnits),
        (path + ".lineMinorUnits", cost.LineMinorUnits),
        (path + ".locationMinorUnits", cost.LocationMinorUnits),
        (path + ".orderMinorUnits", cost.OrderMinorUnits),
        (path + ".hourMinorUnits", Labour(cost)),
    ];

    private static long Shipping(ShippingCost cost) =>
        cost.ParcelMinorUnits + For(cost.MinorUnitsPer100Km) + Tier(cost.Tiers) + (cost.Rates is { MinorUnits.IsEmpty: false } rates ? rates.MinorUnits.Order().ElementAt(rates.MinorUnits.Length / 2) : 0);

    private static long Tier(ImmutableArray<DistanceTier> tiers) => tiers.Where(tier => !(tier.MaxKm < TypicalKm)).Concat(tiers.Reverse()).Select(tier => tier.MinorUnits + For(tier.MinorUnitsPer100Km)).FirstOrDefault();

    private static long Labour(HandlingCost cost) => cost.SecondsPerUnit * cost.HourMinorUnits / 3600;

    private static long For(long minorUnitsPer100Km) => minorUnitsPer100Km * TypicalKm / 100;
}
