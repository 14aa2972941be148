using Dom.Core.Sourcing.Scarcity;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing;

/// <summary>
/// Sources an order in passes. First every rule holds. Then, for what is left, soft rules fall by their importance, the least important first and those of one
/// importance together, until all is assigned or no soft rule is left. What was assigned in an earlier pass stays where it is.
/// </summary>
/// <remarks>
/// A rule of a whole order falls for the whole order. Where nothing was assigned while it held, the order is decided anew without it; where some lines were,
/// they stay, and the others are placed beside them. A group that was kept together and was left whole falls apart with the rule that kept it.
/// </remarks>
internal static class SourcingPasses
{
    /// <summary>Sources an order.</summary>
    /// <param name="screening">The request, screened with every rule in force.</param>
    /// <param name="charges">What is charged.</param>
    /// <param name="scarcity">What scarcity prices charge.</param>
    /// <returns>The plan and how its lines were screened, and the plan as it would be without scarcity prices.</returns>
    public static (Screening Screening, FoundPlan Plan, FoundPlan Unpriced) Source(Screening screening, Charges charges, ScarcityCharges scarcity)
    {
        var first = PlanFinder.Find(screening, charges, screening.Limits);
        var (last, unpriced) = Continue(screening, charges, null, first);
        if (scarcity.IsNothing)
        {
            return (last, unpriced, unpriced);
        }

        var charged = charges.With(scarcity);
        var priced = Continue(screening, charges, charged, PlanFinder.FindPriced(screening, charged, screening.Limits, first));

        // Prices may lead a later pass to other stock than it needs: what they are to leave out of it is lines of this order.
        return Left(screening, priced.Plan) <= Left(screening, unpriced) ? (priced.Screening, priced.Plan, unpriced) : (last, unpriced, unpriced);
    }

    private static (Screening Screening, FoundPlan Plan) Continue(Screening screening, Charges charges, Charges? charged, FoundPlan plan)
    {
        foreach (var level in screening.Book.Levels)
        {
            if (Left(screening, plan) == 0)
            {
                break;
            }

            var relaxed = screening.Relaxed(level, plan.Parts);
            if (!relaxed.IsLooserThan(screening))
            {
                continue;
            }

            var next = PlanFinder.Find(relaxed, charges, relaxed.Limits);
            next = charged is null ? next : PlanFinder.FindPriced(relaxed, charged, relaxed.Limits, next);
            if (Stays(relaxed, plan, next))
            {
                (screening, plan) = (relaxed, next with { States = plan.States + next.States, IsProvenBest = plan.IsProvenBest && next.IsProvenBest });
            }
            else
            {
                plan = plan with { States = plan.States + next.States, IsProvenBest = plan.IsProvenBest && next.IsProvenBest };
            }
        }

        return (screening, plan);
    }

    private static long Left(Screening screening, FoundPlan plan) => screening.Request.Lines.Sum(line => (long)line.Quantity) - plan.Parts.Sum(part => (long)part.Units);

    // A line that is routed only now may have to come with what is placed already, and cannot; and a search that gives up early may have found no plan that
    // keeps what is placed. Then nothing more is placed.
    private static bool Stays(Screening relaxed, FoundPlan before, FoundPlan after) =>
        Array.TrueForAll(before.Parts, part => after.UnitsAt(part.Line, part.Location) >= part.Units)
        && Array.TrueForAll(relaxed.Limits.Groups, group => group.Length == 1 || group.Select(line => after.AssignedUnits(line) > 0).Distinct().Count() == 1);
}
