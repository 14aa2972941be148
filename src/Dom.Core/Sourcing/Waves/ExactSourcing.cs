using Dom.Core.Profiles;
using Dom.Core.Solving.Exact;

namespace Dom.Core.Sourcing.Waves;

/// <summary>Has an exact solver look for a cheaper plan where the search of one order left a gap that its profile does not accept.</summary>
public static class ExactSourcing
{
    private const double PerMille = 1000;

    /// <summary>The cheaper of a decision and of what the exact solver finds, with what is then proven of it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="decision">What was decided of it.</param>
    /// <param name="solver">The exact solver.</param>
    /// <param name="cancellationToken">Ends the solver's search early; what it found until then counts.</param>
    /// <returns>
    /// A decision that keeps every rule of the request and costs no more; its summary names the solver. The decision as it is where the profile wants no exact
    /// solver, there is none, its gap is small enough, or the request cannot be written as a problem.
    /// </returns>
    /// <exception cref="InvalidOperationException">The solver's plan breaks a rule: a fault in Dom.</exception>
    public static SourcingDecision Improve(SourcingRequest request, SourcingDecision decision, IExactSolver solver, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(solver);
        var policy = request.Profile.Solver;
        var settings = new ExactSolverSettings { Use = UseOf(policy.Exact), Tolerance = policy.GapPerMille / PerMille };
        var cost = decision.Cost.TotalMinorUnits;
        var gap = decision.Search.IsProvenCheapest || cost <= 0 ? 0 : (double)(cost - decision.Search.LowerBoundMinorUnits) / cost;

        // Whether it is wanted at all is known before anything is built.
        if (!ExactSolverChoice.Of(settings, gap, 0, solver.Unavailable).IsUsed || Write(request, decision) is not { } written)
        {
            return decision;
        }

        var (wave, isSame) = written;
        var start = wave.PlanOf(decision);
        return wave.Problem.LineCount > 0 && ExactSolverChoice.Of(settings, gap, ExactSolverChoice.Choices(wave.Problem), null).IsUsed
            ? solver.Solve(wave.Problem, start, Options(policy), cancellationToken).Match(
                found => Better(decision, wave, found, isSame),
                _ => decision,
                _ => decision)
            : decision;
    }

    private static ExactSolverUse UseOf(ExactUse use) => use switch
    {
        ExactUse.Never => ExactSolverUse.Never,
        ExactUse.Always => ExactSolverUse.Always,
        _ => ExactSolverUse.AboveTolerance,
    };

    // The solver's own measure of work ends it mostly, so that the same request gives the same plan on any machine; the clock is the last resort.
    private static ExactSolverOptions Options(SolverPolicy policy) => new()
    {
        TimeLimit = policy.ExactTime,
        WorkLimit = policy.ExactTime.TotalSeconds / 2,
        Gap = policy.GapPerMille / PerMille,
    };

    // Where the whole request cannot be written, what was assigned may still be assigned from elsewhere.
    private static (WaveProblem Wave, bool IsSame)? Write(SourcingRequest request, SourcingDecision decision) => WaveProblem.Of([request]).Match<(WaveProblem, bool)?>(
        whole => (whole.Wave, false),
        _ => WaveProblem.Of(request, decision).Match<(WaveProblem, bool)?>(same => (same.Wave, true), _ => null));

    private static SourcingDecision Better(SourcingDecision decision, WaveProblem wave, ExactOutcome.Found found, bool isSame)
    {
        // A bound of assigning the same is one of the request only where scarcity prices choose: they choose among just those plans.
        var isBound = !isSame || decision.Scarcity is not null;
        var known = decision.Search.LowerBoundMinorUnits;
        var bound = isBound ? Math.Max(known, checked(found.LowerBound + wave.ConstantMinorUnits)) : known;
        var plan = wave.Decide(found.Plan, SearchSummary.ExactSolver, bound)[0];
        var isCheaper = plan.Cost.TotalMinorUnits < decision.Cost.TotalMinorUnits && !(isSame && Left(plan) > Left(decision));
        if (!isCheaper && bound == known)
        {
            return decision;
        }

        var best = isCheaper ? plan : decision;
        var total = best.Cost.TotalMinorUnits;
        return best with
        {
            Search = best.Search with
            {
                Method = SearchSummary.ExactSolver,
                States = decision.Search.States,
                LowerBoundMinorUnits = Math.Min(bound, total),

                // With scarcity prices it is the cheapest of those that assign the same: whether others should is for the search to say.
                IsProvenCheapest = bound >= total && decision.Scarcity is null,
            },
        };
    }

    private static long Left(SourcingDecision decision) => decision.Unassigned.Sum(left => (long)left.Quantity);
}
