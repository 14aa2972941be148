using Dom.Core.Network;

namespace Dom.Core.Sourcing.Rules;

/// <summary>A location takes no more orders, lines and units on a day than it is set to itself.</summary>
internal sealed class CapacityRule() : SourcingRule(RuleKind)
{
    /// <summary>The rule's kind.</summary>
    public const string RuleKind = "capacity";

    /// <inheritdoc/>
    public override bool Excludes(in Candidate candidate) => DayRoom.Lacking(candidate, LimitOf(candidate.Location)) != DayMeasure.None;

    /// <inheritdoc/>
    public override Exclusion Justify(in Candidate candidate) => DayRoom.Justify(candidate, LimitOf(candidate.Location)) with { Rule = Kind, Kind = Kind };

    /// <summary>What a location takes in a day in all.</summary>
    /// <param name="location">The location.</param>
    public static (int? Orders, int? Lines, int? Units) LimitOf(Location location) => (location.OrdersPerDay, location.LinesPerDay, location.UnitsPerDay);
}
