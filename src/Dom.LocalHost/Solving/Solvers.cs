using System.Collections.Immutable;
using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;

namespace Dom.LocalHost.Solving;

/// <summary>The solvers by the names that <c>--solver</c> takes.</summary>
internal static class Solvers
{
    /// <summary>The one that is used unless another is named.</summary>
    public const string ByDefault = "dom";

    /// <summary>Every order by itself.</summary>
    public const string Greedy = "greedy";

    /// <summary>Every line from its nearest location.</summary>
    public const string Nearest = "nearest";

    /// <summary>All of them.</summary>
    public static ImmutableDictionary<string, SolveProblem> All { get; } = new Dictionary<string, SolveProblem>(StringComparer.Ordinal)
    {
        [ByDefault] = HorizonSolver.Solve,
        [Greedy] = BaselineSolver.Of(GreedyBaseline.Solve),
        [Nearest] = BaselineSolver.Of(NearestBaseline.Solve),
    }.ToImmutableDictionary(StringComparer.Ordinal);
}
