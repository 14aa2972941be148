using Dom.Core.Network;

namespace Dom.Core.Solving.Baselines;

/// <summary>A distance as chords tell it: those shorter than one number are surely within it, those longer than another surely beyond.</summary>
/// <param name="Kilometres">The distance.</param>
/// <param name="SurelyWithin">Quarters of squared chords below this are within it.</param>
/// <param name="SurelyNotBeyond">Those above this are beyond it; between the two, the distance itself must be asked.</param>
internal readonly record struct ChordLimit(double Kilometres, double SurelyWithin, double SurelyNotBeyond)
{
    // Far above the rounding of a chord and of a haversine, relative to the chord's square and on its own, and far below any zone's width.
    private const double Relative = 1e-9;
    private const double Absolute = 1e-16;

    /// <summary>The limit of a distance.</summary>
    /// <param name="kilometres">The distance.</param>
    public static ChordLimit Of(double kilometres)
    {
        var angle = kilometres / (2 * GreatCircle.EarthRadiusKm);

        // Half the Earth's girth is the longest chord; a distance well beyond it limits nothing.
        var chord = angle > 1.6 ? double.PositiveInfinity : Math.Pow(Math.Sin(Math.Min(angle, Math.PI / 2)), 2);
        return new ChordLimit(kilometres, (chord * (1 - Relative)) - Absolute, (chord * (1 + Relative)) + Absolute);
    }

    /// <summary>Whether the first of two places may be the nearer one.</summary>
    /// <param name="chord">The quarter of its squared chord.</param>
    /// <param name="other">That of the other.</param>
    public static bool MayBeNearer(double chord, double other) => chord <= (other * (1 + Relative)) + Absolute;
}
