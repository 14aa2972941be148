using Dom.Core.Solving;

namespace Dom.LocalHost.Solving;

/// <summary>A way to solve problems that <c>dom solve</c> knows by name.</summary>
/// <param name="problem">The problem.</param>
/// <param name="options">How long and how hard it tries.</param>
/// <param name="progress">Is told how far it has got.</param>
/// <param name="cancellationToken">Ends it with the best plan so far.</param>
internal delegate Solution SolveProblem(
    SourcingProblem problem, SolverOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken);
