using System.Diagnostics;
using Azure;

namespace Dom.LocalHost.Azurite;

/// <summary>Finds the Azurite that serves a data folder, and starts it where there is none.</summary>
/// <param name="options">Where to look and where to install.</param>
/// <param name="folder">The data folder.</param>
internal sealed class AzuriteFinder(LocalStorageOptions options, DataFolder folder)
{
    // Long enough for the other host to install Azurite.
    private static readonly TimeSpan OtherHostPatience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan SilencePatience = TimeSpan.FromSeconds(60);
    // A host marks the Azurite that it has started as soon as it answers.
    private static readonly TimeSpan MarkPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Finds or starts it.</summary>
    /// <param name="cancellationToken">Gives up; what was started is stopped.</param>
    /// <exception cref="LocalHostException">It cannot be started.</exception>
    public Task<FoundAzurite> FindAsync(CancellationToken cancellationToken) =>
        folder.TryClaim() ? FindOwnAsync(cancellationToken) : WaitForOtherHostAsync(cancellationToken);

    private async Task<FoundAzurite> FindOwnAsync(CancellationToken cancellationToken)
    {
        if (await RecordedAsync(cancellationToken).ConfigureAwait(false) is { } recorded)
        {
            await SayAsync($"Azurite still runs on {recorded.Ports} for {folder.FullPath}").ConfigureAwait(false);
            return recorded;
        }

        return await ChooseAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<FoundAzurite> ChooseAsync(CancellationToken cancellationToken)
    {
        var usual = options.UsualPorts;
        var (answer, mark) = await AskForMarkAsync(usual, cancellationToken).ConfigureAwait(false);
        if (StorageDecider.Decide(answer, mark?.Folder, folder.FullPath) == StorageChoice.UseWhatListens)
        {
            // Another host may have found it at the same moment: the first to mark it has it.
            mark = await MarkerOf(usual).WriteAsync(new DataMark(folder.FullPath, 0), over: mark, cancellationToken).ConfigureAwait(false);
        }

        switch (StorageDecider.Decide(answer, mark?.Folder, folder.FullPath))
        {
            case StorageChoice.UseWhatListens:
                await SayAsync($"Using the Azurite that runs on {usual}").ConfigureAwait(false);
                return new FoundAzurite(usual, null);

            case StorageChoice.StartOnFreePorts:
                var who = mark is null ? "something else listens there" : $"the Azurite there serves {mark.Folder}";
                await SayAsync($"Not using {usual}: {who}").ConfigureAwait(false);
                return await StartAsync(null, cancellationToken).ConfigureAwait(false);

            default:
                return await StartAsync(usual, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<FoundAzurite> StartAsync(AzuritePorts? ports, CancellationToken cancellationToken)
    {
        var process = await new AzuriteStarter(options, folder)
            .StartAsync(ports, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            await ClaimAsync(process, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await process.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        await SayAsync($"Azurite runs on {process.Ports} with its files in {Path.Combine(folder.FullPath, "azurite")}")
            .ConfigureAwait(false);
        return new FoundAzurite(process.Ports, process);
    }

    private async Task ClaimAsync(AzuriteProcess process, CancellationToken cancellationToken)
    {
        var marker = MarkerOf(process.Ports);
        var mark = new DataMark(folder.FullPath, process.Id);

        // A mark that a host wrote who had started it lies in its files: the folder has been moved since.
        var before = await marker.ReadAsync(cancellationToken).ConfigureAwait(false);
        var now = await marker
            .WriteAsync(mark, over: before is { } own && (own.Pid != 0 || IsOurs(own)) ? own : null, cancellationToken)
            .ConfigureAwait(false);
        if (now != mark)
        {
            throw new LocalHostException(
                $"A host of the data folder '{now.Folder}' took the Azurite on {process.Ports} while this one was starting it for '{folder.FullPath}'. Start both again.");
        }
    }

    private static async Task<(PortAnswer Answer, DataMark? Mark)> AskForMarkAsync(AzuritePorts ports, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var found = await AskAsync(ports, cancellationToken).ConfigureAwait(false);
            if (found is not (PortAnswer.Azurite, null) || watch.Elapsed > MarkPatience)
            {
                return found;
            }

            await Task.Delay(PollInterval, cancellationToken).ConfigureAwait(false);
        }
    }

    // The host that has the folder may be about to start its Azurite, or to stop it and give the folder up.
    private async Task<FoundAzurite> WaitForOtherHostAsync(CancellationToken cancellationToken)
    {
        await SayAsync($"Another process uses {folder.FullPath}; sharing its storage").ConfigureAwait(false);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(OtherHostPatience);
        try
        {
            while (true)
            {
                if (await RecordedAsync(patience.Token).ConfigureAwait(false) is { } recorded)
                {
                    return recorded with { Owned = null };
                }

                var (answer, mark) = await AskAsync(options.UsualPorts, patience.Token).ConfigureAwait(false);
                if (answer == PortAnswer.Azurite && mark is not null && IsOurs(mark))
                {
                    return new FoundAzurite(options.UsualPorts, null);
                }

                await Task.Delay(PollInterval, patience.Token).ConfigureAwait(false);
                if (folder.TryClaim())
                {
                    return await FindOwnAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LocalHostException(
                $"Another process uses the data folder '{folder.FullPath}', but no storage of it answers after " +
                $"{OtherHostPatience.TotalSeconds:F0} s. End that process, or name another folder with --data.");
        }
    }

    private async Task<FoundAzurite?> RecordedAsync(CancellationToken cancellationToken)
    {
        if (AzuriteRecord.Read(folder.FullPath) is not { } record)
        {
            return null;
        }

        var (answer, mark) = await AskPatientlyAsync(record, cancellationToken).ConfigureAwait(false);

        // No mark yet: the host was killed between starting it and marking it.
        if (answer != PortAnswer.Azurite || (mark is not null && !IsOurs(mark)))
        {
            return null;
        }

        // Only the Azurite itself can say that the process with this id is still the one that was recorded.
        var owned = mark?.Pid == record.Pid ? AzuriteProcess.Adopt(record.Pid, record.Ports) : null;
        return new FoundAzurite(record.Ports, owned);
    }

    // An Azurite with much in it is silent while it saves. A second one on the same files would ruin them.
    private static async Task<(PortAnswer Answer, DataMark? Mark)> AskPatientlyAsync(
        AzuriteRecord record, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var found = await AskAsync(record.Ports, cancellationToken).ConfigureAwait(false);
            if (found.Answer != PortAnswer.Silence)
            {
                return found;
            }

            if (watch.Elapsed > SilencePatience)
            {
                throw new LocalHostException(
                    $"Azurite (process {record.Pid}, {record.Ports}) holds this data folder but does not answer. " +
                    "End that process and start again.");
            }
        }
    }

    private static async Task<(PortAnswer Answer, DataMark? Mark)> AskAsync(
        AzuritePorts ports, CancellationToken cancellationToken)
    {
        var answer = await AzuriteProbe.AskAsync(ports, cancellationToken).ConfigureAwait(false);
        if (answer != PortAnswer.Azurite)
        {
            return (answer, null);
        }

        try
        {
            return (answer, await MarkerOf(ports).ReadAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (RequestFailedException)
        {
            // It has other accounts than the well-known one, so it is as good as any stranger.
            return (PortAnswer.SomethingElse, null);
        }
    }

    private bool IsOurs(DataMark mark) => StorageDecider.IsSameFolder(mark.Folder, folder.FullPath);

    private static DataMarker MarkerOf(AzuritePorts ports) => new(AzuriteAccount.ConnectionString(ports));

    private Task SayAsync(string line) => options.Output.WriteLineAsync(line);
}
