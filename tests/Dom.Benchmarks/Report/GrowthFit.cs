namespace Dom.Benchmarks.Report;

/// <summary>How fast a measure grows with size.</summary>
internal static class GrowthFit
{
    /// <summary>The exponent e of measure = c × size^e that fits best, by least squares of the logarithms; none for fewer than two different sizes.</summary>
    /// <param name="points">Sizes and measures, all above 0.</param>
    public static double? Exponent(IEnumerable<(double Size, double Measure)> points)
    {
        var logs = points.Select(point => (X: Math.Log(point.Size), Y: Math.Log(point.Measure))).ToArray();
        if (logs.Length == 0)
        {
            return null;
        }

        var (x, y) = (logs.Average(log => log.X), logs.Average(log => log.Y));
        var spread = logs.Sum(log => (log.X - x) * (log.X - x));
        return spread < 1e-9 ? null : logs.Sum(log => (log.X - x) * (log.Y - y)) / spread;
    }
}
