using Dom.Core.Solving;

namespace Dom.LocalHost.Solving;

/// <summary>What <c>dom solve</c> is asked to do.</summary>
/// <param name="Problem">Folder of the problem.</param>
/// <param name="Result">Folder of the result.</param>
/// <param name="Solver">Name of the solver.</param>
/// <param name="Options">How long and how hard it tries.</param>
internal sealed record SolveRequest(string Problem, string Result, string Solver, SolverOptions Options);
