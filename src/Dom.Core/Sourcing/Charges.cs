using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles.Costs;
using Dom.Core.Sourcing.Costs;
using Dom.Core.Sourcing.Scarcity;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Sourcing;

/// <summary>What the profile charges, as numbers for the search and as terms for the decision.</summary>
/// <param name="screening">The screened request.</param>
/// <param name="scarcity">What scarcity prices charge besides; none to charge nothing.</param>
internal sealed class Charges(Screening screening, ScarcityCharges? scarcity = null) : IPlanCosts
{
    private const long MetresIn100Km = 100_000;

    private readonly CostFactors _costs = screening.Request.Profile.Costs;

    /// <summary>What a unit left unassigned counts for, in minor units.</summary>
    public long UnassignedUnitMinorUnits => _costs.UnassignedUnitMinorUnits;

    /// <inheritdoc/>
    public long OrderMinorUnits => 0;

    /// <inheritdoc/>
    public bool DependsOnContents(int way) => false;

    /// <inheritdoc/>
    public ParcelContents Contents(int way, ReadOnlySpan<int> unitsOfLine) => default;

    /// <inheritdoc/>
    public long? ParcelMinorUnits(int way, int location, in ParcelContents contents) =>
        _costs.ParcelMinorUnits + DistanceMinorUnits(Math.Max(0, screening.Metres(way, location)));

    /// <inheritdoc/>
    public long LineMinorUnits(int line, int location, int units) => (_costs.UnitMinorUnits * units) + (scarcity?.Units(line, location, units) ?? 0);

    /// <inheritdoc/>
    public long LocationMinorUnits(int location) => scarcity?.Place(location) ?? 0;

    /// <summary>The terms of one parcel. A factor that the profile leaves at 0 makes no term.</summary>
    /// <param name="terms">Where they are added.</param>
    /// <param name="location">The location that sends it.</param>
    /// <param name="metres">How far it goes, 0 or more.</param>
    public void AddParcel(ImmutableArray<CostTerm>.Builder terms, LocationId location, int metres)
    {
        Add(terms, CostTerm.Parcel, _costs.ParcelMinorUnits, _costs.ParcelMinorUnits, location);
        Add(terms, CostTerm.Distance, _costs.MinorUnitsPer100Km, DistanceMinorUnits(metres), location);
    }

    /// <summary>The term of handling units at a location.</summary>
    /// <param name="terms">Where it is added.</param>
    /// <param name="location">The location.</param>
    /// <param name="units">How many units.</param>
    public void AddUnits(ImmutableArray<CostTerm>.Builder terms, LocationId location, long units) =>
        Add(terms, CostTerm.Unit, _costs.UnitMinorUnits, _costs.UnitMinorUnits * units, location);

    /// <summary>The term of units that stay unassigned.</summary>
    /// <param name="terms">Where it is added.</param>
    /// <param name="units">How many units; none makes no term.</param>
    public void AddUnassigned(ImmutableArray<CostTerm>.Builder terms, long units) =>
        Add(terms, CostTerm.Unassigned, units, _costs.UnassignedUnitMinorUnits * units, location: null);

    private static void Add(ImmutableArray<CostTerm>.Builder terms, string name, long factor, long minorUnits, LocationId? location)
    {
        if (factor != 0)
        {
            terms.Add(new CostTerm(name, minorUnits) { LocationId = location });
        }
    }

    // Whole metres times the rate, half a minor unit rounded up: integers throughout, so every machine charges the same.
    private long DistanceMinorUnits(int metres) => ((metres * _costs.MinorUnitsPer100Km) + (MetresIn100Km / 2)) / MetresIn100Km;
}
