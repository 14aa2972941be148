using Dom.Core.Solving;
using Dom.LocalHost.Solving;

namespace Dom.LocalHost.Tests.Solving;

public sealed class ProgressLinesTests
{
    [Fact]
    public void Report_is_silent_in_the_first_second()
    {
        var writer = new StringWriter();
        var progress = new ProgressLines(writer, isTerminal: false);

        progress.Report(At(0.999));
        progress.End();

        Assert.Equal("", writer.ToString());
    }

    [Fact]
    public void Report_says_how_far_it_has_got()
    {
        var writer = new StringWriter { NewLine = "\n" };
        var progress = new ProgressLines(writer, isTerminal: false);

        progress.Report(new SolveProgress(3, long.MaxValue, 900, TimeSpan.FromSeconds(1)));
        progress.Report(new SolveProgress(45, 1_010_000, 999_900, TimeSpan.FromSeconds(12.34)));

        Assert.Equal(
            "    1.0 s  iteration 3  no plan yet  bound 900\n   12.3 s  iteration 45  cost 1,010,000  bound 999,900  gap 1.000 %\n", writer.ToString());
    }

    [Fact]
    public void Report_says_less_the_longer_it_goes_on()
    {
        var writer = new StringWriter { NewLine = "\n" };
        var progress = new ProgressLines(writer, isTerminal: false);

        for (var tenth = 0; tenth <= 6000; tenth++)
        {
            progress.Report(At(tenth / 10.0));
        }

        // Once a second for 20 seconds, then at every twentieth of the time so far.
        Assert.InRange(writer.ToString().Count(character => character == '\n'), 80, 95);
    }

    [Fact]
    public void Report_writes_over_its_line_in_a_terminal()
    {
        var writer = new StringWriter { NewLine = "\n" };
        var progress = new ProgressLines(writer, isTerminal: true);

        progress.Report(At(1));
        progress.Report(At(1.5));
        progress.Report(At(2));
        progress.End();
        progress.End();

        Assert.Equal(3, writer.ToString().Split('\r').Length);
        Assert.EndsWith("%\n", writer.ToString(), StringComparison.Ordinal);
        Assert.Single(writer.ToString(), character => character == '\n');
    }

    private static SolveProgress At(double seconds) => new(1, 100, 90, TimeSpan.FromSeconds(seconds));
}
