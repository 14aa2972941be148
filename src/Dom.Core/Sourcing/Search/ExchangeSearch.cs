namespace Dom.Core.Sourcing.Search;

/// <summary>
/// Finds a good plan of a large order, and a bound. What items are worth tells which locations matter; it starts from several sets of them that look cheap
/// together, from one location after the other, and item by item. Then it moves parts, and opens, closes and replaces locations, as long as the plan gets better.
/// </summary>
internal sealed partial class ExchangeSearch
{
    /// <summary>Most changes that are weighed, at some tens of nanoseconds each.</summary>
    public const long MaxSteps = 500_000;

    // How many locations are looked at of all, and of each item by itself.
    private const int MostPlaces = 48;
    private const int PlacesPerItem = 6;

    // Up to how many choices of a location for an item both bounds are worked out.
    private const long MostForBoth = 10_000;

    // From how many of the starts it goes on at least, how many detours it takes from the best plan, and how many changes are enough for both.
    private const int MostStarts = 3;
    private const int MostDetours = 80;
    private const int DetourStride = 7;
    private const long EnoughSteps = 200_000;

    private readonly SearchProblem _problem;
    private readonly PlaceSets _sets;
    private readonly ExchangePlan _plan;
    private readonly int[][] _placesOfItem;
    private readonly int[] _sequence;
    private readonly List<int> _targets = [];
    private int _banned = Nowhere;
    private long _limit = MaxSteps;

    private ExchangeSearch(SearchProblem problem, ItemValues values)
    {
        _problem = problem;
        var (chosen, ofItem) = values.Choose(MostPlaces, PlacesPerItem);
        var places = problem.MaxLocations is null ? chosen : WithMates(problem, values, chosen);
        _sets = new PlaceSets(problem, places, values);
        _plan = new ExchangePlan(problem, places);
        _placesOfItem = Array.ConvertAll(ofItem, locations => Array.ConvertAll(locations, location => Array.BinarySearch(places, location)));
        _sequence = [.. Enumerable.Range(0, problem.Items.Length).OrderByDescending(item => problem.Items[item].Gain * problem.Items[item].Amount)];
    }

    /// <summary>Finds a good plan.</summary>
    /// <param name="problem">The problem.</param>
    public static SearchResult Solve(SearchProblem problem)
    {
        if (problem.Items.Length == 0)
        {
            return new SearchResult([], problem.WeightOfNothing, IsProvenBest: true, 0);
        }

        var values = new ItemValues(problem, problem.MustAssignAll ? PlanWeight.Impossible : problem.WeightOfNothing + problem.OrderWeight);
        var search = new ExchangeSearch(problem, values);
        var (parts, weight) = search.Search();
        var bound = BoundOf(problem, values, weight);
        return new SearchResult(parts, Int128.Min(bound, parts is null ? bound : weight), parts is not null && bound >= weight, search._plan.Steps);
    }

    // A plan costs whole minor units, and what it weighs besides is less than a quarter of one. Where that proves its cost, and on smaller problems, the other
    // bound, which is exact to the metre, may prove more.
    private static Int128 BoundOf(SearchProblem problem, ItemValues values, Int128 weight)
    {
        var bound = values.Bound;
        var minorUnits = PlanWeight.OfCost(bound >> 64);
        bound = bound - minorUnits >= PlanWeight.OfCost(1) / 4 ? minorUnits + PlanWeight.OfCost(1) : bound;
        return bound >> 64 >= weight >> 64 || problem.Items.Sum(item => (long)item.Locations.Length) <= MostForBoth
            ? Int128.Max(bound, RelaxedBound.Of(problem))
            : bound;
    }

    // Where few locations may be used, those matter that have together what none of them has: they are looked for among all.
    private static int[] WithMates(SearchProblem problem, ItemValues values, int[] chosen)
    {
        var all = values.Locations.ToArray();
        return [.. new PlaceSets(problem, all, values).Find().SelectMany(set => set).Select(place => all[place]).Union(chosen).Order()];
    }

    private (PlanPart[]? Parts, Int128 Weight) Search()
    {
        var starts = FindStarts();
        var (best, bestScore) = (starts[0].Parts, PlanWeight.Impossible);
        for (var at = 0; at < starts.Count && (at < MostStarts || _plan.Steps < EnoughSteps); at++)
        {
            // The best start may take most of what there is, none all of it.
            _limit = _plan.Steps + ((MaxSteps - _plan.Steps) / 2);
            Load(starts[at].Parts);
            Settle(ref best, ref bestScore);
        }

        for (var round = 0; round < MostDetours && _plan.Steps < EnoughSteps; round++)
        {
            _limit = MaxSteps;
            Load(best);
            if (_plan.Used.Count == 0)
            {
                break;
            }

            Detour(round);
            Settle(ref best, ref bestScore);
        }

        Load(best);
        var isWhole = !_problem.MustAssignAll || Array.TrueForAll(_plan.Left, left => left == 0);
        return (isWhole ? _plan.ToParts() : null, _plan.Weight);
    }

    private void Settle(ref (int Item, int Place, int Amount)[] best, ref Int128 bestScore)
    {
        Better();
        Repair();
        if (_plan.Score < bestScore)
        {
            (best, bestScore) = (Snapshot(), _plan.Score);
        }
    }

    // What is best without a place in use, or with one that is not, may be better than what single steps lead to.
    private void Detour(int round)
    {
        var other = round / 2 * DetourStride % _plan.Places.Length;
        if (round % 2 == 0)
        {
            _banned = _plan.Used.Order().ElementAt(round / 2 % _plan.Used.Count);
            _plan.Clear(_banned);
            RefillAll();
            _plan.Keep();
            Better();
            _banned = Nowhere;
        }
        else if (_plan.ItemsAt(other) == 0)
        {
            Pull(other);
            RefillAll();
            _plan.Keep();
        }
    }

    private (int Item, int Place, int Amount)[] Snapshot() =>
    [
        .. from place in _plan.Used.Order()
           from item in Enumerable.Range(0, _problem.Items.Length)
           where _plan.Amount(item, place) > 0
           select (item, place, _plan.Amount(item, place)),
    ];

    private void Load((int Item, int Place, int Amount)[] parts)
    {
        Clear();
        foreach (var (item, place, amount) in parts)
        {
            _plan.Change(item, place, amount);
        }

        _plan.Keep();
    }

    private void Clear()
    {
        foreach (var place in _plan.Used.ToArray())
        {
            _plan.Clear(place);
        }

        _plan.Keep();
    }

    private bool KeepIfBetter(Int128 before)
    {
        if (_plan.Score < before)
        {
            _plan.Keep();
            return true;
        }

        _plan.UndoTo(0);
        return false;
    }

    // Where goods of a place are worth too little in the end, the rest may do without it.
    private void Repair()
    {
        for (var round = 0; !_plan.IsWorthEnough; round++)
        {
            _plan.Clear(_plan.Used.MinBy(place => (_plan.Value(place), place)));
            _plan.Keep();
            if (round < _plan.Places.Length)
            {
                // What is closed in vain too often stays closed.
                Better();
            }
        }
    }
}
