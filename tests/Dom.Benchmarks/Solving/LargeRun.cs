using Dom.Benchmarks.Report;
using Dom.Core.Solving;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Generation;

namespace Dom.Benchmarks.Solving;

/// <summary>Makes a large problem and solves it, stage by stage.</summary>
internal static class LargeRun
{
    private static readonly double[] Gaps = [0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];

    /// <summary>Runs it.</summary>
    /// <param name="options">The problem.</param>
    /// <param name="threads">Threads that work.</param>
    /// <param name="gap">The gap to stop at, 0 to 1.</param>
    /// <param name="timeLimit">When the solve is told to stop.</param>
    /// <param name="limits">What it may take besides; its clock starts with the solve.</param>
    /// <param name="stages">Told of each stage.</param>
    public static void Run(GeneratorOptions options, int threads, double gap, TimeSpan timeLimit, RunLimits limits, StageTable stages)
    {
        HorizonSolver.Solve(Instance.WarmUp.Generate(), new SolverOptions { Threads = threads });
        stages.Add("solver compiled");
        var problem = ProblemGenerator.Generate(options);
        stages.Add($"problem made: {Figures.Of(problem.OrderCount)} orders, {Figures.Of(problem.LineCount)} lines, {Figures.Of(problem.LocationCount)} locations, {Figures.Of(problem.Stock.Location.Length)} slots");
        PeakMemory.Restart();
        limits.StartClock();

        var solution = HorizonSolver.Solve(problem, new SolverOptions { Threads = threads, Gap = gap, TimeLimit = timeLimit }, new Watcher(stages));
        stages.Add($"solve ended by {solution.StoppedBy}", solution.Cost, solution.LowerBound);
        var checkedCost = PlanChecker.Cost(problem, solution.Plan);
        stages.Add("plan checked once more", checkedCost, solution.LowerBound);
    }

    /// <summary>Notes the first bound, the first plan, and each gap when it is first proven.</summary>
    private sealed class Watcher(StageTable stages) : IProgress<SolveProgress>
    {
        private bool _hasBound;
        private bool _hasPlan;
        private int _next;

        public void Report(SolveProgress value)
        {
            if (!_hasBound)
            {
                stages.Add($"first bound, turn {value.Iteration} of prices", value.Cost == long.MaxValue ? null : value.Cost, value.LowerBound);
                _hasBound = true;
            }

            if (!_hasPlan && value.Cost != long.MaxValue)
            {
                stages.Add($"first plan, turn {value.Iteration} of prices", value.Cost, value.LowerBound);
                _hasPlan = true;
            }

            var reached = _next;
            while (_next < Gaps.Length && value.Gap <= Gaps[_next])
            {
                _next++;
            }

            if (_next > reached)
            {
                stages.Add($"gap of {Figures.Of(Gaps[_next - 1] * 100, 1)} % proven, turn {value.Iteration} of prices", value.Cost, value.LowerBound);
            }
        }
    }
}
