namespace Dom.Core.Sourcing.Costs;

/// <summary>
/// What parcels of one way from one location cost at least, whatever is in them: straight lines over their weight, none of which any parcel costs less than.
/// </summary>
/// <param name="FixedMinorUnits">What comes on top of each line.</param>
/// <param name="Lines">The lines, from the flat one to the steepest; at least the flat one. Locations whose lines are the same share the array.</param>
internal readonly record struct ParcelFloor(long FixedMinorUnits, WeightLine[] Lines);

/// <summary>A straight line over weight.</summary>
/// <param name="Grams">A weight, 0 or more.</param>
/// <param name="MinorUnits">How high it is there.</param>
/// <param name="Rise">By how much it climbs over <paramref name="Run"/>, minor units, 0 or more.</param>
/// <param name="Run">The weight over which it climbs so much, grams, 1 or more.</param>
internal readonly record struct WeightLine(long Grams, long MinorUnits, long Rise, long Run)
{
    /// <summary>Nothing at any weight.</summary>
    public static WeightLine[] Nothing { get; } = [new(0, 0, 0, 1)];

    /// <summary>The lower convex hull of a table's steps: a flat line through the least rate, and every edge that climbs.</summary>
    /// <param name="steps">The greatest weight of each step and its rate, ascending by weight; at least one.</param>
    public static WeightLine[] Below(IReadOnlyList<(long Grams, long MinorUnits)> steps)
    {
        var hull = new List<(long Grams, long MinorUnits)>();
        foreach (var step in steps)
        {
            while (hull.Count > 1 && IsNotBelow(hull[^2], hull[^1], step))
            {
                hull.RemoveAt(hull.Count - 1);
            }

            hull.Add(step);
        }

        var lines = new List<WeightLine> { new(0, steps.Min(step => step.MinorUnits), 0, 1) };
        for (var at = 1; at < hull.Count; at++)
        {
            if (hull[at].MinorUnits > hull[at - 1].MinorUnits && hull[at].Grams > hull[at - 1].Grams)
            {
                lines.Add(new(hull[at - 1].Grams, hull[at - 1].MinorUnits, hull[at].MinorUnits - hull[at - 1].MinorUnits, hull[at].Grams - hull[at - 1].Grams));
            }
        }

        return [.. lines];
    }

    private static bool IsNotBelow((long Grams, long MinorUnits) first, (long Grams, long MinorUnits) middle, (long Grams, long MinorUnits) last) =>
        (Int128)(middle.MinorUnits - first.MinorUnits) * (last.Grams - first.Grams) >= (Int128)(last.MinorUnits - first.MinorUnits) * (middle.Grams - first.Grams);
}
