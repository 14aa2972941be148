namespace Dom.Core.Solving.Exact;

/// <summary>Stands where no exact solver is installed, and says so. It solves nothing.</summary>
public sealed class NoExactSolver : IExactSolver
{
    /// <inheritdoc/>
    public string Unavailable => "No exact solver is installed: this build is without OR-Tools.";

    /// <inheritdoc/>
    public ExactOutcome Solve(SourcingProblem problem, AssignmentPlan start, ExactSolverOptions options, CancellationToken cancellationToken) =>
        new ExactOutcome.Cannot(Unavailable);
}
