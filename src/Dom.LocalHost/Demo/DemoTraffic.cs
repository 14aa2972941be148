using System.Globalization;
using Dom.LocalHost.Demo.Api;
using Dom.LocalHost.Demo.Live;
using Dom.LocalHost.Demo.Network;
using Dom.LocalHost.Demo.Orders;
using Dom.LocalHost.Demo.Stores;

namespace Dom.LocalHost.Demo;

/// <summary>Channels that post orders and stores that answer, against a host that runs: in this process or another.</summary>
internal static class DemoTraffic
{
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenSettledChecks = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Runs the demo until the orders asked for have ended or wait, or until it is stopped; both are a clean end.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="display">Shows what happens.</param>
    /// <param name="cancellationToken">Stops it, as Ctrl-C does.</param>
    /// <returns>What was counted.</returns>
    /// <exception cref="LocalHostException">The keys cannot be read or are not the host's, or the host answers something else than this demo reads.</exception>
    public static async Task<DemoFigures> RunAsync(DemoOptions options, IDemoDisplay display, CancellationToken cancellationToken)
    {
        var keys = await TrafficKeys.ReadAsync(options.KeysFile, cancellationToken);
        var board = new DemoBoard(TimeProvider.System);
        using var http = new HttpClient { Timeout = RequestTimeout };
        var client = new DemoClient(http, options, keys, board);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var showing = display.RunAsync(board, ending.Token);
        try
        {
            await RunAsync(options, client, board, ending.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C is how a demo ends.
        }
        finally
        {
            await ending.CancelAsync();
            await showing;
        }

        return board.Figures();
    }

    private static async Task RunAsync(DemoOptions options, DemoClient client, DemoBoard board, CancellationToken cancellationToken)
    {
        var network = DemoNetwork.Create(DemoNetwork.DefaultSeed);
        var run = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString("x", CultureInfo.InvariantCulture);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stores = new DemoStores(
            [.. network.Locations.Select(location => location.LocationId)], new StoreChances(options.Seed, options.Shares), client, options, board);
        var watch = new DemoWatch(client, board, shipment => stores.TakeUp(shipment, ending.Token));
        var channels = new DemoChannels(new DemoOrderStream(network, options.Seed, run), client, options, board);

        Task[] endless = [watch.RunAsync(ending.Token), stores.RunAsync(ending.Token), CountAsync(client, board, ending.Token)];
        var posting = PostAllAsync(channels, watch, ending.Token);
        var first = await Task.WhenAny([posting, .. endless]);
        await ending.CancelAsync();
        await EndAsync([.. endless, posting, stores.WhenIdleAsync()]);
        await first;
    }

    private static async Task PostAllAsync(DemoChannels channels, DemoWatch watch, CancellationToken cancellationToken)
    {
        await channels.RunAsync(watch.Follow, cancellationToken);
        while (!watch.IsSettled)
        {
            await Task.Delay(BetweenSettledChecks, cancellationToken);
        }
    }

    private static async Task CountAsync(DemoClient client, DemoBoard board, CancellationToken cancellationToken)
    {
        while (true)
        {
            board.DeadLetters(await client.DeadLettersAsync(cancellationToken));
            await Task.Delay(BetweenCounts, cancellationToken);
        }
    }

    /// <summary>Waits for what was told to stop. That it was stopped, or what else it says, is for the one that ended first to say.</summary>
    private static async Task EndAsync(IEnumerable<Task> tasks) =>
        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
