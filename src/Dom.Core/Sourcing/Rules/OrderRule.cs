using System.Collections.Immutable;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Sourcing.Rules;

/// <summary>A rule of a whole order: it asks no single location, but how the plan takes the order apart.</summary>
/// <param name="kind">The word by which profiles know it.</param>
internal abstract class OrderRule(string kind)
{
    /// <summary>Every one.</summary>
    public static ImmutableArray<OrderRule> All { get; } =
    [
        new PartialOrdersRule(),
        new UnsplittableRule(),
        new MinimumParcelValueRule(),
        new MaximumLocationsPerLineRule(),
        new KeepTogetherRule(),
    ];

    /// <summary>The word by which profiles know it.</summary>
    public string Kind { get; } = kind;

    /// <summary>Whether it applies a rule of a profile.</summary>
    /// <param name="rule">The rule.</param>
    public abstract bool IsOf(Rule rule);

    /// <summary>Narrows what is left of how the order may be taken apart.</summary>
    /// <param name="limits">What is left so far.</param>
    /// <param name="rule">The rule; one that <see cref="IsOf"/> says yes to.</param>
    /// <param name="lines">Indexes of the lines that it holds for, at least one.</param>
    public abstract void Limit(OrderLimitsBuilder limits, Rule rule, int[] lines);

    /// <summary>What a plan has against a rule, for people.</summary>
    /// <param name="plan">The plan, or a part of it.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="lines">Indexes of the lines that it holds for, at least one.</param>
    /// <returns>None where the plan keeps to it.</returns>
    public abstract string? Breach(PlacedOrder plan, Rule rule, int[] lines);
}
