using System.CommandLine;
using System.Diagnostics;
using Dom.Benchmarks.Report;
using Dom.Benchmarks.Solving;
using Dom.Core.Network;
using Dom.Core.Solving;

namespace Dom.Benchmarks;

/// <summary><c>replay</c>: a fifth of what stores were to send is refused, and the horizon is solved again.</summary>
internal static class ReplayCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var instances = new InstanceOptions("M,L,Lh", seeds: 1);
        var churns = ListOption.Numbers("--churn", "Costs of changing an order that need not change, minor units.", "0,20,100", least: 0);
        var command = new Command("replay", "Solving again after 20 % of the stores' shipments were refused.") { churns };
        instances.AddTo(command);
        command.SetAction(async parsed =>
        {
            await Surroundings.PrintAsync(hostDll: null);
            var table = new MarkdownTable(
                "Instance, churn cost", "Orders hit", "Again ms", "Cost", "Others changed", "From scratch ms", "Cost from scratch", "Others changed from scratch");
            foreach (var instance in instances.Read(parsed))
            {
                foreach (var churn in parsed.GetRequiredValue(churns))
                {
                    Add(table, instance, churn);
                }
            }

            Console.WriteLine(table);
        });
        return command;
    }

    private static void Add(MarkdownTable table, Instance instance, int churn)
    {
        var problem = instance.Generate();
        var session = new HorizonSession(problem, new SolverOptions());
        var before = ByOrder(problem, session.Solution.Plan);
        var (refused, hit) = Refuse(problem, session.Solution.Plan);

        var watch = Stopwatch.StartNew();
        var again = session.Change(refused, churn);
        var milliseconds = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        var scratch = HorizonSolver.Solve(session.Problem, new SolverOptions());
        var scratchMilliseconds = watch.Elapsed.TotalMilliseconds;

        table.Add(
            $"{instance}, {churn}",
            Figures.Of(hit.Count),
            Figures.Of(milliseconds, 0),
            Figures.Money(again.Cost),
            Figures.Of(Changed(before, ByOrder(problem, again.Plan), hit)),
            Figures.Of(scratchMilliseconds, 0),
            Figures.Money(scratch.Cost),
            Figures.Of(Changed(before, ByOrder(problem, scratch.Plan), hit)));
    }

    // A refusal says that the store has none of it: its stock there is gone for everyone.
    private static (List<StockChange> Refused, HashSet<int> Orders) Refuse(SourcingProblem problem, AssignmentPlan plan)
    {
        var (orderOf, chance) = (OrderOfLine(problem), new Random(5));
        var (refused, orders) = (new List<StockChange>(), new HashSet<int>());
        var shipments = new Dictionary<(int Order, int Location), bool>();
        for (var at = 0; at < plan.Line.Length; at++)
        {
            var shipment = (orderOf[plan.Line[at]], plan.Location[at]);
            if (!shipments.TryGetValue(shipment, out var isRefused))
            {
                isRefused = problem.Locations.Types[plan.Location[at]] == LocationType.Store && chance.NextDouble() < 0.2;
                shipments.Add(shipment, isRefused);
            }

            if (isRefused)
            {
                refused.Add(new(problem.Stock.Find(problem.Lines.Sku[plan.Line[at]], plan.Location[at]), 0));
                orders.Add(shipment.Item1);
            }
        }

        return (refused, orders);
    }

    private static int Changed(string[] before, string[] after, HashSet<int> hit) =>
        Enumerable.Range(0, before.Length).Count(order => before[order] != after[order] && !hit.Contains(order));

    private static string[] ByOrder(SourcingProblem problem, AssignmentPlan plan)
    {
        var orderOf = OrderOfLine(problem);
        var texts = new string[problem.OrderCount];
        for (var at = 0; at < plan.Line.Length; at++)
        {
            texts[orderOf[plan.Line[at]]] += $"{plan.Line[at]} {plan.Location[at]} {plan.Quantity[at]};";
        }

        return texts;
    }

    private static int[] OrderOfLine(SourcingProblem problem)
    {
        var orders = new int[problem.LineCount];
        for (var order = 0; order < problem.OrderCount; order++)
        {
            orders.AsSpan(problem.Orders.LineStart[order]..problem.Orders.LineStart[order + 1]).Fill(order);
        }

        return orders;
    }
}
