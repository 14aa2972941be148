using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Sourcing.Rules;

/// <summary>A location takes no more orders, lines and units on its day than the profile allows. Each of the three is limited by itself.</summary>
internal sealed class DailyLimitRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "dailyLimit";

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is DailyLimit;

    /// <inheritdoc/>
    public override void Take(Demands demands, Rule rule, int rank, RuleConflicts conflicts) => Take(demands, (DailyLimit)rule, conflicts);

    /// <summary>Takes a limit in among those that hold at a location.</summary>
    /// <param name="demands">Those so far.</param>
    /// <param name="rule">The limit.</param>
    /// <param name="conflicts">Which of several counts.</param>
    public static void Take(Demands demands, DailyLimit rule, RuleConflicts conflicts)
    {
        demands.Orders = Counting(demands.Orders, rule, limit => limit.Orders, conflicts);
        demands.Lines = Counting(demands.Lines, rule, limit => limit.Lines, conflicts);
        demands.Units = Counting(demands.Units, rule, limit => limit.Units, conflicts);
    }

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) =>
        Array.Exists(demands, demand => (demand.Orders ?? demand.Lines ?? demand.Units) is not null);

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) => Cause(candidate) is not null;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) => DayRoom.Justify(candidate, DayLimit.Of(candidate.Demands)) with { Rule = Cause(candidate)!.Id, Kind = Kind };

    /// <inheritdoc/>
    public override Rule? Cause(in Candidate candidate)
    {
        var demands = candidate.Demands;
        return DayLimit.Of(demands).Exceeded(candidate.Load, candidate.More) switch
        {
            DayMeasure.Orders => demands.Orders,
            DayMeasure.Lines => demands.Lines,
            DayMeasure.Units => demands.Units,
            _ => null,
        };
    }

    private static DailyLimit? Counting(DailyLimit? known, DailyLimit other, Func<DailyLimit, int?> measure, RuleConflicts conflicts)
    {
        if (known is null || measure(other) is null)
        {
            return measure(other) is null ? known : other;
        }

        return (conflicts.HighestDailyLimitCounts ? measure(other) > measure(known) : measure(other) < measure(known)) ? other : known;
    }
}
