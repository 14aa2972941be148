using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>What is wanted by a day comes from locations that are known to have it there by then. Of several, the one with the least grace counts.</summary>
internal sealed class DeliveryDateRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "deliveryDate";

    /// <inheritdoc/>
    public override bool IsOf(Rule rule) => rule is DeliveryDate;

    /// <inheritdoc/>
    public override void Take(Demands demands, Rule rule, int rank, RuleConflicts conflicts)
    {
        var other = (DeliveryDate)rule;
        demands.Date = demands.Date is { } known && known.GraceDays <= other.GraceDays ? known : other;
    }

    /// <inheritdoc/>
    public override bool Concerns(LineScene scene, Demands[] demands) => scene.WantedBy is not null && Array.Exists(demands, demand => demand.Date is not null);

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) =>
        candidate.Demands.Date is { } rule
        && candidate.Scene.WantedBy is { } wanted
        && !candidate.Scene.Arrivals.Of(candidate.Scene.Index, candidate.Index).IsBy(wanted.AddDays(rule.GraceDays));

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate)
    {
        var (rule, wanted) = (candidate.Demands.Date!, candidate.Scene.WantedBy!.Value);
        var last = wanted.AddDays(rule.GraceDays);
        var asked = Invariant($"it is wanted by {wanted:yyyy-MM-dd}{(rule.GraceDays > 0 ? Invariant($", {rule.GraceDays} days later at most") : "")}.");
        return candidate.Scene.Arrivals.Of(candidate.Scene.Index, candidate.Index).Day is { } day
            ? Because(rule, Invariant($"From '{candidate.Location.LocationId}' it would arrive on {day:yyyy-MM-dd}; {asked}")) with
            {
                Limit = rule.GraceDays,
                Actual = day.DayNumber - wanted.DayNumber,
            }
            : Because(rule, Invariant($"From '{candidate.Location.LocationId}' it is not known to arrive by {last:yyyy-MM-dd}; {asked}"));
    }

    /// <inheritdoc/>
    public override Rule? Cause(in Candidate candidate) => candidate.Demands.Date;
}
