using Dom.Core.Sourcing.Scarcity;

namespace Dom.Core.Sourcing;

/// <summary>Decides which locations fulfil an order.</summary>
public static class Sourcing
{
    /// <summary>
    /// Finds the cheapest plan that keeps every rule; for what is left, soft rules fall, the least important first, and what was assigned before stays. Each
    /// line comes whole from one location or stays unassigned, unless the profile lets lines be split. Of plans that cost the same, the one with fewer
    /// locations is taken, then the one whose parcels go fewer metres, then the one whose location ids, line by line and unit by unit, come first in
    /// ordinal order, an unassigned unit last. Where the request brings scarcity prices, that plan says which units are assigned; of the plans that assign
    /// those, the one is taken that is cheapest with the prices charged, ties broken alike.
    /// </summary>
    /// <param name="request">The order and everything that its sourcing depends on.</param>
    /// <returns>
    /// The plan and its reasons. The same request gives the same decision, in whatever order its network and stock stand. The plan is proven
    /// cheapest for orders of ordinary size, and mostly beyond; the decision says so, and how far from the cheapest it could be.
    /// </returns>
    /// <exception cref="ArgumentException">A rule or cost is out of its range, a quantity below 1, or a line or location stands twice.</exception>
    /// <exception cref="OverflowException">The costs of the order are beyond 64 bits of minor units.</exception>
    public static SourcingDecision Source(SourcingRequest request) => Source(request, isWholeOrder: true);

    /// <summary>The same for lines each by itself: rules of the whole order are left out.</summary>
    /// <param name="request">The order and everything that its sourcing depends on.</param>
    /// <exception cref="ArgumentException">A rule or cost is out of its range, a quantity below 1, or a line or location stands twice.</exception>
    /// <exception cref="OverflowException">The costs of the order are beyond 64 bits of minor units.</exception>
    internal static SourcingDecision SourceLines(SourcingRequest request) => Source(request, isWholeOrder: false);

    /// <summary>The decision where it costs less than something; none where it does not, and then it is not written: that takes longer than finding it.</summary>
    /// <param name="request">The order and everything that its sourcing depends on.</param>
    /// <param name="minorUnits">What it is to cost less than.</param>
    internal static SourcingDecision? SourceBelow(SourcingRequest request, long minorUnits) =>
        Plan(request) is var sourced && sourced.CostMinorUnits() < minorUnits ? Write(request, sourced, isWholeOrder: true) : null;

    private static SourcingDecision Source(SourcingRequest request, bool isWholeOrder) => Write(request, Plan(request, isWholeOrder), isWholeOrder);

    private static SourcingDecision Write(SourcingRequest request, SourcedPlan sourced, bool isWholeOrder) => DecisionCheck.Checked(
        request, DecisionWriter.Write(sourced.Screening, sourced.Charges, sourced.Plan, sourced.Unpriced), isWholeOrder, sourced.Screening.Arrivals);

    /// <summary>The plan alone, without its record and unchecked: for trying.</summary>
    /// <param name="request">The order and everything that its sourcing depends on.</param>
    /// <param name="isWholeOrder">Whether rules of the whole order hold too.</param>
    internal static SourcedPlan Plan(SourcingRequest request, bool isWholeOrder = true)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestCheck.ThrowIfInvalid(request);

        var first = new Screening(request, isWholeOrder: isWholeOrder);
        var charges = new Charges(first, priorityOfLocation: first.Limits.PriorityOfLocation);
        var scarcity = new ScarcityCharges(first);
        var (screening, plan, unpriced) = SourcingPasses.Source(first, charges, scarcity);
        return new SourcedPlan(first, screening, charges.With(scarcity), plan, unpriced);
    }
}
