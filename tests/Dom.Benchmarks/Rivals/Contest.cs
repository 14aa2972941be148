using Dom.Benchmarks.Solving;
using Dom.Core.Solving;

namespace Dom.Benchmarks.Rivals;

/// <summary>How all solvers did on one instance.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Orders">How many orders it has.</param>
/// <param name="Lines">How many lines they have.</param>
/// <param name="Greedy">What the greedy plan costs, minor units.</param>
/// <param name="Nearest">What the nearest locations cost, minor units.</param>
/// <param name="Bound">The bound of our solver, minor units.</param>
/// <param name="Course">How our solver's last run went.</param>
/// <param name="Standings">Every solver's.</param>
internal sealed record Contest(
    Instance Instance, int Orders, int Lines, long Greedy, long Nearest, long Bound, IReadOnlyList<SolveProgress> Course, IReadOnlyList<Standing> Standings);
