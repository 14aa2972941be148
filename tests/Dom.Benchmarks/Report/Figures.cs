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

    /// <summary>Money, of minor units.</summary>
    /// <param name="minorUnits">How many.</param>
    public static string Money(long minorUnits) => Of(minorUnits / 100.0, 2);

    /// <summary>Memory, in MB of 1,000,000 bytes.</summary>
    /// <param name="bytes">How many bytes.</param>
    public static string Megabytes(long bytes) => Of(bytes / 1_000_000);

    /// <summary>Seconds until something was reached.</summary>
    /// <param name="seconds">The seconds; none where it was not reached.</param>
    public static string Seconds(double? seconds) => seconds is { } value ? Of(value, 3) : "not reached";

    /// <summary>How much more one cost is than another, per cent; below 0 where it is less.</summary>
    /// <param name="cost">The one.</param>
    /// <param name="than">The other.</param>
    public static double More(long cost, long than) => (((double)cost / than) - 1) * 100;

    /// <summary>A share of sorted values.</summary>
    /// <param name="sorted">The values in rising order, at least one.</param>
    /// <param name="share">0 to 1; 0.5 is the median.</param>
    public static double Percentile(IReadOnlyList<double> sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
}
