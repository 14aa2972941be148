using System.CommandLine;
using Dom.Benchmarks.Report;
using Dom.Benchmarks.Solving;
using Dom.Core.Profiles;
using Dom.Core.Solving;
using Dom.Core.Solving.Generation;
using Dom.Core.Solving.Online;
using Dom.Core.Sourcing.Scarcity;

namespace Dom.Benchmarks;

/// <summary><c>drift</c>: what prices of usual days are worth, or cost, on a day that is not usual.</summary>
internal static class DriftCommand
{
    // A day that is not usual can leave thousands of units unassigned, and is hard to prove much about.
    private static readonly SolverOptions Enough = new() { Gap = 0.003, TimeLimit = TimeSpan.FromMinutes(1) };

    private static readonly (string Name, DemandShift Shift)[] Cases =
    [
        ("another day", DemandShift.None),
        ("another week: 30 % of lines by another ranking", new() { OtherMixPercent = 30 }),
        ("another week: 50 % by another ranking, 20 % of orders to the west", new() { OtherMixPercent = 50, WestPercent = 20 }),
        ("30 % of orders to the west", new() { WestPercent = 30 }),
        ("10 SKUs at 8 times their demand", new() { PromotedSkus = 10, PromotionFactor = 8 }),
        ("30 SKUs at 5 times their demand", new() { PromotedSkus = 30, PromotionFactor = 5 }),
        ("60 % of the orders", new() { OrdersPercent = 60 }),
        ("130 % of the orders", new() { OrdersPercent = 130 }),
    ];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var instances = new InstanceOptions("L,Lh", seeds: 3);
        var days = new Option<int>("--days") { Description = "How many usual days the prices are the mean of, 1 or more.", DefaultValueFactory = _ => 4 };
        var command = new Command("drift", "What prices of usual days recover on a day of other demand, with and without damping.") { days };
        instances.AddTo(command);
        command.SetAction(async parsed =>
        {
            await Surroundings.PrintAsync(hostDll: null);
            var count = parsed.GetValue(days);
            var table = new MarkdownTable(
                "Instance", "Demand", "Gain there is %", "Drift ‰", "One day, fixed %", "Fixed %", "Fixed, damped %", "Steered %", "Steered, damped %");
            foreach (var instance in instances.Read(parsed))
            {
                var past = PastDays.Solve(instance, count);
                foreach (var (name, shift) in Cases)
                {
                    Add(table, instance, past, name, instance.Generate(shift: shift));
                }
            }

            Console.WriteLine(table);
        });
        return command;
    }

    // The damping that a profile has by default, had the drift been measured beforehand: the stake is not damped, as in a decision.
    private static void Add(MarkdownTable table, Instance instance, PastDays past, string name, SourcingProblem today)
    {
        var whole = HorizonSolver.Solve(today, Enough).Cost;
        var alone = OnlineDay.Decide(today, null).Cost;
        var prices = past.Teach(past.Days.Count, today);
        var drift = DemandDrift.PerMille(past.Mix, PastDays.Units(today));
        var damped = prices.Times(Math.Max(0, 1 - (new ScarcityPolicy().DriftDampingPerMille * drift / 1e6)));
        ResourcePrices[] ways = [past.Teach(1, today).Steered(0), prices.Steered(0), damped.Steered(0), prices, damped];
        table.Add(
        [
            instance.ToString(),
            name,
            Figures.Of(100.0 * (alone - whole) / whole, 2),
            Figures.Of(drift, 0),
            .. ways.Select(way => Figures.Of(100.0 * (alone - OnlineDay.Decide(today, way).Cost) / Math.Max(1, alone - whole), 1)),
        ]);
    }
}
