using System.Globalization;
using Dom.Core.Solving;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Exact;
using Dom.Core.Solving.Models;
using Google.OrTools.Sat;

namespace Dom.Functions.Sourcing.OrTools;

/// <summary>
/// Google OR-Tools' CP-SAT as exact solver. With the same problem, start and options it takes the same steps on any machine, unless the clock ends it:
/// one thread, or several that take turns in a fixed order. Solve works in native code for up to its time limit, so it belongs into an activity.
/// </summary>
internal sealed class CpSatSolver : IExactSolver
{
    // CP-SAT's bound is a whole number that went through a double.
    private const double BoundTolerance = 1e-6;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public ExactOutcome Solve(SourcingProblem problem, AssignmentPlan start, ExactSolverOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var model = new CpSatModel(SourcingModel.Of(problem));
        model.Hint(start);
        if (model.Model.Validate() is { Length: > 0 } fault)
        {
            return new ExactOutcome.Cannot($"CP-SAT does not take the problem: {fault}");
        }

        // CP-SAT knows no token, and forgets a stop that comes before its search has begun: then only the time limit ends it.
        if (cancellationToken.IsCancellationRequested)
        {
            return new ExactOutcome.Unsolved();
        }

        var solver = new CpSolver { StringParameters = Parameters(options) };
        using var stop = cancellationToken.Register(solver.StopSearch);
        return solver.Solve(model.Model) switch
        {
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => Check(problem, model.PlanOf(solver), solver),
            CpSolverStatus.Unknown => new ExactOutcome.Unsolved(),
            var status => throw new InvalidOperationException($"CP-SAT says {status} of a model that the empty plan always solves."),
        };
    }

    private static ExactOutcome.Found Check(SourcingProblem problem, AssignmentPlan plan, CpSolver solver) => PlanChecker.Check(problem, plan).Match(
        feasible => new ExactOutcome.Found(plan, feasible.Cost, Math.Min(feasible.Cost, (long)Math.Ceiling(solver.BestObjectiveBound - BoundTolerance))),
        infeasible => throw new InvalidOperationException($"CP-SAT's plan breaks a rule. {infeasible.Violations[0].ToSentence(problem)}"));

    private static string Parameters(ExactSolverOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"max_time_in_seconds:{options.TimeLimit.TotalSeconds:F3},max_deterministic_time:{options.WorkLimit:F3},relative_gap_limit:{options.Gap:F9},num_workers:{options.Threads},interleave_search:{(options.Threads > 1 ? "true" : "false")},random_seed:{options.Seed}");
}
