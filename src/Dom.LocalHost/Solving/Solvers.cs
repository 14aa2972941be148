using System.Collections.Immutable;
using Dom.Core.Solving.Baselines;

namespace Dom.LocalHost.Solving;

/// <summary>The solvers by the names that <c>--solver</c> takes.</summary>
internal static class Solvers
{
    /// <summary>The one that is used unless another is named.</summary>
    public const string ByDefault = "dom";

    /// <summary>Every order by itself.</summary>
    public const string Greedy = "greedy";

    /// <summary>All of them.</summary>
    public static ImmutableDictionary<string, ISolve> All { get; } = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new KeyValuePair<string, ISolve>[]
        {
            new(ByDefault, new BaselineSolver(GreedyBaseline.Solve)),
            new(Greedy, new BaselineSolver(GreedyBaseline.Solve)),
            new("nearest", new BaselineSolver(NearestBaseline.Solve)),
        });
}
