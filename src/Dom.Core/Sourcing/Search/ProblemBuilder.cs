namespace Dom.Core.Sourcing.Search;

/// <summary>Turns a screened request into the smallest problem that has the same best plans.</summary>
internal sealed partial class ProblemBuilder
{
    private readonly Screening _screening;
    private readonly IPlanCosts _costs;
    private readonly OrderLimits _limits;
    private readonly int[] _wanted;
    private readonly int? _lastPriority;
    private readonly int _ways;
    private readonly Int128[] _openWeights;
    private DayRooms _room = DayRooms.None;
    private long _base;

    private ProblemBuilder(Screening screening, IPlanCosts costs, OrderLimits limits, int[] wanted, int? lastPriority)
    {
        (_screening, _costs, _limits, _wanted, _lastPriority) = (screening, costs, limits, wanted, lastPriority);
        _ways = screening.WayCount + 1;
        _openWeights = WeighWays();
    }

    /// <summary>Builds the problem of all lines that some location could fulfil, or a part of.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="costs">What is charged.</param>
    /// <param name="limits">How the order may be taken apart.</param>
    /// <param name="wanted">Units of each line that are wanted; 0 leaves it out. Lines that come whole are wanted whole.</param>
    /// <param name="lastPriority">The worst priority of locations that may be used; none for all locations.</param>
    public static SearchProblem Build(Screening screening, IPlanCosts costs, OrderLimits limits, int[] wanted, int? lastPriority) =>
        new ProblemBuilder(screening, costs, limits, wanted, lastPriority).Build();

    /// <summary>Whether a location could fulfil lines together: each by itself, and all that want one SKU from its stock.</summary>
    /// <param name="screening">The screened request.</param>
    /// <param name="lines">Indexes of the lines.</param>
    /// <param name="location">Index of the location.</param>
    public static bool CanFulfil(Screening screening, int[] lines, int location)
    {
        foreach (var line in lines)
        {
            if (!screening.IsEligible(line, location))
            {
                return false;
            }
        }

        return lines.Length == 1 ? (screening.Limits.MayBeSplit[lines[0]] ? 1 : screening.LeftOfLine[lines[0]]) <= screening.UsableUnits(screening.SkuOfLine[lines[0]], location) : lines
            .GroupBy(line => screening.SkuOfLine[line], line => (long)screening.LeftOfLine[line])
            .All(sku => sku.Sum() <= screening.UsableUnits(sku.Key, location));
    }

    private SearchProblem Build()
    {
        var lines = _limits.Groups.Select(group => Array.FindAll(group, line => _wanted[line] > 0)).Where(group => group.Length > 0).ToArray();
        _base += checked((_wanted.Sum(units => (long)units) - lines.Sum(group => group.Sum(line => (long)_wanted[line]))) * _costs.UnassignedUnitMinorUnits);
        var shared = NumberSharedSkus([.. lines, .. _screening.Placed.Select(part => new[] { part.Line })]);
        _room = DayRooms.Of(_screening, lines.SelectMany(group => group), shared.Count);
        var items = new List<SearchItem>(lines.Length);
        items.AddRange(_screening.Placed.Select(part => Placed(part, shared)));
        foreach (var group in lines)
        {
            var locations = FindLocations(group);
            var isApart = IsTakenApart(group, locations, shared);
            locations = isApart ? locations : [.. locations.Where(location => DayRooms.Fits(_screening, group, location))];
            var item = locations.Length == 0 ? null : isApart ? Apart(group[0], locations, shared) : Whole(group, locations, shared);
            if (item is null)
            {
                _base += checked(group.Sum(line => (long)_wanted[line]) * _costs.UnassignedUnitMinorUnits);
            }
            else
            {
                AddOrMerge(items, item);
            }
        }

        return new SearchProblem
        {
            Items = [.. items],
            Wanted = _wanted,
            RoutedLines = lines.Sum(group => group.Length),
            WayOfLine = _screening.WayOfLine,
            LocationCount = _screening.Locations.Length,
            WayCount = _ways,
            OpenWeights = _openWeights,
            WaysByContents = [.. Enumerable.Range(1, _ways - 1).Where(way => _costs.DependsOnContents(way - 1))],
            SharedUnits = [.. FindSharedUnits(shared), .. _room.Units],
            SharedSkuCount = shared.Count + _room.Count,
            IsTightened = _room.CountsLines && items.Exists(item => item.Amount > 1),
            MaxLocations = _limits.MaxLocations,
            MustAssignAll = _limits.MustAssignAll,
            MinValue = _limits.MinParcelValueMinorUnits,
            OrderWeight = PlanWeight.OfCost(_costs.OrderMinorUnits),
            BaseMinorUnits = _base,
            Costs = _costs,
        };
    }

    private SearchItem Apart(int line, int[] locations, Dictionary<int, int> shared)
    {
        var rooms = new int[_screening.Locations.Length];
        foreach (var location in locations)
        {
            rooms[location] = Math.Min(_wanted[line], UnitsAt(line, location));
        }

        return new SearchItem
        {
            Lines = [line],
            Units = [1],
            Amount = _wanted[line],
            Ways = FindWays([line]),
            Locations = locations,
            Rooms = rooms,
            MaxLocations = _limits.MaxLocationsOfLine[line],
            Gain = PlanWeight.OfCost(_costs.UnassignedUnitMinorUnits),
            Value = _screening.Request.Lines[line].UnitPriceMinorUnits,
            Shared = [.. shared.TryGetValue(_screening.SkuOfLine[line], out var sku) ? [new SharedDemand(sku, 1)] : Array.Empty<SharedDemand>(), .. _room.Of(1, 1)],
        };
    }

    // Worth more than all that is not placed yet: no plan gives it up.
    private SearchItem Placed(PlacedUnits part, Dictionary<int, int> shared)
    {
        var cost = _costs.LineMinorUnits(part.Line, part.Location, part.Units);
        var all = checked(_screening.Request.Lines.Sum(line => (long)line.Quantity) * _costs.UnassignedUnitMinorUnits);
        _base += cost;
        return new SearchItem
        {
            Lines = [part.Line],
            Units = [part.Units],
            IsPlaced = true,
            Ways = FindWays([part.Line]),
            Locations = [part.Location],
            Gain = PlanWeight.OfCost((Int128)all + all + 1),
            Value = checked(part.Units * _screening.Request.Lines[part.Line].UnitPriceMinorUnits),
            Shared = [.. shared.TryGetValue(_screening.SkuOfLine[part.Line], out var sku) ? [new SharedDemand(sku, part.Units)] : Array.Empty<SharedDemand>(), .. _room.Of(1, part.Units)],
        };
    }

    private int UnitsAt(int line, int location) =>
        Math.Min(_screening.UsableUnits(_screening.SkuOfLine[line], location), _screening.UnitsRoom is { } room ? room[location] : int.MaxValue);

    // What it costs anywhere is every plan's, so only what is more at a location is looked at.
    private SearchItem? Whole(int[] lines, int[] locations, Dictionary<int, int> shared)
    {
        var penalty = checked(lines.Sum(line => (long)_wanted[line]) * _costs.UnassignedUnitMinorUnits);
        var (least, costs) = FindCosts(lines, locations);
        if (penalty <= least && !_limits.MustAssignAll && _limits.MinParcelValueMinorUnits == 0)
        {
            // Where fulfilling it costs no less than leaving it, the best plan leaves it.
            return null;
        }

        _base += least;
        return new SearchItem
        {
            Lines = lines,
            Units = Array.ConvertAll(lines, line => _wanted[line]),
            Ways = FindWays(lines),
            Locations = locations,
            Gain = PlanWeight.OfCost(penalty - least),
            Costs = costs,
            Value = lines.Sum(line => checked(_wanted[line] * _screening.Request.Lines[line].UnitPriceMinorUnits)),
            Shared = [.. FindShared(lines, shared), .. _room.Of(lines.Length, lines.Sum(line => _wanted[line]))],
        };
    }

    // A line that every location could fulfil alone gains nothing by being taken apart where its units cost as a straight line and its parcel the same
    // whatever is in it: of two locations that share it, one could take it all for no more. (The least value of a location's goods would be another reason.)
    private bool IsTakenApart(int[] lines, int[] locations, Dictionary<int, int> shared)
    {
        var (line, wanted) = (lines[0], _wanted[lines[0]]);
        if (!_limits.MayBeSplit[line] || lines.Length > 1 || wanted == 1)
        {
            return false;
        }

        var way = _screening.WayOfLine[line];
        return _limits.MinParcelValueMinorUnits > 0 || shared.ContainsKey(_screening.SkuOfLine[line]) || (way != Screening.Nowhere && _costs.DependsOnContents(way))
            || Array.Exists(locations, location => UnitsAt(line, location) < wanted || !IsStraight(line, location, wanted));
    }

    private bool IsStraight(int line, int location, int units)
    {
        var first = _costs.LineMinorUnits(line, location, 1);
        var step = _costs.LineMinorUnits(line, location, 2) - first;
        for (var more = 3; more <= units; more += Math.Max(1, Math.Min(more, units - more)))
        {
            if (_costs.LineMinorUnits(line, location, more) != first + (step * (more - 1)))
            {
                return false;
            }
        }

        return first >= step;
    }

    private int[] FindWays(int[] lines) =>
    [
        SearchProblem.TheLocation,
        .. lines.Select(line => _screening.WayOfLine[line]).Where(way => way != Screening.Nowhere).Distinct().Order().Select(way => way + 1),
    ];

    private int[] FindLocations(int[] lines)
    {
        var (found, placed) = (new List<int>(), PlacedBeside(lines[0]));
        for (var location = 0; location < _screening.Locations.Length; location++)
        {
            if (IsAllowed(location) && (placed < 0 || placed == location) && CanFulfil(_screening, lines, location) && CanSend(lines, location))
            {
                found.Add(location);
            }
        }

        return [.. found];
    }

    // Where lines are that must come together with one; negative where none of them is placed yet.
    private int PlacedBeside(int line)
    {
        if (_screening.Placed.Length > 0 && _limits.Groups.First(group => group.Contains(line)) is { Length: > 1 } group)
        {
            foreach (var part in _screening.Placed)
            {
                if (group.Contains(part.Line))
                {
                    return part.Location;
                }
            }
        }

        return -1;
    }

    private bool IsAllowed(int location) => _lastPriority is not { } last || _limits.PriorityOfLocation![location] <= last;

    private bool CanSend(int[] lines, int location)
    {
        foreach (var line in lines)
        {
            var way = _screening.WayOfLine[line];
            if (way != Screening.Nowhere && _openWeights[(location * _ways) + way + 1] == PlanWeight.Impossible)
            {
                return false;
            }
        }

        return true;
    }

    // Two items that travel alike, could come from the same locations and take stock from nobody, scarce neither: whatever plan parts them, moving one
    // to the other costs no more.
    private void AddOrMerge(List<SearchItem> items, SearchItem item)
    {
        var twin = CanMerge(item) ? items.FindIndex(other => CanMerge(other)
            && other.Locations.AsSpan().SequenceEqual(item.Locations) && other.Ways.AsSpan().SequenceEqual(item.Ways)) : -1;
        if (twin < 0)
        {
            items.Add(item);
            return;
        }

        var lines = items[twin].Lines.Zip(items[twin].Units).Concat(item.Lines.Zip(item.Units)).OrderBy(line => line.First).ToArray();
        items[twin] = new SearchItem
        {
            Lines = Array.ConvertAll(lines, line => line.First),
            Units = Array.ConvertAll(lines, line => line.Second),
            Ways = item.Ways,
            Locations = item.Locations,
            Gain = checked(items[twin].Gain + item.Gain),
            Shared = [],
        };
    }

    private bool CanMerge(SearchItem item) =>
        item.Amount == 1 && !item.IsPlaced && item.Shared.Length == 0 && item.Costs is null && _limits.MinParcelValueMinorUnits == 0
        && Array.TrueForAll(item.Ways, way => way == SearchProblem.TheLocation || !_costs.DependsOnContents(way - 1));
}
