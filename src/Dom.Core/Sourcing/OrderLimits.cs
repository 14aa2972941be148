namespace Dom.Core.Sourcing;

/// <summary>What rules leave of how an order may be taken apart.</summary>
internal sealed record OrderLimits
{
    /// <summary>Most locations of the whole order, 1 or more; none means any number.</summary>
    public int? MaxLocations { get; init; }

    /// <summary>Whether the order is sourced whole or not at all.</summary>
    public bool MustAssignAll { get; init; }

    /// <summary>By line: whether its units may come from several locations, or in part.</summary>
    public required bool[] MayBeSplit { get; init; }

    /// <summary>By line: most locations that its units may come from, 1 or more; <see cref="int.MaxValue"/> for any number.</summary>
    public required int[] MaxLocationsOfLine { get; init; }

    /// <summary>Where more than one location is used: least value of the goods of each, minor units; 0 for none.</summary>
    public long MinParcelValueMinorUnits { get; init; }

    /// <summary>Lines that come from one location or not at all, each group ascending, by their first line. Every line stands in one group; a line that may be split stands alone.</summary>
    public required int[][] Groups { get; init; }

    /// <summary>
    /// By location index: its priority, 1 for the best to 10, 11 for none. None where no priority holds. The order comes from the locations up to one
    /// priority: the best one with which as many of its units can be fulfilled as with all locations.
    /// </summary>
    public byte[]? PriorityOfLocation { get; init; }
}
