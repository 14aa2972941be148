using System.Globalization;
using Dom.Core.Solving;

namespace Dom.LocalHost.Solving;

/// <summary>
/// Tells on a console how a long solve gets on: nothing in the first second; then a line at most every second, in a terminal always the same one, and the
/// more seldom elsewhere the longer it goes on.
/// </summary>
/// <param name="writer">The console.</param>
/// <param name="isTerminal">Whether a line can be written over.</param>
internal sealed class ProgressLines(TextWriter writer, bool isTerminal) : IProgress<SolveProgress>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private TimeSpan _next = Shortest;
    private bool _hasOpenLine;

    /// <inheritdoc/>
    public void Report(SolveProgress value)
    {
        lock (_lock)
        {
            if (value.Elapsed < _next)
            {
                return;
            }

            _next = value.Elapsed + (isTerminal || value.Elapsed / 20 < Shortest ? Shortest : value.Elapsed / 20);
            if (isTerminal)
            {
                // Back to the line's beginning, and clear what it said.
                writer.Write($"\r\u001b[K{Say(value)}");
                _hasOpenLine = true;
            }
            else
            {
                writer.WriteLine(Say(value));
            }
        }
    }

    /// <summary>Ends the line that would be written over next.</summary>
    public void End()
    {
        lock (_lock)
        {
            if (_hasOpenLine)
            {
                writer.WriteLine();
                _hasOpenLine = false;
            }
        }
    }

    private static string Say(SolveProgress progress)
    {
        var begin = string.Create(CultureInfo.InvariantCulture, $"{progress.Elapsed.TotalSeconds,7:0.0} s  iteration {progress.Iteration}  ");
        return begin + (progress.Cost == long.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"no plan yet  bound {progress.LowerBound:N0}")
            : string.Create(CultureInfo.InvariantCulture, $"cost {progress.Cost:N0}  bound {progress.LowerBound:N0}  gap {progress.Gap * 100:0.000} %"));
    }
}
