using System.Globalization;

namespace Dom.Benchmarks.Report;

/// <summary>Numbers as the tables show them.</summary>
internal static class Figures
{
    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static string Of(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with decimals.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">How many decimals, 0 to 3.</param>
    public static string Of(double value, int decimals) => value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A share of sorted values.</summary>
    /// <param name="sorted">The values in rising order, at least one.</param>
    /// <param name="share">0 to 1; 0.5 is the median.</param>
    public static double Percentile(IReadOnlyList<double> sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
}
