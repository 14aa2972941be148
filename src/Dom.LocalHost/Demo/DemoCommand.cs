using System.CommandLine;
using Dom.LocalHost.Demo.Live;
using Spectre.Console;

namespace Dom.LocalHost.Demo;

/// <summary>The command <c>dom demo</c>.</summary>
internal static class DemoCommand
{
    /// <summary>Exit status where something can be mended by whoever ran the command.</summary>
    public const int Failed = 1;

    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Makes the command. Report what is wrong with its options by <see cref="CommandLineErrors"/> before it is invoked.</summary>
    /// <param name="startHost">Starts a host for the demo where none listens, and returns what ends it; null where the demo needs a running one.</param>
    public static Command Create(Func<DemoOptions, CancellationToken, Task<IAsyncDisposable>>? startHost)
    {
        var symbols = new DemoSymbols();
        var command = new Command("demo", "Channels that post orders and stores that answer, by chance, against the local host.");
        foreach (var option in symbols.All)
        {
            command.Add(option);
        }

        command.Validators.Add(symbols.CheckShares);
        command.SetAction((parsed, cancellationToken) => RunAsync(symbols.Read(parsed), startHost, parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        DemoOptions options, Func<DemoOptions, CancellationToken, Task<IAsyncDisposable>>? startHost, InvocationConfiguration streams, CancellationToken cancellationToken)
    {
        try
        {
            await using var host = await EnsureHostAsync(options, startHost, cancellationToken);
            var figures = await DemoTraffic.RunAsync(options, Display(streams), cancellationToken);
            await streams.Output.WriteLineAsync(DemoSummary.End(figures));
            return 0;
        }
        catch (LocalHostException fault)
        {
            await streams.Error.WriteLineAsync(fault.Message);
            return Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped before it began.
            return 0;
        }
    }

    private static IDemoDisplay Display(InvocationConfiguration streams) =>
        streams.Output == Console.Out && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities is { Ansi: true, Interactive: true }
            ? new TableDisplay(AnsiConsole.Console)
            : new PlainDisplay(streams.Output);

    private static async Task<IAsyncDisposable?> EnsureHostAsync(
        DemoOptions options, Func<DemoOptions, CancellationToken, Task<IAsyncDisposable>>? startHost, CancellationToken cancellationToken)
    {
        if (await IsListeningAsync(options.Url, cancellationToken))
        {
            return null;
        }

        return startHost is not null
            ? await startHost(options, cancellationToken)
            : throw new LocalHostException(
                $"No host answers at {options.Url}. Start one with 'dotnet run --project src/Dom.LocalHost', or name another with --url.");
    }

    /// <summary>Whether something answers HTTP there; what it answers does not matter, a host that starts is awaited by the demo itself.</summary>
    private static async Task<bool> IsListeningAsync(Uri url, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = ProbeTimeout };
        try
        {
            using var answer = await http.GetAsync(new Uri(url, "/api/health/live"), cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It accepts connections and is busy.
            return true;
        }
    }
}
