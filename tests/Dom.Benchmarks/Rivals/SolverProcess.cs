using System.Diagnostics;
using Dom.Benchmarks.Solving;

namespace Dom.Benchmarks.Rivals;

/// <summary>One run of another solver's program.</summary>
/// <param name="Seconds">How long it ran.</param>
/// <param name="SecondsToGap">When its log told the first gap that was small enough; none where none was.</param>
/// <param name="PeakBytes">Its most physical memory.</param>
/// <param name="Ended">What ended it, other than itself; none where it ended by itself and well.</param>
internal sealed record SolverProcess(double Seconds, double? SecondsToGap, long PeakBytes, string? Ended)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs it.</summary>
    /// <param name="start">How.</param>
    /// <param name="log">Reads what it says.</param>
    /// <param name="limits">What it is given.</param>
    /// <param name="gap">The gap whose time is noted, 0 to 1.</param>
    public static async Task<SolverProcess> RunAsync(ProcessStartInfo start, ISolverLog log, RivalLimits limits, double gap)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var watching = WatchAsync(process, watch, limits);
        var complaints = process.StandardError.ReadToEndAsync();
        var (last, reached) = ("", (double?)null);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            last = line.Length > 0 ? line : last;
            log.Read(line);
            reached ??= log is { Cost: { } cost, Bound: { } bound } && cost - bound <= gap * cost ? watch.Elapsed.TotalSeconds : null;
        }

        await process.WaitForExitAsync();
        var seconds = watch.Elapsed.TotalSeconds;
        var (peak, ended) = await watching;
        var complaint = (await complaints).Split('\n')[0];
        return new(seconds, reached, peak, ended ?? (process.ExitCode == 0 ? null : $"ended with exit code {process.ExitCode}: {(complaint.Length > 0 ? complaint : last)}"));
    }

    private static async Task<(long PeakBytes, string? Ended)> WatchAsync(Process process, Stopwatch watch, RivalLimits limits)
    {
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakMemory.Bytes(process.Id) ?? 0);
            if (peak > limits.MemoryBytes || watch.Elapsed > limits.Patience)
            {
                process.Kill(entireProcessTree: true);
                return (peak, peak > limits.MemoryBytes ? "ended by us: too much memory" : "ended by us: did not stop in time");
            }

            await Task.Delay(Pause);
        }

        return (peak, null);
    }
}
