using System.CommandLine;
using Dom.LocalHost.Commands;
using Dom.LocalHost.Demo.Live;
using Spectre.Console;

namespace Dom.LocalHost.Demo;

/// <summary>The command <c>dom demo</c>.</summary>
internal static class DemoCommand
{
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Makes the command.</summary>
    /// <param name="startHost">Starts a host for the demo where none listens, and returns what ends it; null where the demo needs a running one.</param>
    public static Command Create(Func<DemoOptions, CancellationToken, Task<IAsyncDisposable>>? startHost)
    {
        var symbols = new DemoSymbols();
        var command = new Command("demo", "Channels that post orders and stores that answer, by chance, against the local host.");
        foreach (var option in symbols.All)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(symbols.CheckShares);
        command.SetAction((parsed, cancellationToken) =>
            ExitStatus.OfAsync(() => RunAsync(symbols.Read(parsed), startHost, Console.Out, cancellationToken)));
        return command;
    }

    /// <summary>Runs the demo, and says at its end what was counted.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="startHost">Starts a host where none listens; null where there must be one.</param>
    /// <param name="output">Where to say it. The terminal gets a live table, anything else plain lines.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="LocalHostException">There is no host, or it cannot be used.</exception>
    public static async Task RunAsync(
        DemoOptions options, Func<DemoOptions, CancellationToken, Task<IAsyncDisposable>>? startHost, TextWriter output, CancellationToken cancellationToken)
    {
        await using var host = await EnsureHostAsync(options, startHost, cancellationToken);
        var figures = await DemoTraffic.RunAsync(options, Display(output), cancellationToken);
        await output.WriteLineAsync(DemoSummary.End(figures));
    }

    private static IDemoDisplay Display(TextWriter output) =>
        output == Console.Out && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities is { Ansi: true, Interactive: true }
            ? new TableDisplay(AnsiConsole.Console)
            : new PlainDisplay(output);

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
