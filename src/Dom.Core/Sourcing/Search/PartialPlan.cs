namespace Dom.Core.Sourcing.Search;

/// <summary>Where a branch of the search stands: what is open, what is decided, what each undecided item could still do.</summary>
internal sealed class PartialPlan
{
    /// <summary>Marks an item that nothing is decided about.</summary>
    public const int Undecided = -2;

    /// <summary>Marks an item that stays unassigned.</summary>
    public const int Unassigned = -1;

    private readonly bool[] _isTight;
    private readonly bool[] _isOpen;
    private readonly bool[] _isClosed;
    private readonly int[] _sharedUnits;
    private readonly int[] _decided;
    private readonly List<int>[] _options;
    private readonly Int128[] _coverage;
    private readonly Int128[] _leastCost;

    /// <summary>Makes an empty plan.</summary>
    /// <param name="problem">The problem.</param>
    public PartialPlan(SearchProblem problem)
    {
        Problem = problem;
        _isTight = problem.FindTightLocations();
        _isOpen = new bool[problem.OpenWeights.Length];
        _isClosed = new bool[problem.OpenWeights.Length];
        _sharedUnits = new int[problem.SharedUnits.Length];
        _decided = new int[problem.Items.Length];
        _options = [.. problem.Items.Select(item => new List<int>(item.Locations.Length))];
        _coverage = new Int128[problem.LocationCount];
        _leastCost = [.. problem.Items.Select(item => item.LeastCost)];
    }

    /// <summary>The problem.</summary>
    public SearchProblem Problem { get; }

    /// <summary>What the decisions weigh: what is open, and the items that stay unassigned.</summary>
    public Int128 Weight { get; private set; }

    /// <summary>How often an item at a location was looked at, over all branches.</summary>
    public long Looks { get; private set; }

    /// <summary>How many locations are open.</summary>
    public int OpenLocations { get; private set; }

    /// <summary>Whether the decisions leave out an item that must be assigned.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The items that nothing is decided about.</summary>
    public List<int> UndecidedItems { get; } = [];

    /// <summary>The locations that could still fulfil an undecided item.</summary>
    /// <param name="item">The item.</param>
    public IReadOnlyList<int> Options(int item) => _options[item];

    /// <summary>Whether a location is used already.</summary>
    /// <param name="location">The location.</param>
    public bool IsOpen(int location) => _isOpen[(location * Problem.WayCount) + SearchProblem.TheLocation];

    /// <summary>What opening a way at a location would add; 0 for one that is open.</summary>
    /// <param name="at">Index location × ways + way.</param>
    public Int128 MissingWeight(int at) => _isOpen[at] ? Int128.Zero : Problem.OpenWeights[at];

    /// <summary>What an item would add at a location.</summary>
    /// <param name="item">The item.</param>
    /// <param name="location">The location.</param>
    public Int128 MissingWeight(int item, int location)
    {
        var weight = Int128.Zero;
        foreach (var way in Problem.Items[item].Ways)
        {
            weight += MissingWeight((location * Problem.WayCount) + way);
        }

        return weight;
    }

    /// <summary>Carries out the decisions of a branch from the beginning, then what follows from them.</summary>
    /// <param name="branch">The branch.</param>
    public void Follow(Branch branch)
    {
        Array.Clear(_isOpen);
        Array.Clear(_isClosed);
        Array.Fill(_decided, Undecided);
        Problem.SharedUnits.CopyTo(_sharedUnits, 0);
        (Weight, OpenLocations, IsBroken) = (Int128.Zero, 0, false);
        for (var step = branch; step.Before is not null; step = step.Before)
        {
            Decide(step.Item, step.Location);
            CloseTried(step);
        }

        FindOptions();
    }

    /// <summary>The undecided item with the fewest options, the first of several; negative when all is decided.</summary>
    public int HardestItem() => UndecidedItems.Count == 0 ? -1 : UndecidedItems.MinBy(item => _options[item].Count);

    /// <summary>An item's options, the one that spares the most first.</summary>
    /// <param name="item">The item.</param>
    public int[] OptionsByPromise(int item)
    {
        Array.Clear(_coverage);
        foreach (var other in UndecidedItems)
        {
            foreach (var location in _options[other])
            {
                _coverage[location] += Problem.Items[other].Gain;
            }
        }

        return [.. _options[item].OrderBy(location => MissingWeight(item, location) + Problem.Items[item].CostAt(location) - _coverage[location])];
    }

    /// <summary>The location of every item once all is decided; free choices go to the first open location by index.</summary>
    public int[] Locations()
    {
        var locations = _decided.ToArray();
        for (var item = 0; item < locations.Length; item++)
        {
            if (Problem.Items[item].Shared.Length == 0 && locations[item] != Unassigned)
            {
                locations[item] = Problem.Items[item].Locations.Where(location => IsOpenFor(item, location)).MinBy(Problem.Items[item].CostAt);
            }
        }

        return locations;
    }

    // A plan that opens a tried location for the item's own parcel could take the item from there for no more: an earlier branch has weighed it.
    // That does not hold where stock is contested or worth more, nor for items that travel in several parcels.
    private void CloseTried(Branch step)
    {
        var item = Problem.Items[step.Item];
        var cost = step.Location == Unassigned ? item.Gain : item.CostAt(step.Location);
        for (var at = 0; at < step.Tried && item.Ways.Length <= 2; at++)
        {
            _isClosed[(step.Options[at] * Problem.WayCount) + item.Ways[^1]] |= IsUncontested(step.Item, step.Options[at]) && item.CostAt(step.Options[at]) <= cost;
        }
    }

    private bool IsUncontested(int item, int location) => Problem.Items[item].Shared.Length == 0 || !_isTight[location];

    private bool IsOpenFor(int item, int location)
    {
        foreach (var way in Problem.Items[item].Ways)
        {
            if (!_isOpen[(location * Problem.WayCount) + way])
            {
                return false;
            }
        }

        return true;
    }

    private void Decide(int item, int location)
    {
        _decided[item] = location;
        if (location == Unassigned)
        {
            Weight += Problem.Items[item].Gain;
            IsBroken |= Problem.MustAssignAll;
            return;
        }

        OpenLocations += IsOpen(location) ? 0 : 1;
        Weight += Problem.Items[item].CostAt(location);
        foreach (var way in Problem.Items[item].Ways)
        {
            var at = (location * Problem.WayCount) + way;
            Weight += MissingWeight(at);
            _isOpen[at] = true;
        }

        foreach (var demand in Problem.Items[item].Shared)
        {
            _sharedUnits[(demand.Sku * Problem.LocationCount) + location] -= demand.Units;
        }
    }

    // An item that an open location can take for the least that any could goes there, if that is not more than leaving it weighs; one that no location can take stays unassigned.
    private void FindOptions()
    {
        UndecidedItems.Clear();
        for (var item = 0; item < _decided.Length; item++)
        {
            if (_decided[item] != Undecided)
            {
                continue;
            }

            FindOptions(item, out var free);
            if (free >= 0 || _options[item].Count == 0)
            {
                Decide(item, free >= 0 ? free : Unassigned);
            }
            else
            {
                UndecidedItems.Add(item);
            }
        }
    }

    private void FindOptions(int item, out int free)
    {
        free = -1;
        var least = Problem.MustAssignAll || _leastCost[item] <= Problem.Items[item].Gain ? _leastCost[item] : Int128.MinValue;
        _options[item].Clear();
        Looks += Problem.Items[item].Locations.Length;
        foreach (var location in Problem.Items[item].Locations)
        {
            if (!IsPossible(item, location))
            {
                continue;
            }

            _options[item].Add(location);
            if (free < 0 && IsUncontested(item, location) && IsOpenFor(item, location) && Problem.Items[item].CostAt(location) == least)
            {
                free = location;
            }
        }
    }

    private bool IsPossible(int item, int location)
    {
        if (OpenLocations >= Problem.MaxLocations && !IsOpen(location))
        {
            return false;
        }

        foreach (var way in Problem.Items[item].Ways)
        {
            var at = (location * Problem.WayCount) + way;
            if (_isClosed[at] && !_isOpen[at])
            {
                return false;
            }
        }

        foreach (var demand in Problem.Items[item].Shared)
        {
            if (_sharedUnits[(demand.Sku * Problem.LocationCount) + location] < demand.Units)
            {
                return false;
            }
        }

        return true;
    }
}
