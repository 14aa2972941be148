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
        var instances = new InstanceOptions("L,Lh", seeds: 3);
        var command = new Command("prices", "What prices of another day recover of the gain of a whole horizon, and microseconds an order.");
        instances.AddTo(command);
        command.SetAction(async parsed =>
        {
            await Surroundings.PrintAsync(hostDll: null);
            var table = new MarkdownTable(
                "Instance", "One at a time", "With another day's prices", "Whole horizon", "Share of the gain recovered %", "µs an order without", "µs an order with");
            foreach (var instance in instances.Read(parsed))
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
            instance.ToString(),
            Figures.Money(alone),
            Figures.Money(priced),
            Figures.Money(whole),
            Figures.Of(100.0 * (alone - priced) / Math.Max(1, alone - whole), 1),
            Figures.Of(microsecondsAlone, 1),
            Figures.Of(microsecondsPriced, 1));
    }

    private static (long Cost, double Microseconds) Decide(SourcingProblem problem, ResourcePrices? prices)
    {
        // Twice: the first is for the compiler.
        Decided(problem, prices);
        var (solver, seconds) = Decided(problem, prices);
        return (PlanChecker.Cost(problem, solver.ToPlan()), seconds * 1e6 / problem.OrderCount);
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
