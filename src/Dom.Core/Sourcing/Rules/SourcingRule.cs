using System.Collections.Immutable;

namespace Dom.Core.Sourcing.Rules;

/// <summary>One condition that a location must meet to fulfil a line.</summary>
/// <param name="id">Names the rule in decisions.</param>
internal abstract class SourcingRule(string id)
{
    /// <summary>
    /// Every rule, in the order in which they are asked: who and what first, stock last. The first that excludes is the one that a decision
    /// names.
    /// </summary>
    public static ImmutableArray<SourcingRule> All { get; } =
    [
        new InactiveLocationRule(),
        new ModeRule(),
        new PickupLocationRule(),
        new DestinationRule(),
        new RefusedBeforeRule(),
        new MaximumDistanceRule(),
        new CapacityRule(),
        new StockRule(),
    ];

    /// <summary>Names the rule in decisions.</summary>
    public string Id { get; } = id;

    /// <summary>Whether the rule keeps the location from fulfilling the line.</summary>
    /// <param name="candidate">The location and the line.</param>
    public abstract bool Excludes(in Candidate candidate);

    /// <summary>Why, with the numbers; only asked where <see cref="Excludes"/> says yes.</summary>
    /// <param name="candidate">The location and the line.</param>
    public abstract Exclusion Justify(in Candidate candidate);
}
