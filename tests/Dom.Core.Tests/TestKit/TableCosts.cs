using Dom.Core.Sourcing.Costs;
using Dom.Core.Sourcing.Search;

namespace Dom.Core.Tests.TestKit;

/// <summary>Costs that a test states: parcels by weight, one unit being one kilogram, and nothing else but units that are left.</summary>
/// <param name="bands">Greatest weight of each band in kilograms, ascending, with its cost; beyond the last nothing is sent.</param>
internal sealed class TableCosts(params (int Kilograms, long MinorUnits)[] bands) : IPlanCosts
{
    public long UnassignedUnitMinorUnits { get; init; } = 1_000_000;

    /// <summary>What each location beyond the first costs.</summary>
    public long SplitMinorUnits { get; init; }

    public long OrderMinorUnits => -SplitMinorUnits;

    public bool DependsOnContents(int way) => true;

    public ParcelContents Contents(int way, ReadOnlySpan<int> unitsOfLine)
    {
        var grams = 0L;
        foreach (var units in unitsOfLine)
        {
            grams += 1000L * units;
        }

        return new ParcelContents(grams, 0, null);
    }

    public long? ParcelMinorUnits(int way, int location, in ParcelContents contents)
    {
        foreach (var (kilograms, minorUnits) in bands)
        {
            if (contents.Grams <= 1000L * kilograms)
            {
                return minorUnits;
            }
        }

        return null;
    }

    public long LineMinorUnits(int line, int location, int units) => 0;

    public long LocationMinorUnits(int location) => SplitMinorUnits;
}
