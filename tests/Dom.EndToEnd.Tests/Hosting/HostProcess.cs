using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using Dom.Functions;
using Dom.Functions.Storage;
using Dom.LocalHost.Azurite;
using Microsoft.Extensions.Options;

namespace Dom.EndToEnd.Tests.Hosting;

/// <summary>The real local host in a process and a data folder of its own. It can be killed and started again.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopPatience = TimeSpan.FromMinutes(1);

    // Two that start at the same moment would both look at Azurite's usual ports before one has taken them.
    private static readonly SemaphoreSlim OneStartAtATime = new(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("dom-host-").FullName;
    private readonly List<string> _errors = [];
    private ProcessLines? _process;

    private readonly IReadOnlyDictionary<string, string>? _settings;

    private HostProcess(IReadOnlyDictionary<string, string>? settings) => (Callers, _settings) = (new Callers(this), settings);

    /// <summary>Those who use it. They find it again after a restart.</summary>
    public Callers Callers { get; }

    /// <summary>Its data folder.</summary>
    public string DataFolder => Path.Combine(_folder, "data");

    /// <summary>Where its HTTP functions listen. Another place after each restart.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Where its broker listens. Another place after each restart.</summary>
    public Uri ServiceBus { get; private set; } = null!;

    /// <summary>Keys by role.</summary>
    public ImmutableDictionary<string, string> Keys { get; private set; } = [];

    /// <summary>Id of its process.</summary>
    public int Id => _process!.Id;

    /// <summary>All that it wrote to standard error, over all its lives.</summary>
    public IReadOnlyList<string> Errors => [.. _errors, .. _process?.Error ?? []];

    /// <summary>Asserts that it logged nothing, warnings included.</summary>
    /// <param name="isExpected">What it may say all the same.</param>
    public void AssertIsQuiet(Func<string, bool>? isExpected = null)
    {
        var unexpected = Errors.Where(line => isExpected?.Invoke(line) != true).ToList();
        Assert.True(unexpected.Count == 0, $"The host logged:{Environment.NewLine}{string.Join(Environment.NewLine, unexpected)}");
    }

    /// <summary>Starts a host on fresh data.</summary>
    /// <param name="settings">Settings of the app that are not as they are by default.</param>
    public static async Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var host = new HostProcess(settings);
        try
        {
            await host.StartAgainAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it on the data that it left, and waits until it is ready.</summary>
    public async Task StartAgainAsync()
    {
        await OneStartAtATime.WaitAsync();
        try
        {
            Launch();
            var lines = _process!;
            ServiceBus = new Uri(await lines.LineAsync("Service Bus: ", StartPatience));
            Address = new Uri(await lines.LineAsync("Ready: ", StartPatience));
        }
        finally
        {
            OneStartAtATime.Release();
        }

        var keys = await File.ReadAllTextAsync(Path.Combine(DataFolder, "keys.json"));
        Keys = JsonSerializer.Deserialize<ImmutableDictionary<string, string>>(keys)!;
    }

    /// <summary>Starts it and does not wait.</summary>
    public void Launch()
    {
        Keep();
        _process = ProcessLines.Start(DomProgram.Start(
            ["--data", DataFolder, "--port", "0", "--servicebus-port", "0", "--empty"], _folder, _settings));
    }

    /// <summary>Kills the process, and it alone, with SIGKILL.</summary>
    public async Task KillAsync()
    {
        Signal.SendKill(Id);
        await _process!.EndAsync(StopPatience);
    }

    /// <summary>Kills the process and all of its group with SIGKILL.</summary>
    public async Task KillGroupAsync()
    {
        Signal.SendKillToGroup(Id);
        await _process!.EndAsync(StopPatience);
    }

    /// <summary>Stops it as Ctrl-C does.</summary>
    /// <returns>Its exit status, and what it wrote.</returns>
    public async Task<(int Status, string Text)> StopAsync()
    {
        Signal.SendInterrupt(Id);
        return (await _process!.EndAsync(StopPatience), _process.Text);
    }

    /// <summary>Dom's tables in the host's Azurite.</summary>
    public DomTables Tables()
    {
        var azurite = AzuriteRecord.Read(DataFolder)
            ?? throw new InvalidOperationException($"There is no record of Azurite in {DataFolder}.");
        var service = new TableServiceClient(AzuriteAccount.ConnectionString(azurite.Ports));
        return new DomTables(service, Options.Create(new DomOptions()));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await StopAsync();
        }
        else if (Directory.Exists(DataFolder) && AzuriteRecord.Read(DataFolder) is { } left && AzuriteProcess.Adopt(left.Pid, left.Ports) is { } orphan)
        {
            // A host that was killed leaves its Azurite to the next one, and there is none.
            await orphan.DisposeAsync();
        }

        _process?.Dispose();
        Callers.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Keep()
    {
        _errors.AddRange(_process?.Error ?? []);
        _process?.Dispose();
    }
}
