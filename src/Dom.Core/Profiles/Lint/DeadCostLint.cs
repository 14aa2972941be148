using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Delivery;
using static System.FormattableString;

namespace Dom.Core.Profiles.Lint;

/// <summary>Costs that nobody is ever charged: no day, location, product or mode is theirs, they come to nothing, or another counts instead.</summary>
internal static class DeadCostLint
{
    private const string Dead = "deadCost";

    /// <summary>What is found.</summary>
    /// <param name="subject">The profile.</param>
    public static IEnumerable<LintFinding> Of(LintSubject subject) =>
    [
        .. subject.Profile.Costs.Shipping.Index().SelectMany(cost => OfShipping(subject, cost.Item, cost.Index)),
        .. subject.Profile.Costs.Handling.Index().SelectMany(cost => OfHandling(subject, cost.Item, Invariant($"costs.handling[{cost.Index}]"))),
    ];

    private static IEnumerable<LintFinding> OfShipping(LintSubject subject, ShippingCost cost, int index)
    {
        var (path, words) = (Invariant($"costs.shipping[{index}]"), $"Shipping cost '{cost.Id}'");
        var scope = new DeadScope(subject, Dead, words, path);
        foreach (var finding in scope.Days(cost.Effective).Concat(scope.Places(cost.At)).Concat(scope.Modes(cost.Modes, ".modes")))
        {
            yield return finding;
        }

        if (!cost.Modes.IsEmpty && cost.Modes.All(mode => subject.Profile.Delivery.Of(mode).Kind == DeliveryKind.Pickup))
        {
            yield return Warning(path + ".modes", $"{words} is for {string.Join(", ", cost.Modes)}, by which customers collect: that makes no parcel.");
        }

        ImmutableArray<Location> theirs = [.. subject.Surroundings.Network.Where(location => cost.At.Match(location) is not null)];
        if (subject.Profile.Costs.Shipping.Index().FirstOrDefault(other => other.Index != index && CountsInstead(subject, other.Item, cost, theirs, other.Index < index)).Item is { } by)
        {
            yield return Warning(path, $"{words} is never charged: '{by.Id}' counts instead wherever and whenever it holds.");
        }

        if (cost is { ParcelMinorUnits: 0, MinorUnitsPer100Km: 0, Tiers.IsEmpty: true, Rates: null, Surcharges.IsEmpty: true })
        {
            // Free parcels of some locations are said so.
            yield return LintSubject.Finding(LintSeverity.Hint, "chargesNothing", path, $"{words} charges nothing for the parcels that it holds for.");
        }

        foreach (var (at, surcharge) in cost.Surcharges.Index())
        {
            var own = new DeadScope(subject, Dead, $"Surcharge '{surcharge.Name}' of shipping cost '{cost.Id}'", Invariant($"{path}.surcharges[{at}]"));
            foreach (var finding in own.Modes(surcharge.For.Modes, ".for.modes").Concat(own.Products(surcharge.For)))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<LintFinding> OfHandling(LintSubject subject, HandlingCost cost, string path)
    {
        var words = $"Handling cost '{cost.Id}'";
        var scope = new DeadScope(subject, Dead, words, path);
        foreach (var finding in scope.Days(cost.Effective).Concat(scope.Places(cost.At)).Concat(scope.Modes(cost.For.Modes, ".for.modes")).Concat(scope.Products(cost.For)))
        {
            yield return finding;
        }

        if (cost.SecondsPerUnit > 0 && cost.HourMinorUnits == 0)
        {
            yield return Warning(path + ".secondsPerUnit", Invariant($"{words} takes {cost.SecondsPerUnit} seconds a unit, and an hour costs nothing (hourMinorUnits): its labour is not charged."));
        }
        else if (cost.HourMinorUnits > 0 && cost.SecondsPerUnit == 0)
        {
            yield return Warning(path + ".hourMinorUnits", Invariant($"{words} charges {cost.HourMinorUnits} minor units an hour, and a unit takes no time (secondsPerUnit): its labour is not charged."));
        }
        else if (cost is { UnitMinorUnits: 0, LineMinorUnits: 0, LocationMinorUnits: 0, OrderMinorUnits: 0, SecondsPerUnit: 0 })
        {
            yield return Warning(path, $"{words} charges nothing.");
        }
    }

    /// <summary>Whether one shipping cost counts at every location, for every mode and on every day of another: there it is more particular, or as particular and first.</summary>
    private static bool CountsInstead(LintSubject subject, ShippingCost one, ShippingCost other, ImmutableArray<Location> theirs, bool isFirst)
    {
        return (one.Modes.IsEmpty || (!other.Modes.IsEmpty && other.Modes.All(one.Modes.Contains)))
            && RuleCover.CoversDays(one.Effective, other.Effective, subject.Surroundings.Today)
            && (one.At.IsEverywhere && other.At.IsEverywhere ? isFirst : !theirs.IsEmpty && theirs.All(Counts));

        bool Counts(Location location) => one.At.Match(location) is { } particular && particular - other.At.Match(location) is { } more && (more > 0 || (more == 0 && isFirst));
    }

    private static LintFinding Warning(string path, string sentence) => LintSubject.Finding(LintSeverity.Warning, Dead, path, sentence);
}
