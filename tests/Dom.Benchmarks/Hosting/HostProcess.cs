using System.Diagnostics;
using Dom.LocalHost.Azurite;

namespace Dom.Benchmarks.Hosting;

/// <summary>A local host in a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);

    private HostProcess(Process process, string dataFolder)
    {
        _process = process;
        DataFolder = dataFolder;
    }

    /// <summary>Its data folder.</summary>
    public string DataFolder { get; }

    /// <summary>The id of its process.</summary>
    public int Id => _process.Id;

    /// <summary>From the start of the process to the line that says that it is ready.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>Where its HTTP functions are.</summary>
    public Uri Address => new(_said["Ready"]);

    /// <summary>Where its broker is.</summary>
    public Uri ServiceBusAddress => new(_said["Service Bus"]);

    /// <summary>Opens its tables.</summary>
    public string ConnectionString => AzuriteAccount.ConnectionString(Azurite.Ports);

    private AzuriteRecord Azurite => AzuriteRecord.Read(DataFolder)
        ?? throw new InvalidOperationException($"The host of '{DataFolder}' uses an Azurite that it did not start. End that one first.");

    /// <summary>Starts a host on free ports and waits until it is ready.</summary>
    /// <param name="command">Program and arguments; the options are added.</param>
    /// <param name="dataFolder">Its data folder.</param>
    /// <param name="isEmpty">Whether it starts without the demo network.</param>
    /// <exception cref="InvalidOperationException">It ended instead, or did not get ready.</exception>
    public static async Task<HostProcess> StartAsync(IReadOnlyList<string> command, string dataFolder, bool isEmpty)
    {
        Directory.CreateDirectory(dataFolder);
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(dataFolder),
        };
        string[] options = ["--data", dataFolder, "--port", "0", "--servicebus-port", "0", .. isEmpty ? new[] { "--empty" } : []];
        foreach (var argument in command.Skip(1).Concat(options))
        {
            start.ArgumentList.Add(argument);
        }

        var watch = Stopwatch.StartNew();
        var host = new HostProcess(Process.Start(start)!, dataFolder);
        try
        {
            await host.ListenAsync().WaitAsync(StartPatience);
            host.StartTime = watch.Elapsed;
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Processor time of the host and of its Azurite since their starts.</summary>
    public (TimeSpan Host, TimeSpan Azurite) ProcessorTime()
    {
        _process.Refresh();
        using var azurite = Process.GetProcessById(Azurite.Pid);
        return (_process.TotalProcessorTime, azurite.TotalProcessorTime);
    }

    /// <summary>Physical memory of the host and of its Azurite, in bytes.</summary>
    public (long Host, long Azurite) WorkingSet()
    {
        _process.Refresh();
        using var azurite = Process.GetProcessById(Azurite.Pid);
        return (_process.WorkingSet64, azurite.WorkingSet64);
    }

    /// <summary>Asks it to end in order, and waits for that.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Termination.AskAsync(_process);
            using var patience = new CancellationTokenSource(StopPatience);
            await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_said.ContainsKey("Ready"))
        {
            var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The host ended before it was ready.");
            if (line.Split(": ", 2) is [var what, var value])
            {
                _said[what] = value;
            }
        }

        // What it says later must not fill the pipe.
        _ = Task.Run(() => _process.StandardOutput.ReadToEndAsync());
    }
}
