using System.Diagnostics;

namespace Dom.LocalHost.Azurite;

/// <summary>An Azurite that runs on this machine and that this process may stop.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    /// <summary>Name of the file in the data folder that has Azurite's output.</summary>
    public const string LogFileName = "azurite.log";

    // The last of the three services to start.
    private const string ListensLine = "Azurite Table service is successfully listening";

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(25);

    private readonly Process _process;
    private readonly string? _log;
    private readonly bool _isAdopted;

    private AzuriteProcess(Process process, AzuritePorts ports, string? log, bool isAdopted)
    {
        (_process, _log, _isAdopted) = (process, log, isAdopted);
        Ports = ports;
    }

    /// <summary>Where it listens.</summary>
    public AzuritePorts Ports { get; }

    /// <summary>The id of its process.</summary>
    public int Id => _process.Id;

    /// <summary>Starts Azurite; it does not answer yet when this returns.</summary>
    /// <param name="node">The Node.js to run it with.</param>
    /// <param name="script">Full path of Azurite's script.</param>
    /// <param name="ports">Ports to listen on.</param>
    /// <param name="dataFolder">Existing folder; Azurite's files go to <c>azurite</c> under it.</param>
    /// <exception cref="LocalHostException">The process cannot be started.</exception>
    public static AzuriteProcess Start(NodeRuntime node, string script, AzuritePorts ports, string dataFolder)
    {
        var command = new AzuriteCommand(node.Node, script, Path.Combine(dataFolder, "azurite"), ports);
        try
        {
            var log = Path.Combine(dataFolder, LogFileName);
            File.Delete(log);
            var process = Process.Start(command.ToStartInfo(log, node.SearchPath))!;
            return new AzuriteProcess(process, ports, OperatingSystem.IsWindows() ? null : log, isAdopted: false);
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new LocalHostException(
                $"Azurite, the local storage, cannot be started with '{node.Node}': {failure.Message}. " +
                "Check that the file can be run.", failure);
        }
    }

    /// <summary>Takes over an Azurite that another process started.</summary>
    /// <param name="id">Id of its process.</param>
    /// <param name="ports">Where it listens.</param>
    /// <returns>Null when there is no such process any more.</returns>
    public static AzuriteProcess? Adopt(int id, AzuritePorts ports)
    {
        try
        {
            return new AzuriteProcess(Process.GetProcessById(id), ports, null, isAdopted: true);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Waits until all three services answer.</summary>
    /// <param name="cancellationToken">Gives up; the process goes on.</param>
    /// <returns>False when the process ended instead of answering.</returns>
    /// <exception cref="LocalHostException">It runs but does not answer.</exception>
    public async Task<bool> WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (!SaysThatItListens()
            || await AzuriteProbe.AskAsync(Ports, cancellationToken).ConfigureAwait(false) != PortAnswer.Azurite)
        {
            if (_process.HasExited)
            {
                return false;
            }

            if (watch.Elapsed > StartPatience)
            {
                throw new LocalHostException(
                    $"Azurite (process {Id}) does not answer on {Ports} after " +
                    $"{StartPatience.TotalSeconds:F0} s. End that process, look into {LogFileName} " +
                    "in the data folder, and start again.");
            }

            await Task.Delay(PollInterval, cancellationToken).ConfigureAwait(false);
        }

        return !_process.HasExited;
    }

    /// <summary>Asks Azurite to save its files and end, and waits for that. Does nothing when it has ended
    /// already.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!HasEnded())
        {
            await Termination.AskAsync(_process).ConfigureAwait(false);
            var watch = Stopwatch.StartNew();
            while (!HasEnded() && watch.Elapsed < StopPatience)
            {
                await Task.Delay(PollInterval).ConfigureAwait(false);
            }

            if (!HasEnded())
            {
                // It saves within five seconds; what still hangs then has nothing left to save.
                _process.Kill();
            }
        }

        _process.Dispose();
    }

    // What answers could be another Azurite, which was faster to these ports, while ours is about to fail.
    private bool SaysThatItListens() =>
        _log is null || (File.Exists(_log) && File.ReadAllText(_log).Contains(ListensLine, StringComparison.Ordinal));

    // One that was adopted may stay as a zombie: in a container, process 1 often does not collect what it inherits. One's own child must be
    // collected first: whoever looks after this host has ended would find it still.
    private bool HasEnded() => _process.HasExited || (_isAdopted && OperatingSystem.IsLinux() && IsZombie(_process.Id));

    private static bool IsZombie(int id)
    {
        try
        {
            // "4711 (node) Z ...": the name may have spaces and brackets of its own.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat.AsSpan(stat.LastIndexOf(')') + 1).TrimStart().StartsWith("Z");
        }
        catch (IOException)
        {
            return true;
        }
    }
}
