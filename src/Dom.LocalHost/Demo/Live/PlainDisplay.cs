using System.Globalization;

namespace Dom.LocalHost.Demo.Live;

/// <summary>Writes a line for each event and, now and then, one with the figures: for files and pipes.</summary>
/// <param name="output">Where to.</param>
internal sealed class PlainDisplay(TextWriter output) : IDemoDisplay
{
    private const int LooksBetweenFigures = 20;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    public async Task RunAsync(DemoBoard board, CancellationToken cancellationToken)
    {
        var last = 0L;
        for (var look = 1; !cancellationToken.IsCancellationRequested; look++)
        {
            await Task.Delay(BetweenLooks, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            last = await WriteAsync(board, last);
            if (look % LooksBetweenFigures == 0)
            {
                await output.WriteLineAsync(DemoSummary.Line(board.Figures()));
            }
        }
    }

    private async Task<long> WriteAsync(DemoBoard board, long last)
    {
        foreach (var happening in board.EventsAfter(last))
        {
            var who = string.Join(' ', new[] { happening.OrderId, happening.LocationId }.Where(name => name.Length > 0));
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{happening.At:HH:mm:ss} {who}{(who.Length > 0 ? ": " : "")}{happening.Sentence}"));
            last = happening.Number;
        }

        return last;
    }
}
