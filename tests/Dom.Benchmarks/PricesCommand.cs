using System.CommandLine;
using Dom.Benchmarks.Report;
using Dom.Benchmarks.Solving;
using Dom.Core.Solving;

namespace Dom.Benchmarks;

/// <summary><c>prices</c>: orders decided one at a time, with and without what other days taught.</summary>
internal static class PricesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var instances = new InstanceOptions("L,Lh", seeds: 3);
        var days = new Option<int>("--days") { Description = "How many other days the prices are the mean of, 1 or more.", DefaultValueFactory = _ => 4 };
        var command = new Command("prices", "What prices of other days recover of the gain of a whole horizon, and microseconds an order.") { days };
        instances.AddTo(command);
        command.SetAction(async parsed =>
        {
            await Surroundings.PrintAsync(hostDll: null);
            var count = parsed.GetValue(days);
            var table = new MarkdownTable(
                "Instance",
                "One at a time",
                "With prices",
                "Whole horizon",
                "Recovered by one day, prices fixed %",
                $"By {count} days, fixed %",
                $"By {count} days, steered %",
                "µs an order without",
                "µs an order with");
            foreach (var instance in instances.Read(parsed))
            {
                Add(table, instance, count);
            }

            Console.WriteLine(table);
        });
        return command;
    }

    private static void Add(MarkdownTable table, Instance instance, int count)
    {
        var (today, past) = (instance.Generate(), PastDays.Solve(instance, count));
        var whole = HorizonSolver.Solve(today, new SolverOptions()).Cost;
        var prices = past.Teach(count, today);

        // The first is for the compiler.
        _ = OnlineDay.Decide(today, prices);
        var (alone, priced) = (OnlineDay.Decide(today, null), OnlineDay.Decide(today, prices));
        table.Add(
            instance.ToString(),
            Figures.Money(alone.Cost),
            Figures.Money(priced.Cost),
            Figures.Money(whole),
            Share(OnlineDay.Decide(today, past.Teach(1, today).Steered(0)).Cost),
            Share(OnlineDay.Decide(today, prices.Steered(0)).Cost),
            Share(priced.Cost),
            Figures.Of(alone.MicrosecondsPerOrder, 1),
            Figures.Of(priced.MicrosecondsPerOrder, 1));

        string Share(long cost) => Figures.Of(100.0 * (alone.Cost - cost) / Math.Max(1, alone.Cost - whole), 1);
    }
}
