using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Profiles.Lint;

/// <summary>Compares where, when and for what two rules hold.</summary>
internal static class RuleCover
{
    /// <summary>Whether one rule holds wherever, whenever and for whatever another does, and does not fall before it.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="today">From which day on.</param>
    public static bool Covers(LiveRule one, LiveRule other, DateOnly today) =>
        (one.Rule.At.IsEverywhere || (!other.Rule.At.IsEverywhere && other.Locations.Count > 0 && other.Locations.IsSubsetOf(one.Locations)))
        && CoversLines(one.Rule.For, other.Rule.For)
        && CoversDays(one.Rule.Effective, other.Rule.Effective, today)
        && (one.Rule.IsHard || (!other.Rule.IsHard && one.Rule.Importance >= other.Rule.Importance));

    /// <summary>Whether a choice of lines holds for all that another holds for. Only what is so whatever the products are counts.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    public static bool CoversLines(ProductScope one, ProductScope other) =>
        Covers(one.Modes, other.Modes)
        && ((one.Skus.IsEmpty && one.Categories.IsEmpty)
            || (!(other.Skus.IsEmpty && other.Categories.IsEmpty)
                && other.Skus.All(sku => one.Skus.Contains(sku))
                && other.Categories.All(category => one.Categories.Any(above => above.Covers(category)))));

    /// <summary>Whether both rules can hold for one line at one time.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    public static bool Meet(Rule one, Rule other) =>
        !(one.Effective.To < other.Effective.From) && !(other.Effective.To < one.Effective.From)
        && (one.For.Modes.IsEmpty || other.For.Modes.IsEmpty || one.For.Modes.Intersect(other.For.Modes).Any())
        && Life.ScopeOverlap.Of(
            new ProfileScope { Skus = one.For.Skus, Categories = one.For.Categories }, new ProfileScope { Skus = other.For.Skus, Categories = other.For.Categories }) is not null;

    /// <summary>Whether two choices of lines are one.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    public static bool AreEqual(ProductScope one, ProductScope other) =>
        one.Skus.ToHashSet().SetEquals(other.Skus) && one.Categories.ToHashSet().SetEquals(other.Categories) && one.Modes.ToHashSet().SetEquals(other.Modes);

    /// <summary>Whether days hold on every day, from one on, on which others do.</summary>
    /// <param name="one">The days.</param>
    /// <param name="other">The others.</param>
    /// <param name="today">From which day on.</param>
    public static bool CoversDays(Effective one, Effective other, DateOnly today)
    {
        var begins = one.From is not { } from || from <= today || from <= other.From;
        var ends = one.To is not { } to || to >= other.To;
        return begins && ends;
    }

    private static bool Covers(ImmutableArray<DeliveryMode> one, ImmutableArray<DeliveryMode> other) =>
        one.IsEmpty || (!other.IsEmpty && other.All(mode => one.Contains(mode)));
}
