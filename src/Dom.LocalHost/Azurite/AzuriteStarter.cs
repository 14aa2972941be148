namespace Dom.LocalHost.Azurite;

/// <summary>Starts an Azurite for a data folder that this process has claimed.</summary>
/// <param name="options">Where to install and what to say it to.</param>
/// <param name="folder">The data folder.</param>
internal sealed class AzuriteStarter(LocalStorageOptions options, DataFolder folder)
{
    private const int Attempts = 3;
    private const int LinesShown = 15;

    /// <summary>Installs Azurite if need be, starts it and waits until it answers.</summary>
    /// <param name="ports">Ports to try first; null to take free ones at once.</param>
    /// <param name="cancellationToken">Gives up; what was started is stopped.</param>
    /// <returns>An Azurite that answers, recorded in the data folder.</returns>
    /// <exception cref="LocalHostException">Node.js is missing, or Azurite does not start.</exception>
    public async Task<AzuriteProcess> StartAsync(AzuritePorts? ports, CancellationToken cancellationToken)
    {
        var node = await NodeRuntime.FindAsync(cancellationToken).ConfigureAwait(false);
        var script = await new AzuriteInstallation(options.CacheFolder, options.Output)
            .EnsureAsync(node, cancellationToken)
            .ConfigureAwait(false);

        // Somebody else may take a port in the moment before Azurite does.
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var tried = attempt == 0 && ports is not null ? ports : AzuritePorts.Free();
            if (await TryAsync(node, script, tried, cancellationToken).ConfigureAwait(false) is { } process)
            {
                return process;
            }
        }

        throw new LocalHostException(
            $"Azurite found its ports taken {Attempts} times. Start again, or " +
            "start an Azurite yourself on ports 10000 to 10002.");
    }

    private async Task<AzuriteProcess?> TryAsync(
        NodeRuntime node, string script, AzuritePorts ports, CancellationToken cancellationToken)
    {
        var process = AzuriteProcess.Start(node, script, ports, folder.FullPath);
        var isReady = false;
        try
        {
            new AzuriteRecord(process.Id, ports).Write(folder.FullPath);
            isReady = await process.WaitUntilReadyAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!isReady)
            {
                await process.DisposeAsync().ConfigureAwait(false);
                AzuriteRecord.Remove(folder.FullPath);
            }
        }

        if (isReady)
        {
            return process;
        }

        var words = LastWords();
        return words.Contains("EADDRINUSE", StringComparison.Ordinal)
            ? null
            : throw new LocalHostException(
                $"Azurite, the local storage, ended right after its start. Mend what it says " +
                $"(in {AzuriteProcess.LogFileName} of the data folder), or name another folder with --data:" +
                $"{Environment.NewLine}{words}");
    }

    private string LastWords()
    {
        var log = Path.Combine(folder.FullPath, AzuriteProcess.LogFileName);
        return File.Exists(log) ? string.Join(Environment.NewLine, File.ReadLines(log).TakeLast(LinesShown)) : "";
    }
}
