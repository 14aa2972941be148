namespace Dom.Core.Sourcing;

/// <summary>What rules leave of how an order may be taken apart.</summary>
internal sealed record OrderLimits
{
    /// <summary>The priority of a location that has none: after all that have one.</summary>
    public const byte NoPriority = 11;

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

    /// <summary>Lines that come from one location or not at all, each group ascending, by their first line. Every line that is routed stands in one group; a line that may be split stands alone.</summary>
    public required int[][] Groups { get; init; }

    /// <summary>
    /// By location index: its priority, 1 for the best to 10, 11 for none. None where no priority holds. The order comes from the locations up to one
    /// priority: the best one with which as many of its units can be fulfilled as with all locations.
    /// </summary>
    public byte[]? PriorityOfLocation { get; init; }

    /// <summary>What is left where only lines are looked at, each by itself: what limits the whole order is gone.</summary>
    public OrderLimits WithoutOrder() => this with
    {
        MaxLocations = null,
        MustAssignAll = false,
        MinParcelValueMinorUnits = 0,
        Groups = [.. Groups.SelectMany(group => group).Order().Select(line => new[] { line })],
        PriorityOfLocation = null,
    };

    /// <summary>Whether others limit an order in the same way, whatever the priorities are.</summary>
    /// <param name="other">The others.</param>
    public bool AllowsAsMuchAs(OrderLimits other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (MaxLocations, MustAssignAll, MinParcelValueMinorUnits) == (other.MaxLocations, other.MustAssignAll, other.MinParcelValueMinorUnits)
            && MayBeSplit.AsSpan().SequenceEqual(other.MayBeSplit)
            && MaxLocationsOfLine.AsSpan().SequenceEqual(other.MaxLocationsOfLine)
            && Groups.Length == other.Groups.Length
            && Groups.Zip(other.Groups).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
    }
}
