namespace Dom.Benchmarks.Charts;

/// <summary>Points of a chart that belong together.</summary>
/// <param name="Name">What the legend calls them; none to leave them out of it, as further lines of one name.</param>
/// <param name="Colour">Their colour, as SVG writes it.</param>
/// <param name="Points">The points, ascending by x; both above 0.</param>
/// <param name="Form">How they are drawn.</param>
internal sealed record ChartSeries(string? Name, string Colour, IReadOnlyList<(double X, double Y)> Points, SeriesForm Form);
