using System.Diagnostics;
using System.Globalization;
using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;
using Dom.Core.Solving.Files;

namespace Dom.LocalHost.Solving;

/// <summary>Reads a problem, solves it, and writes the result.</summary>
/// <param name="request">What is asked.</param>
/// <param name="solve">The solver.</param>
/// <param name="output">Where the result is told.</param>
/// <param name="error">Where progress is told.</param>
internal sealed class SolveRun(SolveRequest request, SolveProblem solve, TextWriter output, TextWriter error)
{
    /// <summary>Does it.</summary>
    /// <exception cref="FileFaultException">The problem's files are wrong; nothing is written.</exception>
    /// <exception cref="LocalHostException">The solver's plan breaks a rule; nothing is written.</exception>
    public void Run()
    {
        var clock = Stopwatch.StartNew();
        var problem = Read();
        var readSeconds = clock.Elapsed.TotalSeconds;
        using var signals = new StopSignals(error);
        using var folder = ResultFolder.Open(request.Result);

        clock.Restart();
        var solution = Solve(problem, signals.Token);
        var solveSeconds = clock.Elapsed.TotalSeconds;

        clock.Restart();
        var cost = CheckedPlan.Cost(problem, solution.Plan);
        if (cost != solution.Cost || solution.LowerBound > cost)
        {
            throw new LocalHostException(string.Create(
                CultureInfo.InvariantCulture,
                $"The plan costs {cost}, but the solver says {solution.Cost} and at least {solution.LowerBound}; nothing was written. "
                + $"Please report this as a bug, with the problem's files."));
        }

        WritePlan(folder, problem, solution);
        var seconds = new SolveSeconds(readSeconds, solveSeconds, clock.Elapsed.TotalSeconds);

        // The greedy cost can take as long as a solve: by now the plan is safe.
        var summary = Summarize(problem, solution, seconds);
        SummaryFile.Write(summary, folder.Create);
        folder.Keep();
        Tell(summary);
    }

    private static void WritePlan(ResultFolder folder, SourcingProblem problem, Solution solution)
    {
        PlanFile.Write(problem, solution.Plan, folder.Create);
        CertificateFile.Write(problem, solution.Certificate, folder.Create);
        folder.Delete(FileNames.Summary);
        folder.Keep();
    }

    private SourcingProblem Read()
    {
        var folder = new ProblemFolder(request.Problem);
        return ProblemReader.Read(folder.Open);
    }

    private Solution Solve(SourcingProblem problem, CancellationToken cancellationToken)
    {
        var progress = new ProgressLines(error, !Console.IsErrorRedirected);
        try
        {
            return solve(problem, request.Options, progress, cancellationToken);
        }
        finally
        {
            progress.End();
        }
    }

    private SolveSummary Summarize(SourcingProblem problem, Solution solution, SolveSeconds seconds)
    {
        var figures = PlanFigures.Of(problem, solution.Plan);
        var greedyCost = request.Solver == Solvers.Greedy ? solution.Cost : CheckedPlan.Cost(problem, GreedyBaseline.Solve(problem));
        using var process = Process.GetCurrentProcess();
        return new SolveSummary
        {
            Solver = request.Solver,
            Seed = request.Options.Seed,
            Threads = request.Options.Threads,
            Cost = solution.Cost,
            LowerBound = solution.LowerBound,
            Gap = solution.Gap,
            GreedyCost = greedyCost,
            Units = figures.Units,
            UnassignedUnits = figures.UnassignedUnits,
            Orders = problem.OrderCount,
            SplitOrders = figures.SplitOrders,
            RelaxedOrders = solution.RelaxedOrders,
            Parcels = figures.Parcels,
            Seconds = seconds,
            PeakMemoryBytes = process.PeakWorkingSet64,
            StoppedBy = solution.StoppedBy,
        };
    }

    private void Tell(SolveSummary summary)
    {
        var stopped = summary.StoppedBy switch
        {
            StopReason.Gap => "the gap asked for is reached",
            StopReason.Time => "its time was over",
            StopReason.Proof => "no cheaper plan exists",
            _ => "there was nothing left to try",
        };
        var bound = summary.LowerBound == 0 && summary.Cost > 0
            ? "nothing proven"
            : string.Create(CultureInfo.InvariantCulture, $"at least {summary.LowerBound:N0} (gap {summary.Gap * 100:0.000} %)");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Cost {summary.Cost:N0}, {bound}; order by order {summary.GreedyCost:N0}."));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.UnassignedUnits:N0} of {summary.Units:N0} units unassigned; {summary.SplitOrders:N0} of {summary.Orders:N0} orders split; "
            + $"{summary.Parcels:N0} parcels."));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Read in {summary.Seconds.Read:0.0} s, solved in {summary.Seconds.Solve:0.0} s: {stopped}. {Path.Combine(request.Result, FileNames.Plan)}"));
    }
}
