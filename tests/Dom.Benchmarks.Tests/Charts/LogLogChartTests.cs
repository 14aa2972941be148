using System.Xml.Linq;
using Dom.Benchmarks.Charts;

namespace Dom.Benchmarks.Tests.Charts;

public sealed class LogLogChartTests
{
    [Fact]
    public void ToSvg_is_XML_with_title_axes_and_legend()
    {
        var chart = new LogLogChart("Gap < 1 %", "two seeds", "seconds", "gap, %");
        chart.Add(new("ours", "#0072b2", [(0.1, 10), (1, 1)], SeriesForm.Steps));
        chart.Add(new("greedy & co", "#d55e00", [(1, 5)], SeriesForm.Level));

        var svg = XDocument.Parse(chart.ToSvg());

        var texts = svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToArray();
        Assert.Superset(new HashSet<string> { "Gap < 1 %", "two seeds", "seconds", "gap, %", "ours", "greedy & co", "1", "10" }, texts.ToHashSet());
    }

    [Fact]
    public void ToSvg_draws_an_empty_chart()
    {
        Assert.Equal("svg", XDocument.Parse(new LogLogChart("a", "b", "c", "d").ToSvg()).Root!.Name.LocalName);
    }
}
