using System.Collections.Immutable;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Sourcing.Rules;

/// <summary>One condition that a location must meet to fulfil a line.</summary>
/// <param name="kind">Names its kind in decisions.</param>
internal abstract class SourcingRule(string kind)
{
    /// <summary>
    /// Every rule, in the order in which they are asked: who and what first, stock last. The first that excludes is the one that a decision
    /// names.
    /// </summary>
    public static ImmutableArray<SourcingRule> All { get; } =
    [
        new ExcludeLineRule(),
        new InactiveLocationRule(),
        new OfflineLocationRule(),
        new ModeRule(),
        new LocationGroupRule(),
        new PickupLocationRule(),
        new DestinationRule(),
        new RefusedBeforeRule(),
        new PlannedElsewhereRule(),
        new MaximumRejectsRule(),
        new LocationPriorityRule(),
        new MaximumDistanceRule(),
        new LocalRadiusRule(),
        new DeliveryDateRule(),
        new ClosingRule(),
        new CapacityRule(),
        new DailyLimitRule(),
        new StockRule(),
        new MinimumInventoryRule(),
        new InventoryThresholdRule(),
    ];

    /// <summary>Names its kind in decisions: for a rule of profiles the word by which profiles know it.</summary>
    public string Kind { get; } = kind;

    /// <summary>Whether what excludes is that a location has too little of the SKU.</summary>
    public virtual bool IsOfStock => false;

    /// <summary>Whether it asks locations for a rule of a profile.</summary>
    /// <param name="rule">The rule.</param>
    public virtual bool IsOf(Rule rule) => false;

    /// <summary>Takes a rule of a profile in among those that hold at a location for a line.</summary>
    /// <param name="demands">Those so far.</param>
    /// <param name="rule">The rule; one that <see cref="IsOf"/> says yes to.</param>
    /// <param name="rank">How particular it is.</param>
    /// <param name="conflicts">What the profile says of several rules of a kind.</param>
    public virtual void Take(Demands demands, Rule rule, int rank, RuleConflicts conflicts)
    {
    }

    /// <summary>Whether the rule could exclude any location for a line: asking one by one is spared where not.</summary>
    /// <param name="scene">The line.</param>
    /// <param name="demands">What is demanded of any location.</param>
    public virtual bool Concerns(LineScene scene, Demands[] demands) => true;

    /// <summary>Whether the rule keeps the location from fulfilling the line.</summary>
    /// <param name="candidate">The location and the line.</param>
    public abstract bool Excludes(in Candidate candidate);

    /// <summary>Why, with the numbers; only asked where <see cref="Excludes"/> says yes.</summary>
    /// <param name="candidate">The location and the line.</param>
    public abstract Exclusion Justify(in Candidate candidate);

    /// <summary>The rule of the profile that excludes; none where every profile demands it. Only asked where <see cref="Excludes"/> says yes.</summary>
    /// <param name="candidate">The location and the line.</param>
    public virtual Rule? Cause(in Candidate candidate) => null;

    /// <summary>Why a rule of the profile excludes.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="sentence">Why, for people.</param>
    protected Exclusion Because(Rule rule, string sentence) => new(rule.Id, sentence) { Kind = Kind };
}
