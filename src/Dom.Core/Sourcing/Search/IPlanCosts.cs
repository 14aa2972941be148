using Dom.Core.Sourcing.Costs;

namespace Dom.Core.Sourcing.Search;

/// <summary>What a search asks of costs. All are whole minor units, and everything that is fulfilled costs 0 or more.</summary>
internal interface IPlanCosts
{
    /// <summary>What a unit left unassigned counts for, 0 or more.</summary>
    long UnassignedUnitMinorUnits { get; }

    /// <summary>
    /// What an order that is fulfilled at all costs once, wherever from: less the split cost of its first location, so it may be below 0, but never so
    /// far that no location makes up for it.
    /// </summary>
    long OrderMinorUnits { get; }

    /// <summary>Whether a way's parcels cost more or less by what is in them.</summary>
    /// <param name="way">Number of the way.</param>
    bool DependsOnContents(int way);

    /// <summary>What a parcel would hold. Weight and room are sums over its units; where no surcharges are told of, they are all that matters.</summary>
    /// <param name="way">Number of the way.</param>
    /// <param name="unitsOfLine">Units of each line in it; 0 for lines that go another way.</param>
    ParcelContents Contents(int way, ReadOnlySpan<int> unitsOfLine);

    /// <summary>What a parcel costs, 0 or more; none where no tariff takes it.</summary>
    /// <param name="way">Number of the way.</param>
    /// <param name="location">Index of the location that sends it.</param>
    /// <param name="contents">What is in it.</param>
    long? ParcelMinorUnits(int way, int location, in ParcelContents contents);

    /// <summary>What any parcel of a way costs at least, whatever is in it: makes the bounds of large orders tighter. 0 always holds.</summary>
    /// <param name="way">Number of the way, one that depends on contents.</param>
    /// <param name="location">Index of the location that sends it.</param>
    long LeastParcelMinorUnits(int way, int location) => 0;

    /// <summary>Lines below what any parcel of a way costs, by its weight: they make the bounds of large orders tighter.</summary>
    /// <param name="way">Number of the way, one that depends on contents.</param>
    /// <param name="location">Index of the location that sends it.</param>
    ParcelFloor FloorOf(int way, int location) => new(LeastParcelMinorUnits(way, location), WeightLine.Nothing);

    /// <summary>
    /// What units of a line cost at a location, 0 or more. Grows with the units as a straight line from the first unit on, but for rounding, or
    /// ever slower.
    /// </summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    /// <param name="units">Units, 1 or more.</param>
    long LineMinorUnits(int line, int location, int units);

    /// <summary>What using a location costs at all, 0 or more.</summary>
    /// <param name="location">Index of the location.</param>
    long LocationMinorUnits(int location);
}
