using Dom.Core.Inventory;
using Dom.Core.Solving;
using Dom.Core.Solving.Online;

namespace Dom.Benchmarks.Solving;

/// <summary>Days that prices are learned from, each solved by itself. Day 0, which decisions are tried on, is never among them.</summary>
/// <param name="Days">The days from day 1 on, and their solutions.</param>
internal sealed record PastDays(IReadOnlyList<(SourcingProblem Problem, Solution Solution)> Days)
{
    /// <summary>Solves days.</summary>
    /// <param name="instance">The network.</param>
    /// <param name="count">How many.</param>
    public static PastDays Solve(Instance instance, int count) => new(
    [
        .. Enumerable.Range(1, count).Select(day => instance.Generate(day)).Select(problem => (problem, HorizonSolver.Solve(problem, new SolverOptions()))),
    ]);

    /// <summary>The prices that the first of the days teach.</summary>
    /// <param name="count">How many of them.</param>
    /// <param name="problem">What they are for.</param>
    public ResourcePrices Teach(int count, SourcingProblem problem) => ResourcePrices.Learned([.. Days.Take(count)], problem);

    /// <summary>Units by SKU that the days wanted.</summary>
    public Dictionary<Sku, long> Mix => Units([.. Days.Select(day => day.Problem)]);

    /// <summary>Units by SKU that problems want.</summary>
    /// <param name="problems">The problems, all of one network.</param>
    public static Dictionary<Sku, long> Units(params SourcingProblem[] problems)
    {
        var units = new Dictionary<Sku, long>();
        foreach (var problem in problems)
        {
            for (var line = 0; line < problem.Lines.Sku.Length; line++)
            {
                var sku = new Sku(problem.Stock.Skus[problem.Lines.Sku[line]]);
                units[sku] = units.GetValueOrDefault(sku) + problem.Lines.Quantity[line];
            }
        }

        return units;
    }
}
