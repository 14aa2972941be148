namespace Dom.Core.Solving.Exact;

/// <summary>A solver that proves optima of small problems, to close what is left of a plan's gap.</summary>
public interface IExactSolver
{
    /// <summary>Why it cannot be used here, as a sentence; none where it can.</summary>
    string? Unavailable { get; }

    /// <summary>Looks for a cheaper plan, and for a higher bound.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="start">A feasible plan to start from.</param>
    /// <param name="options">How long to try.</param>
    /// <param name="cancellationToken">Ends the search early; what was found until then is returned.</param>
    ExactOutcome Solve(SourcingProblem problem, AssignmentPlan start, ExactSolverOptions options, CancellationToken cancellationToken);
}
