using Dom.LocalHost.Demo.Api;
using Dom.LocalHost.Demo.Live;
using Dom.LocalHost.Demo.Orders;

namespace Dom.LocalHost.Demo;

/// <summary>Posts the channels' orders to the queue at the rate asked for.</summary>
/// <param name="stream">The orders.</param>
/// <param name="client">Posts them.</param>
/// <param name="options">How many, and how fast.</param>
/// <param name="board">Counts them.</param>
internal sealed class DemoChannels(DemoOrderStream stream, DemoClient client, DemoOptions options, DemoBoard board)
{
    // Posts under way at once: what lies between this process and a broker that stores before it answers.
    private const int InFlight = 8;

    /// <summary>Posts until all orders asked for are posted, or until it is stopped.</summary>
    /// <param name="posted">Is called for each order that the queue took.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task RunAsync(Action<string> posted, CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(InFlight);
        var underWay = new List<Task>();
        var clock = TimeProvider.System;
        var (start, gap) = (clock.GetTimestamp(), TimeSpan.FromMinutes(1 / options.OrdersPerMinute));
        for (var number = 0; options.Orders is not { } last || number < last; number++)
        {
            // By the clock since the start, so that slow answers do not lower the rate.
            if ((gap * number) - clock.GetElapsedTime(start) is { Ticks: > 0 } early)
            {
                await Task.Delay(early, cancellationToken);
            }

            foreach (var message in stream.Next(clock.GetUtcNow()))
            {
                await places.WaitAsync(cancellationToken);
                underWay.Add(PostAsync(message, posted, places, cancellationToken));
            }

            await RemoveEndedAsync(underWay);
        }

        await Task.WhenAll(underWay);
    }

    private async Task PostAsync(DemoMessage message, Action<string> posted, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        try
        {
            var isTaken = await client.PostAsync(message, cancellationToken);
            board.Posted(message, isTaken);
            if (isTaken && message.Order is not null)
            {
                posted(message.OrderId);
            }
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Forgets the posts that have ended; one that failed ends the demo with what it says.</summary>
    private static async Task RemoveEndedAsync(List<Task> underWay)
    {
        foreach (var ended in underWay.Where(task => task.IsCompleted).ToList())
        {
            underWay.Remove(ended);
            await ended;
        }
    }
}
