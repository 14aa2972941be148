namespace Dom.Core.Solving.Checking;

/// <summary>What a plan must keep to. Each case says what the number and the limit of its violations are.</summary>
public enum PlanRule
{
    /// <summary>The columns have one length: the length of a column, and that of the column of lines.</summary>
    Columns,

    /// <summary>The plan names lines that exist: the index, and the last line's.</summary>
    KnownLine,

    /// <summary>The plan names locations that exist: the index, and the last location's.</summary>
    KnownLocation,

    /// <summary>Assignments ascend by line, then by location, each pair once: the assignment's index, and the index of the one that it must follow.</summary>
    Ascending,

    /// <summary>An assignment is of at least one unit: its units, and 1.</summary>
    AtLeastOne,

    /// <summary>The location supports the line's mode: the mode's index, and how many modes there are.</summary>
    Mode,

    /// <summary>The location is the one that the line allows: its index, and the allowed one's.</summary>
    OnlyLocation,

    /// <summary>The location is among the line's candidates: its index, and how many candidates the line has.</summary>
    Candidate,

    /// <summary>The location lies within the order's reach: its distance and the greatest, kilometres.</summary>
    MaxDistance,

    /// <summary>A line gives away no more than it has: units assigned, and units of the line.</summary>
    LineQuantity,

    /// <summary>A line that is not splittable is whole from one location, or empty: units of one assignment, and of the line.</summary>
    WholeLine,

    /// <summary>An order uses no more locations than it may: how many, and how many it may.</summary>
    MaxLocations,

    /// <summary>An order that ships complete is whole or empty: units assigned, and units of the order.</summary>
    ShipComplete,

    /// <summary>A parcel goes no farther than its mode's last zone: kilometres, both.</summary>
    Zone,

    /// <summary>A parcel is no heavier than its mode's last band: grams, both.</summary>
    Band,

    /// <summary>A SKU's units at a location are given away once: units taken, and units available. The line is the first that finds too little.</summary>
    Stock,

    /// <summary>A location serves no more orders than it may take: how many, and how many it may. The order is the first beyond that.</summary>
    MaxOrders,
}
