namespace Dom.Core.Sourcing.Search;

/// <summary>A plan that changes part by part, and knows what it weighs and whether it keeps to the limits.</summary>
internal sealed class ExchangePlan
{
    /// <summary>Makes leaving anything heavier than any plan, where everything must be assigned: beyond 10^12 minor units.</summary>
    public static readonly Int128 MustAssignWeight = PlanWeight.OfCost(1L << 42);

    private readonly int[] _amounts;
    private readonly int[] _sharedLeft;
    private readonly Int128?[] _weights;
    private readonly List<(int Item, int Location, int Amount)> _changes = [];

    /// <summary>Makes the empty plan.</summary>
    /// <param name="problem">The problem.</param>
    public ExchangePlan(SearchProblem problem)
    {
        Problem = problem;
        _amounts = new int[problem.LocationCount * problem.Items.Length];
        _sharedLeft = [.. problem.SharedUnits];
        _weights = new Int128?[problem.LocationCount];
        Left = [.. problem.Items.Select(item => item.Amount)];
    }

    /// <summary>The problem.</summary>
    public SearchProblem Problem { get; }

    /// <summary>What is unassigned, by item.</summary>
    public int[] Left { get; }

    /// <summary>The locations in use, ascending.</summary>
    public SortedSet<int> Used { get; } = [];

    /// <summary>How many plans were weighed.</summary>
    public long Steps { get; private set; }

    /// <summary>How much of an item a location gives.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="location">Index of the location.</param>
    public int Amount(int item, int location) => _amounts[(location * Problem.Items.Length) + item];

    /// <summary>How much more of an item a location could give, its stock alone considered.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="location">Index of the location.</param>
    public int Room(int item, int location)
    {
        var room = Problem.RoomAt(item, location) - Amount(item, location);
        foreach (var demand in Problem.Items[item].Shared)
        {
            room = Math.Min(room, _sharedLeft[(demand.Sku * Problem.LocationCount) + location] / demand.Units);
        }

        return room;
    }

    /// <summary>Changes what a location gives; what is unassigned changes against it.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="location">Index of the location.</param>
    /// <param name="amount">How much more, below 0 for less.</param>
    public void Change(int item, int location, int amount)
    {
        Apply(item, location, amount);
        _changes.Add((item, location, amount));
    }

    /// <summary>What changes since <see cref="Keep"/>, to be given to <see cref="UndoTo"/>.</summary>
    public int Mark => _changes.Count;

    /// <summary>Takes changes back, the last first.</summary>
    /// <param name="mark">What <see cref="Mark"/> was before them.</param>
    public void UndoTo(int mark)
    {
        for (var at = _changes.Count - 1; at >= mark; at--)
        {
            Apply(_changes[at].Item, _changes[at].Location, -_changes[at].Amount);
        }

        _changes.RemoveRange(mark, _changes.Count - mark);
    }

    /// <summary>Makes all changes lasting.</summary>
    public void Keep() => _changes.Clear();

    /// <summary>What the plan weighs; <see cref="PlanWeight.Impossible"/> where it breaks a limit, but for what must be assigned and is not, which weighs heavily.</summary>
    /// <param name="ignoreValues">Whether what the goods of a location are worth does not matter.</param>
    public Int128 Weigh(bool ignoreValues = false)
    {
        Steps++;
        if (Used.Count == 0)
        {
            return Problem.WeightOfNothing + LeftWeight(-1);
        }

        var weight = LeftWeight(1);
        foreach (var location in Used)
        {
            if (WeighLocation(location) is var part && part == PlanWeight.Impossible)
            {
                return part;
            }
            else
            {
                weight += part;
            }
        }

        return IsWithinLimits(ignoreValues) ? weight : PlanWeight.Impossible;
    }

    /// <summary>The parts of the plan, by item, then location.</summary>
    public PlanPart[] ToParts() =>
    [
        .. from item in Enumerable.Range(0, Problem.Items.Length)
           from location in Used
           where Amount(item, location) > 0
           select new PlanPart(item, location, Amount(item, location)),
    ];

    /// <summary>The items that a location gives.</summary>
    /// <param name="location">Index of the location.</param>
    public IEnumerable<int> ItemsAt(int location) => Enumerable.Range(0, Problem.Items.Length).Where(item => Amount(item, location) > 0);

    /// <summary>How many locations give something of an item.</summary>
    /// <param name="item">Number of the item.</param>
    public int LocationsOf(int item) => Used.Count(location => Amount(item, location) > 0);

    /// <summary>What the goods of a location are worth, minor units.</summary>
    /// <param name="location">Index of the location.</param>
    public long Value(int location) => ItemsAt(location).Sum(item => checked(Amount(item, location) * Problem.Items[item].Value));

    private Int128 LeftWeight(int sign)
    {
        var weight = Int128.Zero;
        for (var item = 0; item < Left.Length; item++)
        {
            weight += Left[item] * ((sign > 0 ? Problem.Items[item].Gain : Int128.Zero) + (Problem.MustAssignAll ? MustAssignWeight : Int128.Zero));
        }

        return weight;
    }

    private Int128 WeighLocation(int location)
    {
        if (_weights[location] is { } known)
        {
            return known;
        }

        var parts = ItemsAt(location).Select(item => new PlanPart(item, location, Amount(item, location))).ToArray();
        var weight = Problem.WeighLocation(location, parts) ?? PlanWeight.Impossible;
        _weights[location] = weight;
        return weight;
    }

    private bool IsWithinLimits(bool ignoreValues)
    {
        if (Used.Count > Problem.MaxLocations || (!ignoreValues && Problem.MinValue > 0 && Used.Count > 1 && Used.Any(location => Value(location) < Problem.MinValue)))
        {
            return false;
        }

        for (var item = 0; item < Left.Length; item++)
        {
            if (Problem.Items[item] is { Amount: > 1 } apart && apart.MaxLocations < Used.Count && LocationsOf(item) > apart.MaxLocations)
            {
                return false;
            }
        }

        return true;
    }

    private void Apply(int item, int location, int amount)
    {
        _amounts[(location * Problem.Items.Length) + item] += amount;
        Left[item] -= amount;
        _weights[location] = null;
        foreach (var demand in Problem.Items[item].Shared)
        {
            _sharedLeft[(demand.Sku * Problem.LocationCount) + location] -= demand.Units * amount;
        }

        if (amount > 0)
        {
            Used.Add(location);
        }
        else if (!ItemsAt(location).Any())
        {
            Used.Remove(location);
        }
    }
}
