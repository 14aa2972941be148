namespace Dom.Core.Sourcing.Search;

/// <summary>
/// What is left of a request once the rules have spoken: which items each location could fulfil, and what opening a location and its parcels
/// weighs. Handling costs the same everywhere, so a plan weighs what it opens, the items that it leaves unassigned, and what scarce stock adds.
/// </summary>
internal sealed class SearchProblem
{
    /// <summary>The way that stands for using a location at all.</summary>
    public const int TheLocation = 0;

    /// <summary>The items, by their first line.</summary>
    public required SearchItem[] Items { get; init; }

    /// <summary>How many locations there are; they are known by index.</summary>
    public required int LocationCount { get; init; }

    /// <summary>How many ways a location can open, <see cref="TheLocation"/> among them.</summary>
    public required int WayCount { get; init; }

    /// <summary>What opening a way at a location weighs: index location × <see cref="WayCount"/> + way.</summary>
    public required Int128[] OpenWeights { get; init; }

    /// <summary>Units that a location has of a shared SKU: index shared SKU × <see cref="LocationCount"/> + location.</summary>
    public required int[] SharedUnits { get; init; }

    /// <summary>How many SKUs several items want.</summary>
    public required int SharedSkuCount { get; init; }

    /// <summary>Most locations of a plan; none means no limit.</summary>
    public required int? MaxLocations { get; init; }

    /// <summary>Whether every item must be assigned.</summary>
    public required bool MustAssignAll { get; init; }

    /// <summary>Whether a location could not fulfil all the items that it could fulfil one by one, because they want the same stock.</summary>
    public bool[] FindTightLocations()
    {
        var wanted = new long[SharedUnits.Length];
        foreach (var item in Items)
        {
            foreach (var demand in item.Shared)
            {
                foreach (var location in item.Locations)
                {
                    wanted[(demand.Sku * LocationCount) + location] += demand.Units;
                }
            }
        }

        var isTight = new bool[LocationCount];
        for (var at = 0; at < wanted.Length; at++)
        {
            isTight[at % LocationCount] |= wanted[at] > SharedUnits[at];
        }

        return isTight;
    }

    /// <summary>What a plan weighs.</summary>
    /// <param name="locationOfItem">The location of each item, negative for an item that is left unassigned.</param>
    public Int128 Weigh(ReadOnlySpan<int> locationOfItem)
    {
        var open = new HashSet<int>();
        var weight = Int128.Zero;
        for (var item = 0; item < Items.Length; item++)
        {
            if (locationOfItem[item] < 0)
            {
                weight += Items[item].Gain;
                continue;
            }

            weight += Items[item].CostAt(locationOfItem[item]);
            foreach (var way in Items[item].Ways)
            {
                var at = (locationOfItem[item] * WayCount) + way;
                weight += open.Add(at) ? OpenWeights[at] : Int128.Zero;
            }
        }

        return weight;
    }
}
