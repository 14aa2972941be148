using Dom.Core.Sourcing.Costs;

namespace Dom.Core.Sourcing.Search;

/// <summary>
/// What is left of a request once the rules have spoken: which items each location could fulfil, and what opening a location and its parcels
/// weighs. A plan weighs what it opens, what its parts weigh besides, and what it leaves unassigned.
/// </summary>
internal sealed class SearchProblem
{
    /// <summary>The way that stands for using a location at all.</summary>
    public const int TheLocation = 0;

    /// <summary>The items, by their first line.</summary>
    public required SearchItem[] Items { get; init; }

    /// <summary>Units of each line of the request that are wanted, besides those that are placed.</summary>
    public required int[] Wanted { get; init; }

    /// <summary>How many lines are routed and not yet placed: where everything must be assigned, these are meant.</summary>
    public required int RoutedLines { get; init; }

    /// <summary>The way of each line of the request as <see cref="Screening.WayOfLine"/> numbers it, one less than here.</summary>
    public required int[] WayOfLine { get; init; }

    /// <summary>How many locations there are; they are known by index.</summary>
    public required int LocationCount { get; init; }

    /// <summary>How many ways a location can open, <see cref="TheLocation"/> among them.</summary>
    public required int WayCount { get; init; }

    /// <summary>
    /// What opening a way at a location weighs: index location × <see cref="WayCount"/> + way. Of a way in <see cref="WaysByContents"/> only its metres.
    /// </summary>
    public required Int128[] OpenWeights { get; init; }

    /// <summary>The ways whose parcels weigh besides what <see cref="ParcelWeight"/> says of their contents, ascending.</summary>
    public int[] WaysByContents { get; init; } = [];

    /// <summary>Units that a location has of a shared SKU: index shared SKU × <see cref="LocationCount"/> + location.</summary>
    public required int[] SharedUnits { get; init; }

    /// <summary>How many SKUs several items want.</summary>
    public required int SharedSkuCount { get; init; }

    /// <summary>Most locations of a plan; none means no limit.</summary>
    public required int? MaxLocations { get; init; }

    /// <summary>Whether it forbids more than the rules do, so that what it finds need not be the best, and no bound of it holds.</summary>
    public bool IsTightened { get; init; }

    /// <summary>Whether every item must be assigned whole.</summary>
    public required bool MustAssignAll { get; init; }

    /// <summary>What the goods of each location are worth at least where there are several, minor units.</summary>
    public long MinValue { get; init; }

    /// <summary>What every plan weighs besides that fulfils anything; <see cref="WeightOfNothing"/> is less by it.</summary>
    public Int128 OrderWeight { get; init; }

    /// <summary>What every plan costs besides its weight: what whole items cost anywhere, and the lines that no plan could fulfil. Minor units.</summary>
    public required long BaseMinorUnits { get; init; }

    /// <summary>What is charged.</summary>
    public required IPlanCosts Costs { get; init; }

    /// <summary>Whether items come whole, parcels cost the same whatever is in them, and locations need no least value.</summary>
    public bool IsPlain => MinValue == 0 && WaysByContents.Length == 0 && Array.TrueForAll(Items, item => item.Amount == 1);

    /// <summary>What the plan that assigns nothing weighs, on the scale of those that assign something: <see cref="OrderWeight"/> is taken off.</summary>
    public Int128 WeightOfNothing => Items.Aggregate(-OrderWeight, (sum, item) => checked(sum + (item.Gain * item.Amount)));

    /// <summary>What an amount of an item weighs besides at a location.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="location">Index of the location.</param>
    /// <param name="amount">How much, 1 or more.</param>
    public Int128 CostAt(int item, int location, int amount) => Items[item].Amount == 1
        ? Items[item].CostAt(location)
        : PlanWeight.OfCost(Costs.LineMinorUnits(Items[item].Lines[0], location, amount));

    /// <summary>What a plan costs.</summary>
    /// <param name="weight">What it weighs.</param>
    public long CostOf(Int128 weight) => checked(PlanWeight.MinorUnits(weight + OrderWeight) + BaseMinorUnits);

    /// <summary>The most of an item that a location could fulfil by itself.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="location">Index of the location.</param>
    public int RoomAt(int item, int location) =>
        Items[item].Rooms is { } rooms ? rooms[location] : Array.BinarySearch(Items[item].Locations, location) >= 0 ? 1 : 0;

    /// <summary>What a parcel by contents weighs besides its metres; none where no tariff takes it.</summary>
    /// <param name="way">The way, one of <see cref="WaysByContents"/>.</param>
    /// <param name="location">Index of the location.</param>
    /// <param name="contents">What is in it.</param>
    public Int128? ParcelWeight(int way, int location, in ParcelContents contents) =>
        Costs.ParcelMinorUnits(way - 1, location, contents) is { } minorUnits ? PlanWeight.OfCost(minorUnits) : null;

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

    /// <summary>What a plan weighs; <see cref="PlanWeight.Impossible"/> where no tariff takes one of its parcels. Limits are not looked at.</summary>
    /// <param name="parts">What it takes from where.</param>
    public Int128 Weigh(IReadOnlyCollection<PlanPart> parts)
    {
        if (parts.Count == 0)
        {
            return WeightOfNothing;
        }

        var weight = Items.Aggregate(Int128.Zero, (sum, item) => checked(sum + (item.Gain * item.Amount)));
        foreach (var location in parts.GroupBy(part => part.Location))
        {
            if (WeighLocation(location.Key, location) is not { } part)
            {
                return PlanWeight.Impossible;
            }

            weight += part;
        }

        return weight - parts.Aggregate(Int128.Zero, (sum, part) => sum + (Items[part.Item].Gain * part.Amount));
    }

    /// <summary>What parts of one location weigh together; none where no tariff takes one of its parcels.</summary>
    /// <param name="location">Index of the location.</param>
    /// <param name="parts">The parts, one at least, all of that location.</param>
    public Int128? WeighLocation(int location, IEnumerable<PlanPart> parts)
    {
        var weight = Int128.Zero;
        var isOpen = new bool[WayCount];
        foreach (var part in parts)
        {
            weight += CostAt(part.Item, location, part.Amount);
            foreach (var way in Items[part.Item].Ways)
            {
                weight += isOpen[way] ? Int128.Zero : OpenWeights[(location * WayCount) + way];
                isOpen[way] = true;
            }
        }

        foreach (var way in WaysByContents.Where(way => isOpen[way]))
        {
            var units = new int[Wanted.Length];
            foreach (var part in parts)
            {
                AddUnits(part.Item, way, part.Amount, units);
            }

            if (ParcelWeight(way, location, Costs.Contents(way - 1, units)) is not { } parcel)
            {
                return null;
            }

            weight += parcel;
        }

        return weight;
    }

    /// <summary>Adds the units that an amount of an item is of each of its lines that go by a way.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="way">The way.</param>
    /// <param name="amount">How much.</param>
    /// <param name="units">By line.</param>
    public void AddUnits(int item, int way, int amount, Span<int> units)
    {
        var lines = Items[item].Lines;
        for (var at = 0; at < lines.Length; at++)
        {
            units[lines[at]] += WayOfLine[lines[at]] + 1 == way ? amount * Items[item].Units[at] : 0;
        }
    }
}
