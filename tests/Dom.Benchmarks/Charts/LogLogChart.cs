using System.Globalization;
using System.Security;
using System.Text;

namespace Dom.Benchmarks.Charts;

/// <summary>A chart with two logarithmic axes, as an SVG file that is legible on a light and on a dark page: it brings its own ground.</summary>
/// <param name="title">What it shows.</param>
/// <param name="subtitle">Of what, and how measured.</param>
/// <param name="xLabel">The horizontal axis, with its unit.</param>
/// <param name="yLabel">The vertical axis, with its unit.</param>
internal sealed class LogLogChart(string title, string subtitle, string xLabel, string yLabel)
{
    private const int Width = 760;
    private const int Height = 440;
    private const int Left = 76;
    private const int Right = 560;
    private const int Top = 72;
    private const int Bottom = 376;
    private const string Ink = "#222222";
    private const string Quiet = "#666666";
    private const string Ground = "#fcfcfa";
    private const string Dashes = " stroke-dasharray=\"6 4\"";

    private readonly List<ChartSeries> _series = [];
    private readonly StringBuilder _text = new();

    /// <summary>Adds points.</summary>
    /// <param name="series">The points.</param>
    public void Add(ChartSeries series) => _series.Add(series);

    /// <summary>The chart as SVG.</summary>
    public string ToSvg()
    {
        var points = _series.SelectMany(series => series.Points.Select(point => (point.X, point.Y, series.Form))).ToArray();
        var x = LogAxis.Around(points.Where(point => point.Form != SeriesForm.Level).Select(point => point.X), Left, Right);
        var y = LogAxis.Around(points.Select(point => point.Y), Bottom, Top);
        _text.Clear();
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">");
        Line($"<title>{Escape(title)}</title>");
        Line($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"{Ground}\"/>");
        Words(Left, 28, title, Ink, "start", " font-size=\"16\" font-weight=\"bold\"");
        Words(Left, 48, subtitle, Quiet, "start");
        DrawAxes(x, y);
        foreach (var series in _series)
        {
            Draw(series, x, y);
        }

        DrawLegend();
        Line($"</svg>");
        return _text.ToString();
    }

    private void DrawAxes(LogAxis x, LogAxis y)
    {
        foreach (var (value, isPower, hasLabel) in x.Ticks())
        {
            var at = x.Place(value);
            Line($"<line x1=\"{at:F1}\" y1=\"{Top}\" x2=\"{at:F1}\" y2=\"{Bottom}\" stroke=\"{(isPower ? "#cfcfca" : "#ececea")}\"/>");
            if (hasLabel)
            {
                Words(at, Bottom + 18, LogAxis.Label(value), Ink, "middle");
            }
        }

        foreach (var (value, isPower, hasLabel) in y.Ticks())
        {
            var at = y.Place(value);
            Line($"<line x1=\"{Left}\" y1=\"{at:F1}\" x2=\"{Right}\" y2=\"{at:F1}\" stroke=\"{(isPower ? "#cfcfca" : "#ececea")}\"/>");
            if (hasLabel)
            {
                Words(Left - 8, at + 4, LogAxis.Label(value), Ink, "end");
            }
        }

        Line($"<path d=\"M{Left} {Top}V{Bottom}H{Right}\" fill=\"none\" stroke=\"{Ink}\"/>");
        Words((Left + Right) / 2.0, Bottom + 42, xLabel, Ink, "middle");
        Words(0, 0, yLabel, Ink, "middle", string.Create(CultureInfo.InvariantCulture, $" transform=\"translate(20 {(Top + Bottom) / 2}) rotate(-90)\""));
    }

    private void Draw(ChartSeries series, LogAxis x, LogAxis y)
    {
        var places = series.Points.Select(point => (X: x.Place(point.X), Y: y.Place(point.Y))).ToArray();
        if (places.Length == 0)
        {
            return;
        }

        switch (series.Form)
        {
            case SeriesForm.Level:
                Path($"M{Left} {places[0].Y:F1}H{Right}", series.Colour, Dashes);
                break;
            case SeriesForm.Steps:
                Path($"M{places[0].X:F1} {places[0].Y:F1}{Joined(places.Skip(1).Select(place => Text($"H{place.X:F1}V{place.Y:F1}")))}", series.Colour, "");
                break;
            case SeriesForm.Dots:
                Path($"M{places[0].X:F1} {places[0].Y:F1}{Joined(places.Skip(1).Select(place => Text($"L{place.X:F1} {place.Y:F1}")))}", series.Colour, "");
                Dots(places, series.Colour, series.Colour);
                break;
            default:
                Dots(places, Ground, series.Colour);
                break;
        }
    }

    private void Dots((double X, double Y)[] places, string fill, string stroke)
    {
        foreach (var (x, y) in places)
        {
            Line($"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"4\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"1.6\"/>");
        }
    }

    private void DrawLegend()
    {
        var y = Top + 10.0;
        foreach (var series in _series.Where(series => series.Name is not null))
        {
            if (series.Form == SeriesForm.Hollow)
            {
                Dots([(Right + 32, y - 4)], Ground, series.Colour);
            }
            else
            {
                Path($"M{Right + 20} {y - 4:F1}h24", series.Colour, series.Form == SeriesForm.Level ? Dashes : "");
                Dots(series.Form == SeriesForm.Dots ? [(Right + 32, y - 4)] : [], series.Colour, series.Colour);
            }

            Words(Right + 52, y, series.Name!, Ink, "start");
            y += 22;
        }
    }

    private void Path(FormattableString d, string colour, string more) => Line($"<path d=\"{Text(d)}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.8\"{more}/>");

    private void Words(double x, double y, string words, string colour, string anchor, string more = "") =>
        Line($"<text x=\"{x:F1}\" y=\"{y:F1}\" fill=\"{colour}\" text-anchor=\"{anchor}\"{more}>{Escape(words)}</text>");

    private void Line(FormattableString line) => _text.Append(Text(line)).Append('\n');

    private static string Joined(IEnumerable<string> parts) => string.Concat(parts);

    private static string Escape(string words) => SecurityElement.Escape(words);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
