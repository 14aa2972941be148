using System.Globalization;

namespace Dom.Benchmarks.Charts;

/// <summary>An axis whose equal lengths are equal factors.</summary>
/// <param name="Least">Its least value, above 0.</param>
/// <param name="Most">Its greatest value, above the least.</param>
/// <param name="Start">Where the least value lies, pixels.</param>
/// <param name="End">Where the greatest lies, pixels.</param>
internal sealed record LogAxis(double Least, double Most, double Start, double End)
{
    private const double ShortFactor = 50;
    private static readonly double[] Steps = [1, 2, 5];

    /// <summary>An axis that holds some values, and ends at 1, 2 or 5 times a power of ten.</summary>
    /// <param name="values">The values; those that are not above 0 are left out.</param>
    /// <param name="start">Where its least value lies, pixels.</param>
    /// <param name="end">Where its greatest lies, pixels.</param>
    public static LogAxis Around(IEnumerable<double> values, double start, double end)
    {
        double[] shown = [.. values.Where(value => value > 0).DefaultIfEmpty(1)];
        var marks = Marks(shown.Min() / 10, shown.Max() * 10).ToArray();
        return new(marks.Last(mark => mark <= shown.Min() * 0.999), marks.First(mark => mark >= shown.Max() * 1.001), start, end);
    }

    /// <summary>Where a value lies, pixels.</summary>
    /// <param name="value">The value, above 0.</param>
    public double Place(double value) => Start + ((End - Start) * Math.Log(value / Least) / Math.Log(Most / Least));

    /// <summary>The values to mark: the powers of ten, and twice and five times them; the powers and the ends have labels, on a short axis all of them.</summary>
    public IEnumerable<(double Value, bool IsPower, bool HasLabel)> Ticks() =>
        from mark in Marks(Least, Most)
        let isPower = Math.Abs(Math.Log10(mark) - Math.Round(Math.Log10(mark))) < 1e-9
        select (mark, isPower, isPower || Most <= Least * ShortFactor || mark <= Least * 1.000001 || mark >= Most * 0.999999);

    /// <summary>A value as the axis shows it.</summary>
    /// <param name="value">The value.</param>
    public static string Label(double value) => value.ToString(value >= 1 ? "#,0" : "0.######", CultureInfo.InvariantCulture);

    private static IEnumerable<double> Marks(double least, double most) =>
        from power in Enumerable.Range((int)Math.Floor(Math.Log10(least)), 40)
        from step in Steps
        let mark = step * Math.Pow(10, power)
        where mark >= least * 0.999999 && mark <= most * 1.000001
        select mark;
}
