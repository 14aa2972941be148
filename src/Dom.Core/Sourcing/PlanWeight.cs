namespace Dom.Core.Sourcing;

/// <summary>
/// What plans are compared by, as one number: cost in the upper 64 bits, then the number of locations, then the metres of all parcels in the
/// lower 44 bits. Weights of parts add up to the weight of the whole: 44 bits hold the metres of 800,000 parcels around half the Earth.
/// </summary>
internal static class PlanWeight
{
    /// <summary>One location more.</summary>
    public static readonly Int128 OneLocation = Int128.One << 44;

    /// <summary>Heavier than every plan.</summary>
    public static readonly Int128 Impossible = Int128.MaxValue;

    /// <summary>The weight of a cost alone.</summary>
    /// <param name="minorUnits">The cost.</param>
    public static Int128 OfCost(Int128 minorUnits) => checked(minorUnits * (Int128.One << 64));

    /// <summary>The weight of a parcel.</summary>
    /// <param name="minorUnits">Its cost.</param>
    /// <param name="metres">How far it goes.</param>
    public static Int128 OfParcel(long minorUnits, int metres) => OfCost(minorUnits) + metres;

    /// <summary>The cost in a weight, in minor units.</summary>
    /// <param name="weight">The weight.</param>
    /// <exception cref="OverflowException">The cost is beyond 64 bits.</exception>
    public static long MinorUnits(Int128 weight) => (long)(weight >> 64);
}
