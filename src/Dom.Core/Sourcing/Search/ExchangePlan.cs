namespace Dom.Core.Sourcing.Search;

/// <summary>
/// A plan over some of a problem's locations that changes part by part: it knows what it weighs, what a change would make it weigh, and whether it keeps to the
/// limits. The locations are its places, numbered from 0.
/// </summary>
internal sealed partial class ExchangePlan
{
    /// <summary>Makes leaving anything heavier than any plan, where everything must be assigned: beyond 10^12 minor units.</summary>
    public static readonly Int128 MustAssignWeight = PlanWeight.OfCost(1L << 42);

    // What a place weighs besides whose goods are worth too little: it is not to last.
    private static readonly Int128 TooLittleWeight = PlanWeight.OfCost(1L << 50);

    private readonly int _items;
    private readonly int[] _amounts;
    private readonly int[] _rooms;
    private readonly int[] _sharedLeft;
    private readonly int[] _users;
    private readonly int[] _itemsAt;
    private readonly List<int>[] _holders;
    private readonly long[] _values;
    private readonly List<(int Item, int Place, int Amount)> _changes = [];
    private int _tooLittle;

    /// <summary>Makes the empty plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="places">The locations that may be used, ascending.</param>
    public ExchangePlan(SearchProblem problem, int[] places)
    {
        (Problem, Places, _items) = (problem, places, problem.Items.Length);
        Left = [.. problem.Items.Select(item => item.Amount)];
        (_amounts, _rooms) = (new int[places.Length * _items], new int[places.Length * _items]);
        _sharedLeft = new int[problem.SharedSkuCount * places.Length];
        (_users, _itemsAt, _values) = (new int[places.Length * problem.WayCount], new int[places.Length], new long[places.Length]);
        _holders = [.. problem.Items.Select(_ => new List<int>())];
        Weight = problem.Items.Aggregate(-problem.OrderWeight, (sum, item) => sum + (item.Amount * WeightOfLeaving(item)));
        FindRooms();
        Parcels = new PlaceParcels(problem, places);
        Lines = new PlaceLines(problem, places);
    }

    /// <summary>The problem.</summary>
    public SearchProblem Problem { get; }

    /// <summary>The locations that may be used, ascending.</summary>
    public int[] Places { get; }

    /// <summary>What is unassigned, by item.</summary>
    public int[] Left { get; }

    /// <summary>The places in use, in the order in which they came into use.</summary>
    public List<int> Used { get; } = [];

    /// <summary>How many changes were weighed or made.</summary>
    public long Steps { get; private set; }

    /// <summary>What the plan weighs; what must be assigned and is not weighs heavily.</summary>
    public Int128 Weight { get; private set; }

    /// <summary>What the plan weighs, with much more for each place whose goods are worth too little.</summary>
    public Int128 Score => Used.Count > 1 ? Weight + (_tooLittle * TooLittleWeight) : Weight;

    /// <summary>Whether the goods of every place are worth enough.</summary>
    public bool IsWorthEnough => _tooLittle == 0 || Used.Count <= 1;

    /// <summary>How much of an item a place gives.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="place">The place.</param>
    public int Amount(int item, int place) => _amounts[(place * _items) + item];

    /// <summary>How much of an item a place could give, whatever it gives.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="place">The place.</param>
    public int MostOf(int item, int place) => _rooms[(place * _items) + item];

    /// <summary>The places that give something of an item.</summary>
    /// <param name="item">Number of the item.</param>
    public IReadOnlyList<int> Holders(int item) => _holders[item];

    /// <summary>How many items a place gives.</summary>
    /// <param name="place">The place.</param>
    public int ItemsAt(int place) => _itemsAt[place];

    /// <summary>What the goods of a place are worth, minor units.</summary>
    /// <param name="place">The place.</param>
    public long Value(int place) => _values[place];

    /// <summary>What changes since <see cref="Keep"/>, to be given to <see cref="UndoTo"/>.</summary>
    public int Mark => _changes.Count;

    /// <summary>How much more of an item a place could give, as long as no limit of locations stands against it.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="place">The place.</param>
    public int Room(int item, int place)
    {
        var room = _rooms[(place * _items) + item] - _amounts[(place * _items) + item];
        foreach (var demand in Problem.Items[item].Shared)
        {
            room = Math.Min(room, _sharedLeft[(demand.Sku * Places.Length) + place] / demand.Units);
        }

        return room;
    }

    /// <summary>Whether limits of locations let a place give more of an item, once another place gives less of it.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="place">The place.</param>
    /// <param name="from">The other place; negative for none.</param>
    /// <param name="amount">How much less that gives.</param>
    public bool MayGive(int item, int place, int from, int amount)
    {
        var isGone = from >= 0 && Amount(item, from) == amount;
        return (_itemsAt[place] > 0 || Used.Count - (isGone && _itemsAt[from] == 1 ? 1 : 0) < (Problem.MaxLocations ?? int.MaxValue))
            && (Amount(item, place) > 0 || Problem.Items[item].Amount == 1 || _holders[item].Count - (isGone ? 1 : 0) < Problem.Items[item].MaxLocations);
    }

    /// <summary>Whether nothing were in use if a place gave less of an item.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="place">The place, one in use.</param>
    /// <param name="amount">How much less.</param>
    public bool IsLast(int item, int place, int amount) => Used.Count == 1 && _itemsAt[place] == 1 && Amount(item, place) == amount;

    /// <summary>Changes what a place gives; what is unassigned changes against it. The change must be possible.</summary>
    /// <param name="item">Number of the item.</param>
    /// <param name="place">The place.</param>
    /// <param name="amount">How much more, below 0 for less.</param>
    public void Change(int item, int place, int amount)
    {
        Apply(item, place, amount);
        _changes.Add((item, place, amount));
    }

    /// <summary>Takes changes back, the last first.</summary>
    /// <param name="mark">What <see cref="Mark"/> was before them.</param>
    public void UndoTo(int mark)
    {
        for (var at = _changes.Count - 1; at >= mark; at--)
        {
            Apply(_changes[at].Item, _changes[at].Place, -_changes[at].Amount);
        }

        _changes.RemoveRange(mark, _changes.Count - mark);
    }

    /// <summary>Makes all changes lasting.</summary>
    public void Keep() => _changes.Clear();

    /// <summary>Takes all that a place gives.</summary>
    /// <param name="place">The place.</param>
    public void Clear(int place)
    {
        for (var item = 0; item < _items && _itemsAt[place] > 0; item++)
        {
            if (Amount(item, place) is > 0 and var amount)
            {
                Change(item, place, -amount);
            }
        }
    }

    /// <summary>The parts of the plan, by item, then location.</summary>
    public PlanPart[] ToParts() =>
    [
        .. from item in Enumerable.Range(0, _items)
           from place in Used.Order()
           where Amount(item, place) > 0
           select new PlanPart(item, Places[place], Amount(item, place)),
    ];

    private Int128 WeightOfLeaving(SearchItem item) => item.Gain + (Problem.MustAssignAll ? MustAssignWeight : Int128.Zero);

    private void FindRooms()
    {
        var placeOf = new int[Problem.LocationCount];
        Array.Fill(placeOf, -1);
        for (var place = 0; place < Places.Length; place++)
        {
            placeOf[Places[place]] = place;
            for (var sku = 0; sku < Problem.SharedSkuCount; sku++)
            {
                _sharedLeft[(sku * Places.Length) + place] = Problem.SharedUnits[(sku * Problem.LocationCount) + Places[place]];
            }
        }

        for (var item = 0; item < _items; item++)
        {
            foreach (var location in Problem.Items[item].Locations)
            {
                if (placeOf[location] >= 0)
                {
                    _rooms[(placeOf[location] * _items) + item] = Problem.Items[item].Rooms is { } rooms ? Math.Min(rooms[location], Problem.Items[item].Amount) : 1;
                }
            }
        }
    }
}
