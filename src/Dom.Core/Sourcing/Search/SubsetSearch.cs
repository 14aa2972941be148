using System.Numerics;

namespace Dom.Core.Sourcing.Search;

/// <summary>
/// Weighs every plan by subset dynamic programming. For every set of items the best single location comes first; then every set is cut in all
/// ways into the part that holds its first item and the rest. Locations whose stock several items compete for are taken one by one afterwards,
/// so that none of them is used twice. Equal weights: the plan whose location ids, item by item, come first in ordinal order.
/// </summary>
/// <remarks>
/// Takes 3^items steps for each number of locations that the plan may have (once without a limit), the same again for each location with contested stock, and
/// 2^items for each location. 12 items without contested stock always fit within <see cref="MaxSteps"/> in networks of up to 3,000 locations.
/// </remarks>
internal sealed class SubsetSearch
{
    /// <summary>Largest problem, in steps of a few nanoseconds.</summary>
    public const long MaxSteps = 20_000_000;

    private const int MaxItems = 16;
    private const int MaxWays = 64;

    private readonly SearchProblem _problem;
    private readonly int _sets;
    private readonly ulong[] _waysOfSet;
    private readonly int[] _itemsOfLocation;
    private readonly Int128[] _bestOfSet;
    private readonly int[] _locationOfSet;
    private readonly PlanTable _table;
    private readonly Int128[]? _costOfSet;
    private long _steps;

    private SubsetSearch(SearchProblem problem)
    {
        _problem = problem;
        _sets = 1 << problem.Items.Length;
        _waysOfSet = new ulong[_sets];
        for (var set = 1; set < _sets; set++)
        {
            _waysOfSet[set] = _waysOfSet[set & (set - 1)];
            foreach (var way in problem.Items[BitOperations.TrailingZeroCount(set)].Ways)
            {
                _waysOfSet[set] |= 1UL << way;
            }
        }

        _itemsOfLocation = new int[problem.LocationCount];
        for (var item = 0; item < problem.Items.Length; item++)
        {
            foreach (var location in problem.Items[item].Locations)
            {
                _itemsOfLocation[location] |= 1 << item;
            }
        }

        _bestOfSet = new Int128[_sets];
        _locationOfSet = new int[_sets];
        _table = new PlanTable(problem.Items.Length, Layers(problem));
        _costOfSet = problem.Items.Any(item => item.Costs is not null) ? new Int128[_sets] : null;
    }

    /// <summary>Whether a problem is small enough.</summary>
    /// <param name="problem">The problem.</param>
    public static bool CanSolve(SearchProblem problem)
    {
        var items = problem.Items.Length;
        if (items > MaxItems || problem.WayCount > MaxWays)
        {
            return false;
        }

        var rounds = 1 + problem.FindTightLocations().Count(isTight => isTight);
        return (Math.Pow(3, items) * Math.Max(1, Layers(problem)) * rounds) + (Math.Pow(2, items) * problem.LocationCount) <= MaxSteps;
    }

    /// <summary>Finds the best plan.</summary>
    /// <param name="problem">A problem that <see cref="CanSolve"/> accepts.</param>
    public static SearchResult Solve(SearchProblem problem) => new SubsetSearch(problem).Solve();

    // The layer of a plan is the most locations it may have. Where every item could have its own, one layer will do.
    private static int Layers(SearchProblem problem) => problem.MaxLocations is { } limit && limit < problem.Items.Length ? limit : 0;

    private SearchResult Solve()
    {
        var isTight = _problem.FindTightLocations();
        FindBestLocations(isTight);
        CombineSets();
        for (var location = 0; location < isTight.Length; location++)
        {
            if (isTight[location])
            {
                AddTightLocation(location);
            }
        }

        return Choose();
    }

    private void FindBestLocations(bool[] isTight)
    {
        Array.Fill(_bestOfSet, PlanWeight.Impossible);
        for (var location = 0; location < isTight.Length; location++)
        {
            var all = isTight[location] ? 0 : _itemsOfLocation[location];
            AddCosts(location);
            for (var set = all; set > 0; set = (set - 1) & all)
            {
                var weight = WeightAt(location, set);
                if (weight < _bestOfSet[set])
                {
                    (_bestOfSet[set], _locationOfSet[set]) = (weight, location);
                }

                _steps++;
            }
        }
    }

    private void CombineSets()
    {
        for (var layer = _table.FirstLayer; layer <= _table.LastLayer; layer++)
        {
            for (var set = 1; set < _sets; set++)
            {
                _table.CarryOver(layer, set);
                var first = set & -set;
                var others = set ^ first;
                for (var more = others; ; more = (more - 1) & others)
                {
                    var part = first | more;
                    if (_bestOfSet[part] != PlanWeight.Impossible)
                    {
                        _table.Offer(layer, set, part, _locationOfSet[part], _bestOfSet[part]);
                    }

                    _steps++;
                    if (more == 0)
                    {
                        break;
                    }
                }
            }
        }
    }

    // From large sets and layers to small ones: what is read has not been given this location yet.
    private void AddTightLocation(int location)
    {
        var all = _itemsOfLocation[location];
        var weights = new Int128[all + 1];
        AddCosts(location);
        for (var set = all; set > 0; set = (set - 1) & all)
        {
            weights[set] = HasStockFor(location, set) ? WeightAt(location, set) : PlanWeight.Impossible;
        }

        for (var layer = _table.LastLayer; layer >= _table.FirstLayer; layer--)
        {
            for (var set = _sets - 1; set > 0; set--)
            {
                for (var part = set & all; part > 0; part = (part - 1) & set & all)
                {
                    if (weights[part] != PlanWeight.Impossible)
                    {
                        _table.Offer(layer, set, part, location, weights[part]);
                    }

                    _steps++;
                }
            }
        }
    }

    // What the items of every set weigh besides at one location.
    private void AddCosts(int location)
    {
        for (var set = 1; _costOfSet is not null && set < _sets; set++)
        {
            _costOfSet[set] = _costOfSet[set & (set - 1)] + _problem.Items[BitOperations.TrailingZeroCount(set)].CostAt(location);
        }
    }

    private Int128 WeightAt(int location, int set)
    {
        var weight = _costOfSet is null ? Int128.Zero : _costOfSet[set];
        for (var ways = _waysOfSet[set]; ways != 0; ways &= ways - 1)
        {
            weight += _problem.OpenWeights[(location * _problem.WayCount) + BitOperations.TrailingZeroCount(ways)];
        }

        return weight;
    }

    private bool HasStockFor(int location, int set)
    {
        Span<long> wanted = stackalloc long[_problem.SharedSkuCount];
        for (var rest = set; rest != 0; rest &= rest - 1)
        {
            foreach (var demand in _problem.Items[BitOperations.TrailingZeroCount(rest)].Shared)
            {
                wanted[demand.Sku] += demand.Units;
                if (wanted[demand.Sku] > _problem.SharedUnits[(demand.Sku * _problem.LocationCount) + location])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private SearchResult Choose()
    {
        var layer = _table.LastLayer;
        var (best, bestWeight) = (-1, PlanWeight.Impossible);
        for (var set = _problem.MustAssignAll ? _sets - 1 : 0; set < _sets; set++)
        {
            var weight = _table.Weight(layer, set);
            if (weight == PlanWeight.Impossible)
            {
                continue;
            }

            for (var left = (_sets - 1) & ~set; left != 0; left &= left - 1)
            {
                weight += _problem.Items[BitOperations.TrailingZeroCount(left)].Gain;
            }

            if (weight < bestWeight || (weight == bestWeight && _table.ComesBefore(layer, set, best)))
            {
                (best, bestWeight) = (set, weight);
            }
        }

        return new SearchResult(best < 0 ? null : _table.Plan(layer, best), bestWeight, IsProvenBest: true, _steps);
    }
}
