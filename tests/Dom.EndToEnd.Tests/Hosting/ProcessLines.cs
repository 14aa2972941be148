using System.Collections.Concurrent;
using System.Diagnostics;

namespace Dom.EndToEnd.Tests.Hosting;

/// <summary>What a process writes, line by line, and its end.</summary>
internal sealed class ProcessLines : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _out = new();
    private readonly ConcurrentQueue<string> _error = new();
    private readonly ConcurrentQueue<string> _all = new();
    private readonly SemaphoreSlim _written = new(0);

    private ProcessLines(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Add(_out, line.Data);
        process.ErrorDataReceived += (_, line) => Add(_error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>What it wrote to standard output.</summary>
    public IReadOnlyCollection<string> Out => _out;

    /// <summary>What it wrote to standard error.</summary>
    public IReadOnlyCollection<string> Error => _error;

    /// <summary>All that it wrote, as one text.</summary>
    public string Text => string.Join(Environment.NewLine, _all);

    /// <summary>Starts a process.</summary>
    /// <param name="start">How.</param>
    public static ProcessLines Start(ProcessStartInfo start) => new(Process.Start(start)!);

    /// <summary>Waits for a line on standard output.</summary>
    /// <param name="beginning">What the line begins with.</param>
    /// <param name="patience">For how long.</param>
    /// <returns>The rest of the line.</returns>
    /// <exception cref="TimeoutException">The line does not come; the message shows what came.</exception>
    public async Task<string> LineAsync(string beginning, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (_out.FirstOrDefault(line => line.StartsWith(beginning, StringComparison.Ordinal)) is { } found)
            {
                return found[beginning.Length..];
            }

            if (HasExited || watch.Elapsed > patience)
            {
                var why = HasExited ? "the process ended" : $"{patience.TotalSeconds:F0} s have passed";
                throw new TimeoutException($"No line '{beginning}…' and {why}. It wrote:{Environment.NewLine}{Text}");
            }

            await _written.WaitAsync(TimeSpan.FromMilliseconds(250));
        }
    }

    /// <summary>Waits for the end of the process and of its output.</summary>
    /// <param name="patience">For how long.</param>
    /// <returns>Its exit status.</returns>
    /// <exception cref="TimeoutException">It does not end; the message shows what it wrote. It is killed.</exception>
    public async Task<int> EndAsync(TimeSpan patience)
    {
        using var end = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(end.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            throw new TimeoutException($"It has not ended after {patience.TotalSeconds:F0} s. It wrote:{Environment.NewLine}{Text}");
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        _written.Dispose();
    }

    private void Add(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
            _all.Enqueue(line);
            _written.Release();
        }
    }
}
