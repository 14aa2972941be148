using System.Diagnostics;
using Dom.Benchmarks.Report;

namespace Dom.Benchmarks.Solving;

/// <summary>The stages of a long run, as a table that can be printed at any time.</summary>
internal sealed class StageTable
{
    private readonly MarkdownTable _table = new("Stage", "Ends after s", "Processor s so far", "Peak memory MB", "Cost", "Bound", "Gap %");
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _gate = new();

    /// <summary>Notes the end of a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="cost">Cost of the best plan, minor units; none where there is no plan yet.</param>
    /// <param name="bound">The bound, minor units; none where there is none yet.</param>
    public void Add(string stage, long? cost = null, long? bound = null)
    {
        var (seconds, processor) = (_watch.Elapsed.TotalSeconds, Environment.CpuUsage.TotalTime.TotalSeconds);
        lock (_gate)
        {
            _table.Add(
                stage,
                Figures.Of(seconds, 1),
                Figures.Of(processor, 1),
                PeakMemory.Bytes(Environment.ProcessId) is { } bytes ? Figures.Megabytes(bytes) : "",
                cost is { } reached ? Figures.Money(reached) : "",
                bound is { } proven ? Figures.Money(proven) : "",
                cost is { } of && bound is { } from && of > 0 ? Figures.Of((of - from) * 100.0 / of, 3) : "");
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (_gate)
        {
            return _table.ToString();
        }
    }
}
