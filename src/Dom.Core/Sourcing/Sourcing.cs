using Dom.Core.Profiles.Rules;
using Dom.Core.Sourcing.Scarcity;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing;

/// <summary>Decides which locations fulfil an order.</summary>
public static class Sourcing
{
    /// <summary>
    /// Finds the cheapest plan that keeps every rule. Each line comes whole from one location or stays unassigned, unless the profile lets lines be
    /// split. Of plans that cost the same, the one with fewer locations is taken, then the one whose parcels go fewer metres, then the one whose
    /// location ids, line by line and unit by unit, come first in ordinal order, an unassigned unit last. Where the request brings scarcity prices, that
    /// plan says which units are assigned; of the plans that assign those, the one is taken that is cheapest with the prices charged, ties broken alike.
    /// </summary>
    /// <param name="request">The order and everything that its sourcing depends on.</param>
    /// <returns>
    /// The plan and its reasons. The same request gives the same decision, in whatever order its network and stock stand. The plan is proven
    /// cheapest for orders of ordinary size, and mostly beyond; the decision says so, and how far from the cheapest it could be.
    /// </returns>
    /// <exception cref="ArgumentException">A limit or cost is negative, a quantity below 1, or a line or location stands twice.</exception>
    /// <exception cref="OverflowException">The costs of the order are beyond 64 bits of minor units.</exception>
    public static SourcingDecision Source(SourcingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestCheck.ThrowIfInvalid(request);
        var screening = new Screening(request);
        var limits = LimitsOf(request);
        var charges = new Charges(screening);
        var scarcity = new ScarcityCharges(screening);
        var unpriced = PlanFinder.Find(screening, charges, limits);
        var plan = scarcity.IsNothing ? unpriced : PlanFinder.FindPriced(screening, new Charges(screening, scarcity), limits, unpriced);
        return DecisionCheck.Checked(request, DecisionWriter.Write(screening, charges, scarcity, limits, plan, unpriced));
    }

    /// <summary>How the order may be taken apart.</summary>
    /// <param name="request">The request.</param>
    internal static OrderLimits LimitsOf(SourcingRequest request)
    {
        var lines = request.Lines;
        var rules = request.Profile.Rules.Where(rule => rule.Holds(request.At)).ToArray();
        var partial = rules.OfType<PartialOrders>().ToArray();
        var perLine = rules.OfType<MaximumLocationsPerLine>().Select(rule => rule.Locations).DefaultIfEmpty(int.MaxValue).Min();
        return new OrderLimits
        {
            MaxLocations = partial.Select(rule => rule.MaximumLocations).Append(request.Profile.Limits.MaxLocations).Min(),
            MustAssignAll = request.Profile.Limits.ShipComplete || Array.Exists(partial, rule => !rule.Orders),
            MayBeSplit = [.. lines.Select(line => MayBeSplit(request, line))],
            MaxLocationsOfLine = [.. lines.Select(_ => perLine)],
            MinParcelValueMinorUnits = rules.OfType<MinimumParcelValue>().Select(rule => rule.MinorUnits).DefaultIfEmpty(0).Max(),
            Groups = GroupLines(request),
        };
    }

    /// <summary>Whether units of a line may come from several locations, or in part.</summary>
    /// <param name="request">The request.</param>
    /// <param name="line">The line.</param>
    internal static bool MayBeSplit(SourcingRequest request, DemandLine line)
    {
        var partial = request.Profile.Rules.OfType<PartialOrders>().Where(rule => rule.Holds(request.At)).ToArray();
        return partial.Length > 0 && Array.TrueForAll(partial, rule => rule.Orders && rule.Lines) && string.IsNullOrEmpty(line.KeepTogether);
    }

    private static int[][] GroupLines(SourcingRequest request)
    {
        var lines = request.Lines;
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

        return [.. groups];
    }
}
