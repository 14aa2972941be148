namespace Dom.Core.Solving.Checking;

/// <summary>A straight line that lies below what a mode's parcels of a distance cost, up to a weight: a rate in minor units at a weight, and a slope.</summary>
internal readonly record struct RateLine
{
    private readonly long _grams;
    private readonly long _rate;
    private readonly long _run;
    private readonly long _rise;

    private RateLine(long grams, long rate, long run, long rise) => (_grams, _rate, _run, _rise) = (grams, rate, run, rise);

    /// <summary>The line of a mode, a distance and a weight, as <see cref="PriceCertificate"/> defines it.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="kilometres">A distance within its last zone.</param>
    /// <param name="grams">The greatest weight that matters.</param>
    public static RateLine Below(ModeRates mode, double kilometres, long grams)
    {
        var last = mode.Band(grams) is >= 0 and var band ? band : mode.BandGrams.Length - 1;
        var points = Enumerable.Range(0, last + 1)
            .Select(at => (Grams: Math.Min(mode.BandGrams[at], grams), Rate: mode.Rate(kilometres, mode.BandGrams[at])!.Value)).ToArray();
        var best = new RateLine(0, points.Min(point => point.Rate), 1, 0);
        for (var from = 0; from < points.Length; from++)
        {
            for (var to = from + 1; to < points.Length; to++)
            {
                var edge = new RateLine(points[from].Grams, points[from].Rate, points[to].Grams - points[from].Grams, points[to].Rate - points[from].Rate);
                if (edge._rise > 0 && edge.HasInterceptFromZero() && edge.IsSteeperThan(best) && points.All(point => edge.IsNotAbove(point.Grams, point.Rate)))
                {
                    best = edge;
                }
            }
        }

        return best;
    }

    /// <summary>What the line has at no weight, price units, rounded down.</summary>
    /// <param name="unitsPerMinorUnit">Price units in a minor unit.</param>
    public Int128 Intercept(int unitsPerMinorUnit) => (((Int128)_rate * _run) - ((Int128)_rise * _grams)) * unitsPerMinorUnit / _run;

    /// <summary>By how much the line climbs over a weight, price units, rounded down.</summary>
    /// <param name="grams">The weight, 0 or more.</param>
    /// <param name="unitsPerMinorUnit">Price units in a minor unit.</param>
    public Int128 Climb(long grams, int unitsPerMinorUnit) => (Int128)_rise * grams * unitsPerMinorUnit / _run;

    private bool HasInterceptFromZero() => (Int128)_rate * _run >= (Int128)_rise * _grams;

    private bool IsSteeperThan(RateLine other) => (Int128)_rise * other._run > (Int128)other._rise * _run;

    private bool IsNotAbove(long grams, long rate) => ((Int128)_rate * _run) + ((Int128)_rise * (grams - _grams)) <= (Int128)rate * _run;
}
