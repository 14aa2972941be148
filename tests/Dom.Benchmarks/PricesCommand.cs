using System.CommandLine;
using System.Diagnostics;
using Dom.Benchmarks.Report;
using Dom.Benchmarks.Solving;
using Dom.Core.Solving;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Online;

namespace Dom.Benchmarks;

/// <summary><c>prices</c>: orders decided one at a time, with and without the prices of another day.</summary>
internal static class PricesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var sizes = new Option<string>("--sizes") { Description = "Sizes, by commas: S, M, L, XL, with an h for scarce ones.", DefaultValueFactory = _ => "L,Lh" };
        var seeds = new Option<int>("--seeds") { Description = "How many seeds of each, from 1.", DefaultValueFactory = _ => 3 };
        var command = new Command("prices", "What prices of another day recover of the gain of a whole horizon, and microseconds an order.") { sizes, seeds };
        command.SetAction(async parsed =>
        {
            await Surroundings.PrintAsync(hostDll: null);
            var table = new MarkdownTable(
                "Instance", "One at a time", "With another day's prices", "Whole horizon", "Share of the gain recovered %", "µs an order without", "µs an order with");
            foreach (var instance in parsed.GetValue(sizes)!.Split(',').SelectMany(size => Enumerable.Range(1, parsed.GetValue(seeds)).Select(seed => new Instance(size, seed))))
            {
                Add(table, instance);
            }

            Console.WriteLine(table);
        });
        return command;
    }

    private static void Add(MarkdownTable table, Instance instance)
    {
        var (today, before) = (instance.Generate(), instance.Generate(day: 1));
        var learned = HorizonSolver.Solve(before, new SolverOptions());
        var whole = HorizonSolver.Solve(today, new SolverOptions()).Cost;
        var prices = ResourcePrices.Carry(learned.Certificate, before, today);
        var (alone, microsecondsAlone) = Decide(today, null);
        var (priced, microsecondsPriced) = Decide(today, prices);
        table.Add(
            $"{instance.Size}, seed {instance.Seed}",
            Figures.Of(alone / 100.0, 2),
            Figures.Of(priced / 100.0, 2),
            Figures.Of(whole / 100.0, 2),
            Figures.Of(100.0 * (alone - priced) / Math.Max(1, alone - whole), 1),
            Figures.Of(microsecondsAlone, 1),
            Figures.Of(microsecondsPriced, 1));
    }

    private static (long Cost, double Microseconds) Decide(SourcingProblem problem, ResourcePrices? prices)
    {
        // Twice: the first is for the compiler.
        Decided(problem, prices);
        var (solver, seconds) = Decided(problem, prices);
        var cost = PlanChecker.Check(problem, solver.ToPlan()).Match(
            feasible => feasible.Cost, infeasible => throw new InvalidOperationException(infeasible.Violations[0].ToSentence(problem)));
        return (cost, seconds * 1e6 / problem.OrderCount);
    }

    private static (OnlineSolver Solver, double Seconds) Decided(SourcingProblem problem, ResourcePrices? prices)
    {
        var solver = new OnlineSolver(problem, prices);
        var watch = Stopwatch.StartNew();
        for (var order = 0; order < problem.OrderCount; order++)
        {
            solver.Decide(order);
        }

        return (solver, watch.Elapsed.TotalSeconds);
    }
}
