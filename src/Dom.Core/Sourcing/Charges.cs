using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles.Costs;

namespace Dom.Core.Sourcing;

/// <summary>What the profile charges, as numbers for the search and as terms for the decision.</summary>
/// <param name="costs">The profile's cost factors.</param>
internal sealed class Charges(CostFactors costs)
{
    private const long MetresIn100Km = 100_000;

    /// <summary>What fulfilling a unit costs, in minor units.</summary>
    public long UnitMinorUnits => costs.UnitMinorUnits;

    /// <summary>What a unit left unassigned counts for, in minor units.</summary>
    public long UnassignedUnitMinorUnits => costs.UnassignedUnitMinorUnits;

    /// <summary>What a parcel costs, with its way.</summary>
    /// <param name="metres">How far it goes, 0 or more.</param>
    public long ParcelMinorUnits(int metres) => costs.ParcelMinorUnits + DistanceMinorUnits(metres);

    /// <summary>The terms of one parcel. A factor that the profile leaves at 0 makes no term.</summary>
    /// <param name="terms">Where they are added.</param>
    /// <param name="location">The location that sends it.</param>
    /// <param name="metres">How far it goes, 0 or more.</param>
    public void AddParcel(ImmutableArray<CostTerm>.Builder terms, LocationId location, int metres)
    {
        Add(terms, CostTerm.Parcel, costs.ParcelMinorUnits, costs.ParcelMinorUnits, location);
        Add(terms, CostTerm.Distance, costs.MinorUnitsPer100Km, DistanceMinorUnits(metres), location);
    }

    /// <summary>The term of handling units at a location.</summary>
    /// <param name="terms">Where it is added.</param>
    /// <param name="location">The location.</param>
    /// <param name="units">How many units.</param>
    public void AddUnits(ImmutableArray<CostTerm>.Builder terms, LocationId location, long units) =>
        Add(terms, CostTerm.Unit, costs.UnitMinorUnits, costs.UnitMinorUnits * units, location);

    /// <summary>The term of units that stay unassigned.</summary>
    /// <param name="terms">Where it is added.</param>
    /// <param name="units">How many units; none makes no term.</param>
    public void AddUnassigned(ImmutableArray<CostTerm>.Builder terms, long units) =>
        Add(terms, CostTerm.Unassigned, units, costs.UnassignedUnitMinorUnits * units, location: null);

    private static void Add(ImmutableArray<CostTerm>.Builder terms, string name, long factor, long minorUnits, LocationId? location)
    {
        if (factor != 0)
        {
            terms.Add(new CostTerm(name, minorUnits) { LocationId = location });
        }
    }

    // Whole metres times the rate, half a minor unit rounded up: integers throughout, so every machine charges the same.
    private long DistanceMinorUnits(int metres) => ((metres * costs.MinorUnitsPer100Km) + (MetresIn100Km / 2)) / MetresIn100Km;
}
