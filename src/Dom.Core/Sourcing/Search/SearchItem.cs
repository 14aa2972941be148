namespace Dom.Core.Sourcing.Search;

/// <summary>
/// What a plan decides about as one: lines that come from one location together, or not at all (kept together, or because no plan gains by parting
/// them), or a line whose units may be taken apart.
/// </summary>
internal sealed class SearchItem
{
    /// <summary>Indexes of its lines in the request, ascending; one where it may be taken apart.</summary>
    public required int[] Lines { get; init; }

    /// <summary>Units of each of <see cref="Lines"/> that one of its amount is: what is wanted of lines that come whole, 1 of a line that may be taken apart.</summary>
    public required int[] Units { get; init; }

    /// <summary>Whether it was placed before, and stays: its one location is given.</summary>
    public bool IsPlaced { get; init; }

    /// <summary>How much of it there is: 1 for what comes whole, the units of a line that may be taken apart (2 or more).</summary>
    public int Amount { get; init; } = 1;

    /// <summary>What a location must open to fulfil it: <see cref="SearchProblem.TheLocation"/> first, then the parcels it travels in, ascending.</summary>
    public required int[] Ways { get; init; }

    /// <summary>Indexes of the locations that could fulfil it, or a part of it, by itself, ascending, at least one.</summary>
    public required int[] Locations { get; init; }

    /// <summary>The most of it that each location could fulfil, by index, 0 to <see cref="Amount"/>; none where it is 1 at all of <see cref="Locations"/>.</summary>
    public int[]? Rooms { get; init; }

    /// <summary>Most locations that it may come from, 1 or more.</summary>
    public int MaxLocations { get; init; } = 1;

    /// <summary>What leaving one of its amount unassigned weighs; for what comes whole, less what fulfilling it weighs anywhere.</summary>
    public required Int128 Gain { get; init; }

    /// <summary>What it weighs besides at each location, by index, where it comes whole; none where it weighs nothing more anywhere, or may be taken apart.</summary>
    public Int128[]? Costs { get; init; }

    /// <summary>What one of its amount is worth, minor units.</summary>
    public long Value { get; init; }

    /// <summary>What one of its amount takes of the stock that several items want.</summary>
    public required SharedDemand[] Shared { get; init; }

    /// <summary>The least of what it weighs besides, over its locations, where it comes whole.</summary>
    public Int128 LeastCost => Costs is null ? Int128.Zero : Locations.Min(location => Costs[location]);

    /// <summary>What it weighs besides at a location, where it comes whole.</summary>
    /// <param name="location">Index of the location.</param>
    public Int128 CostAt(int location) => Costs is null ? Int128.Zero : Costs[location];
}

/// <summary>Units of a SKU that several items want.</summary>
/// <param name="Sku">Number of the shared SKU, from 0.</param>
/// <param name="Units">Units, at least 1.</param>
internal readonly record struct SharedDemand(int Sku, int Units);
