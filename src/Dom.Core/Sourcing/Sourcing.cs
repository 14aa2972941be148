using System.Collections.Immutable;
using Dom.Core.Sourcing.Scarcity;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing;

/// <summary>Decides which locations fulfil an order.</summary>
public static class Sourcing
{
    /// <summary>
    /// Finds the cheapest plan that keeps every rule. Each line comes whole from one location or stays unassigned. Of plans that cost the same,
    /// the one with fewer locations is taken, then the one whose parcels go fewer metres, then the one whose location ids, line by line, come
    /// first in ordinal order. Where the request brings scarcity prices, that plan says which lines are assigned; of the plans that assign those, the
    /// one is taken that is cheapest with the prices charged, ties broken alike.
    /// </summary>
    /// <param name="request">The order and everything that its sourcing depends on.</param>
    /// <returns>
    /// The plan and its reasons. The same request gives the same decision, in whatever order its network and stock stand. The plan is proven
    /// cheapest for orders of up to 12 lines without contested stock (more, where lines could come from the same locations), and mostly beyond; the decision says so.
    /// </returns>
    /// <exception cref="ArgumentException">A limit or cost is negative, a quantity below 1, or a line or location stands twice.</exception>
    /// <exception cref="OverflowException">The costs of the order are beyond 64 bits of minor units.</exception>
    public static SourcingDecision Source(SourcingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestCheck.ThrowIfInvalid(request);
        var screening = new Screening(request);
        var charges = new Charges(screening);
        var scarcity = new ScarcityCharges(screening);
        var unpriced = PlanFinder.Find(screening, charges, GroupLines(request.Lines));
        var priced = charges.With(scarcity);
        var plan = scarcity.IsNothing ? unpriced : PlanFinder.FindPriced(screening, priced, unpriced);
        return DecisionCheck.Checked(request, DecisionWriter.Write(screening, priced, plan, unpriced));
    }

    /// <summary>The lines by what must stay together, each group ascending, by their first line.</summary>
    /// <param name="lines">The lines.</param>
    internal static List<int[]> GroupLines(ImmutableArray<DemandLine> lines)
    {
        var groups = new List<int[]>(lines.Length);
        for (var line = 0; line < lines.Length; line++)
        {
            var group = string.IsNullOrEmpty(lines[line].KeepTogether) ? -1 : groups.FindIndex(other => lines[other[0]].KeepTogether == lines[line].KeepTogether);
            if (group < 0)
            {
                groups.Add([line]);
            }
            else
            {
                groups[group] = [.. groups[group], line];
            }
        }

        return groups;
    }
}
