using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;

namespace Dom.Core.Sourcing;

/// <summary>
/// What came of sourcing an order profile by profile: first each line by the profile whose scope covers it; then what a profile found nothing for by its
/// alternate, and so on, no profile twice for a line.
/// </summary>
/// <param name="Parts">The decisions, those of alternates after those that sent lines on to them.</param>
/// <param name="Unassigned">What stays unassigned, as the last profile that was asked says it.</param>
/// <param name="Uncovered">The lines that no profile decides.</param>
public sealed record ProfileRounds(ImmutableArray<SourcingDecision> Parts, ImmutableArray<UnassignedLine> Unassigned, ImmutableArray<DemandLine> Uncovered)
{
    /// <summary>Sources lines.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="products">What is known of their SKUs.</param>
    /// <param name="profiles">Which version decides which.</param>
    /// <param name="source">Sources some of the lines by one version; what it assigns is no more there for the next.</param>
    public static ProfileRounds Source(
        IEnumerable<DemandLine> lines,
        IReadOnlyDictionary<Sku, Product> products,
        OrderProfiles profiles,
        Func<Profile, ImmutableArray<DemandLine>, SourcingDecision> source)
    {
        ArgumentNullException.ThrowIfNull(products);
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentNullException.ThrowIfNull(source);
        var asked = lines.Select(line => (Line: line, Profile: profiles.Of(line.Sku, products.GetValueOrDefault(line.Sku), line.Mode))).ToList();
        var parts = ImmutableArray.CreateBuilder<SourcingDecision>();
        var unassigned = ImmutableArray.CreateBuilder<UnassignedLine>();
        var tried = new HashSet<(LineId, ProfileId)>();
        for (var round = asked; round.Exists(line => line.Profile is not null);)
        {
            var next = new List<(DemandLine Line, Profile? Profile)>();
            foreach (var group in round.Where(line => line.Profile is not null).GroupBy(line => line.Profile!, line => line.Line))
            {
                ImmutableArray<DemandLine> own = [.. group];
                tried.UnionWith(own.Select(line => (line.LineId, group.Key.ProfileId)));
                var part = source(group.Key, own);
                parts.Add(part);

                var alternate = profiles.AlternateOf(group.Key);
                var sentOn = alternate is null ? [] : SentOn(part, own).Where(line => !tried.Contains((line.LineId, alternate.ProfileId))).ToList();
                next.AddRange(sentOn.Select(line => (line, alternate)));
                unassigned.AddRange(part.Unassigned.Where(line => !sentOn.Exists(other => other.LineId == line.LineId)));
            }

            round = next;
        }

        return new ProfileRounds(parts.ToImmutable(), unassigned.ToImmutable(), [.. asked.Where(line => line.Profile is null).Select(line => line.Line)]);
    }

    /// <summary>The lines that a profile found nothing for, with those that are kept together with them.</summary>
    private static IEnumerable<DemandLine> SentOn(SourcingDecision part, ImmutableArray<DemandLine> lines)
    {
        var assigned = part.Assignments.Select(assignment => assignment.LineId).ToHashSet();
        var reasons = part.Unassigned.ToDictionary(line => line.LineId, line => line.Reason);
        var nothing = lines
            .Where(line => !assigned.Contains(line.LineId) && reasons.GetValueOrDefault(line.LineId) is UnassignedReason.NoStock or UnassignedReason.NoEligibleLocation)
            .ToHashSet();
        var marks = nothing.Select(line => line.KeepTogether).Where(mark => !string.IsNullOrEmpty(mark)).ToHashSet();
        return lines.Where(line => nothing.Contains(line) || (marks.Contains(line.KeepTogether) && !assigned.Contains(line.LineId)));
    }
}
