using Dom.LocalHost.Azurite;

namespace Dom.Tests;

/// <summary>One Azurite on ports of its own, with a data folder that is removed at the end.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dom-azurite-").FullName;
    private AzuriteProcess? _process;
    private int _prefixes;

    /// <summary>Connection string with a queue and a table endpoint.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>A start of table and queue names that no other test has: four or more lower-case letters and
    /// digits.</summary>
    public string NewPrefix() => $"t{Interlocked.Increment(ref _prefixes):d3}";

    public async Task InitializeAsync()
    {
        var node = await NodeRuntime.FindAsync(CancellationToken.None);
        var installation = new AzuriteInstallation(AzuriteInstallation.DefaultCacheFolder(), Console.Out);
        var script = await installation.EnsureAsync(node, CancellationToken.None);

        // Another process may take a free port before Azurite does.
        for (var attempt = 0; attempt < 3 && _process is null; attempt++)
        {
            var started = AzuriteProcess.Start(node, script, AzuritePorts.Free(), _folder);
            if (await started.WaitUntilReadyAsync(CancellationToken.None))
            {
                _process = started;
            }
        }

        var ports = _process?.Ports
            ?? throw new InvalidOperationException(File.ReadAllText(Path.Combine(_folder, AzuriteProcess.LogFileName)));
        ConnectionString = AzuriteAccount.ConnectionString(ports);
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
