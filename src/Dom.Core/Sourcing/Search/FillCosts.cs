using Dom.Core.Sourcing.Costs;

namespace Dom.Core.Sourcing.Search;

/// <summary>Costs by which the cheapest plan is the one that fulfils the most units: a unit left counts for 1, and nothing else costs anything.</summary>
/// <param name="costs">Tell which parcels can be sent at all.</param>
internal sealed class FillCosts(IPlanCosts costs) : IPlanCosts
{
    /// <inheritdoc/>
    public long UnassignedUnitMinorUnits => 1;

    /// <inheritdoc/>
    public long OrderMinorUnits => 0;

    /// <inheritdoc/>
    public bool DependsOnContents(int way) => costs.DependsOnContents(way);

    /// <inheritdoc/>
    public ParcelContents Contents(int way, ReadOnlySpan<int> unitsOfLine) => costs.Contents(way, unitsOfLine);

    /// <inheritdoc/>
    public long? ParcelMinorUnits(int way, int location, in ParcelContents contents) => costs.ParcelMinorUnits(way, location, contents) is null ? null : 0;

    /// <inheritdoc/>
    public long LineMinorUnits(int line, int location, int units) => 0;

    /// <inheritdoc/>
    public long LocationMinorUnits(int location) => 0;
}
