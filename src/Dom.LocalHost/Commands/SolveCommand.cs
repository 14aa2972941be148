using System.CommandLine;
using Dom.Core.Solving;
using Dom.LocalHost.Solving;

namespace Dom.LocalHost.Commands;

/// <summary><c>dom solve</c>: solves a problem that stands in files.</summary>
internal static class SolveCommand
{
    private const string Description =
        """
        Decides which locations fulfil which lines of the orders in PROBLEM, at the least cost, and proves how far from the least the plan can be.
        Exit status: 0 solved; 2 the command line or a file is wrong, which is said with file, line and column, and nothing is written; 1 Dom failed.
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var problem = new Argument<string>("PROBLEM") { Description = "Folder with locations.csv, stock.csv, orders.csv, lines.csv, rates.csv and settings.json." };
        var result = new Option<string>("--out")
        {
            Description =
                "Folder that gets plan.csv, a row per assignment; summary.json, with the cost and a bound that no plan can be below; and certificate.csv, the prices "
                + "that prove the bound. Created where there is none.",
            HelpName = "RESULT",
            Required = true,
        };
        var timeLimit = Numbers.Decimal(
            "--time-limit", "SECONDS", "Ends the solve after so many seconds with the best plan so far, as Ctrl-C does. Default: no limit.", 0.001, 1e6);
        var gap = Numbers.Decimal(
            "--gap", "FRACTION", "Ends it once the plan costs at most this fraction more than the bound allows: (cost - bound) / cost. Default: 0.", 0, 1);
        var threads = Numbers.Whole("--threads", "N", "Threads that work. The plan does not depend on them. Default: the machine's processors.", 1, 1024);
        var seed = Numbers.Whole("--seed", "N", "Seed of what is chosen by chance. Default: 1.", 0, int.MaxValue);
        var solver = new Option<string>("--solver")
        {
            Description =
                "dom; greedy: every order by itself, in the order of the file; nearest: every line from the nearest location that can serve it. The last two "
                + "prove nothing: their bound is 0. Default: dom.",
            HelpName = "NAME",
        };
        Choices.Restrict(solver, [.. Solvers.All.Keys.Order(StringComparer.Ordinal)]);
        problem.Validators.Add(parsed => FolderRules.RequireFolder(parsed, "PROBLEM"));
        result.Validators.Add(parsed => FolderRules.RefuseFile(parsed, "--out"));

        var command = new Command("solve", Description) { problem, result, timeLimit, gap, threads, seed, solver };
        command.SetAction(parsed =>
        {
            var byDefault = new SolverOptions();
            var options = new SolverOptions
            {
                TimeLimit = parsed.GetValue(timeLimit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                Gap = parsed.GetValue(gap) ?? byDefault.Gap,
                Threads = parsed.GetValue(threads) ?? byDefault.Threads,
                Seed = parsed.GetValue(seed) ?? byDefault.Seed,
            };
            var name = parsed.GetValue(solver) ?? Solvers.ByDefault;
            var request = new SolveRequest(parsed.GetValue(problem)!, parsed.GetValue(result)!, name, options);
            return ExitStatus.OfFiles(() => new SolveRun(request, Solvers.All[name], Console.Out, Console.Error).Run());
        });
        return command;
    }
}
