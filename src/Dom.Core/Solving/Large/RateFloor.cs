namespace Dom.Core.Solving.Large;

/// <summary>
/// Straight lines below what parcels of one mode cost in each zone, up to a weight: of the lower convex hull of its bands, the steepest edge that
/// starts at 0 or above, as <see cref="PriceCertificate"/> defines it.
/// </summary>
/// <param name="rates">The mode.</param>
/// <param name="grams">The greatest weight that matters.</param>
/// <param name="unitsPerMinorUnit">Price units in a minor unit.</param>
internal sealed class RateFloor(ModeRates rates, long grams, int unitsPerMinorUnit)
{
    private readonly Edge[]?[] _edges = new Edge[rates.ZoneKm.Length][];

    /// <summary>The line of a zone: its number among the zone's lines.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="distanceCost">What the distance costs besides, minor units.</param>
    public int Line(int zone, long distanceCost)
    {
        var edges = Edges(zone);
        var line = 0;
        while (line < edges.Length - 1 && ((Int128)(edges[line].Rate + distanceCost) * edges[line].Run) < (Int128)edges[line].Rise * edges[line].Grams)
        {
            line++;
        }

        return line;
    }

    /// <summary>What a line has at no weight, price units, rounded down.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="line">The line's number.</param>
    /// <param name="distanceCost">What the distance costs besides, minor units.</param>
    public int Intercept(int zone, int line, long distanceCost)
    {
        var edge = Edges(zone)[line];
        return (int)((((Int128)(edge.Rate + distanceCost) * edge.Run) - ((Int128)edge.Rise * edge.Grams)) * unitsPerMinorUnit / edge.Run);
    }

    /// <summary>By how much a line climbs over a unit's weight, price units, rounded down, and no more than a limit.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="line">The line's number.</param>
    /// <param name="unitGrams">The weight.</param>
    /// <param name="limit">The most that matters.</param>
    public int Climb(int zone, int line, int unitGrams, int limit)
    {
        var edge = Edges(zone)[line];
        return (int)Int128.Min(limit, (Int128)edge.Rise * unitGrams * unitsPerMinorUnit / edge.Run);
    }

    private Edge[] Edges(int zone) => _edges[zone] ??= Hull(zone);

    // The rising edges, the steepest first, and last the flat line through the least rate.
    private Edge[] Hull(int zone)
    {
        var bands = rates.BandGrams.Length;
        var last = rates.Band(grams) is >= 0 and var band ? band : bands - 1;
        var points = new List<(long Grams, long Rate)>();
        var least = long.MaxValue;
        for (var at = 0; at <= last; at++)
        {
            (long Grams, long Rate) point = (Math.Min(rates.BandGrams[at], grams), rates.Cost[(zone * bands) + at]);
            least = Math.Min(least, point.Rate);
            while (points.Count > 1 && IsNotBelow(points[^2], points[^1], point))
            {
                points.RemoveAt(points.Count - 1);
            }

            points.Add(point);
        }

        var edges = new List<Edge> { new(0, least, 1, 0) };
        for (var at = 1; at < points.Count; at++)
        {
            if (points[at].Rate > points[at - 1].Rate)
            {
                edges.Add(new(points[at - 1].Grams, points[at - 1].Rate, points[at].Grams - points[at - 1].Grams, points[at].Rate - points[at - 1].Rate));
            }
        }

        edges.Reverse();
        return [.. edges];
    }

    private static bool IsNotBelow((long Grams, long Rate) first, (long Grams, long Rate) middle, (long Grams, long Rate) last) =>
        (Int128)(middle.Rate - first.Rate) * (last.Grams - first.Grams) >= (Int128)(last.Rate - first.Rate) * (middle.Grams - first.Grams);

    private readonly record struct Edge(long Grams, long Rate, long Run, long Rise);
}
