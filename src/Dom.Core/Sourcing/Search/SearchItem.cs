namespace Dom.Core.Sourcing.Search;

/// <summary>Lines that come from one location together, or not at all: marked so, or because no plan gains by parting them.</summary>
internal sealed class SearchItem
{
    /// <summary>Indexes of its lines in the request, ascending.</summary>
    public required int[] Lines { get; init; }

    /// <summary>What a location must open to fulfil it: <see cref="SearchProblem.TheLocation"/> first, then the parcels it travels in, ascending.</summary>
    public required int[] Ways { get; init; }

    /// <summary>Indexes of the locations that could fulfil it by itself, ascending, at least one.</summary>
    public required int[] Locations { get; init; }

    /// <summary>What leaving it unassigned weighs more than handling it, above 0.</summary>
    public required Int128 Gain { get; init; }

    /// <summary>What it weighs besides at each location, by index; none where it weighs nothing more anywhere.</summary>
    public Int128[]? Costs { get; init; }

    /// <summary>The least of what it weighs besides, over its locations.</summary>
    public Int128 LeastCost => Costs is null ? Int128.Zero : Locations.Min(location => Costs[location]);

    /// <summary>What it weighs besides at a location.</summary>
    /// <param name="location">Index of the location.</param>
    public Int128 CostAt(int location) => Costs is null ? Int128.Zero : Costs[location];

    /// <summary>What it takes of the stock that several items want.</summary>
    public required SharedDemand[] Shared { get; init; }
}

/// <summary>Units of a SKU that several items want.</summary>
/// <param name="Sku">Number of the shared SKU, from 0.</param>
/// <param name="Units">Units, at least 1.</param>
internal readonly record struct SharedDemand(int Sku, int Units);
