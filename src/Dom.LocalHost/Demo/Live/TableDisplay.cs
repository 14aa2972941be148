using System.Globalization;
using Spectre.Console;

namespace Dom.LocalHost.Demo.Live;

/// <summary>Shows the figures and the newest events as a live table: for terminals.</summary>
/// <param name="console">The terminal.</param>
internal sealed class TableDisplay(IAnsiConsole console) : IDemoDisplay
{
    private const int FewestEvents = 5;
    private const int LinesOfFigures = 12;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(400);

    /// <inheritdoc/>
    public Task RunAsync(DemoBoard board, CancellationToken cancellationToken) =>
        console.Live(Picture(board)).AutoClear(false).StartAsync(async live =>
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(BetweenLooks, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                live.UpdateTarget(Picture(board));
            }
        });

    private Rows Picture(DemoBoard board)
    {
        var most = Math.Max(FewestEvents, console.Profile.Height - LinesOfFigures);
        var figures = board.Figures();
        return new Rows(Title(figures), Figures(figures), Events([.. board.EventsAfter(0).TakeLast(most)]));
    }

    private static Table Figures(DemoFigures figures)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var name in new[] { "Orders", "Offers", "Attention" })
        {
            table.AddColumn(name);
        }

        table.AddRow(
            Block(("posted", figures.Posted), ("sourced", figures.Sourced), ("in fulfillment", figures.InFulfillment), ("completed", figures.Completed), ("cancelled", figures.Cancelled)),
            Block(("made", figures.Offered), ("accepted", figures.Accepted), ("rejected", figures.Rejected), ("expired", figures.Expired), ("re-routed", figures.Rerouted)),
            new Markup(string.Create(
                CultureInfo.InvariantCulture,
                $"waiting [bold]{figures.Waiting}[/]\nexceptions [bold]{figures.Exceptions}[/]\ndead letters [bold]{DemoSummary.DeadLetters(figures)}[/]\nhanded over [bold]{figures.HandedOver}[/]")));
        return table;
    }

    // Above the table and not its title, which would be broken to the table's width.
    private static Markup Title(DemoFigures figures) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"Dom demo · {(figures.Now - figures.Since).TotalMinutes:0.0} min · {figures.PostedLastMinute} orders in the last minute{(figures.IsHostThere ? "" : " · [red]the host does not answer[/]")} · Ctrl-C ends"));

    private static Markup Block(params (string Name, int Value)[] lines) => new(string.Join(
        '\n', lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Name} [bold]{line.Value}[/]"))));

    private static Table Events(IReadOnlyList<DemoEvent> events)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        foreach (var name in new[] { "Time", "Order", "Location" })
        {
            table.AddColumn(new TableColumn(name).NoWrap());
        }

        // A sentence may be long; it is cut rather than wrapped, so that the picture keeps its height.
        table.AddColumn(new TableColumn("What").NoWrap());
        foreach (var happening in events)
        {
            table.AddRow(
                new Text(happening.At.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture), new Style(foreground: Color.Grey)),
                new Text(happening.OrderId),
                new Text(happening.LocationId, new Style(foreground: Color.Teal)),
                new Text(happening.Sentence, Colour(happening.Sentence)) { Overflow = Overflow.Ellipsis });
        }

        return table;
    }

    private static Style Colour(string sentence) => sentence switch
    {
        _ when sentence.StartsWith("Rejected", StringComparison.Ordinal) || sentence.Contains("expired", StringComparison.Ordinal) => new Style(foreground: Color.Yellow),
        _ when sentence.StartsWith("Exception", StringComparison.Ordinal) || sentence.Contains("dead-lettered", StringComparison.Ordinal) => new Style(foreground: Color.Red),
        _ when sentence.StartsWith("Order completed", StringComparison.Ordinal) => new Style(foreground: Color.Green),
        _ => Style.Plain,
    };
}
