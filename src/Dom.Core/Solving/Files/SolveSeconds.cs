namespace Dom.Core.Solving.Files;

/// <summary>How long the steps of a solve took, in seconds of wall-clock time.</summary>
/// <param name="Read">Reading the problem.</param>
/// <param name="Solve">Solving it.</param>
/// <param name="Write">Writing the plan and its certificate.</param>
public sealed record SolveSeconds(double Read, double Solve, double Write);
