namespace Dom.Core.Sourcing.Search;

/// <summary>
/// Weighs every plan by dynamic programming over states. For every part of the order the best single location comes first; then every state is cut in
/// all ways into one part and the rest. What that leaves out is looked at only where the best plan breaks it: a location that the plan uses twice is
/// taken out of the best ones and offered apart, once; the number of locations is counted, of the plan and of items. Each of these only takes plans away, so the
/// first best plan that breaks nothing is the best of all. Equal weights: as <see cref="StateTable"/> orders plans.
/// </summary>
internal sealed class StateSearch
{
    /// <summary>Largest problem, in steps of a few nanoseconds.</summary>
    public const long MaxSteps = 20_000_000;

    private readonly SearchProblem _problem;
    private readonly long _maxSteps;
    private readonly SortedSet<int> _apart = [];
    private readonly List<Int128[]> _weightsApart = [];
    private StateShape _shape;
    private StateTable _table;
    private PartWalk _walk;
    private Int128[] _best;
    private int[] _locationOf;
    private int _layers;
    private bool _isTooLarge;
    private long _steps;

    private StateSearch(SearchProblem problem, long maxSteps)
    {
        (_problem, _maxSteps) = (problem, maxSteps);
        (_shape, _walk, _best, _locationOf) = Shape([]);
        _table = new StateTable(_shape, 0);
    }

    /// <summary>Whether a problem is small enough.</summary>
    /// <param name="problem">The problem.</param>
    public static bool CanSolve(SearchProblem problem) => StateShape.CountSteps(problem, []) <= MaxSteps;

    /// <summary>Finds the best plan.</summary>
    /// <param name="problem">A problem that <see cref="CanSolve"/> accepts.</param>
    /// <param name="maxSteps">Most steps before it gives up.</param>
    /// <returns>The best plan; without a plan and unproven, but with a bound, where looking at what was left out first took too long.</returns>
    public static SearchResult Solve(SearchProblem problem, long maxSteps = 5 * MaxSteps) => new StateSearch(problem, maxSteps).Solve();

    private SearchResult Solve()
    {
        while (true)
        {
            FindBest();
            Combine();
            foreach (var (location, weights) in _apart.Zip(_weightsApart))
            {
                OfferApart(location, weights);
            }

            var (plan, weight) = Choose();
            var parts = _table.Parts(plan).ToArray();
            if (!FindBroken(parts))
            {
                return new SearchResult(weight == PlanWeight.Impossible ? null : Parts(parts), weight, IsProvenBest: true, _steps);
            }

            if (_isTooLarge || _steps > _maxSteps || StateShape.CountSteps(_problem, _shape.Limited) * Math.Max(1, _layers) > _maxSteps)
            {
                return new SearchResult(null, weight, IsProvenBest: false, _steps);
            }
        }
    }

    private (StateShape Shape, PartWalk Walk, Int128[] Best, int[] Locations) Shape(int[] limited)
    {
        var shape = new StateShape(_problem, limited);
        return (shape, new PartWalk(shape.Strides), new Int128[shape.PartCount], new int[shape.PartCount]);
    }

    private void FindBest()
    {
        var scan = new StateScan(_problem, _shape);
        Array.Fill(_best, PlanWeight.Impossible);
        _weightsApart.Clear();
        for (var location = 0; location < _problem.LocationCount; location++)
        {
            if (_apart.Contains(location))
            {
                var weights = new Int128[_shape.PartCount];
                Array.Fill(weights, PlanWeight.Impossible);
                scan.Take(location, weights, new int[_shape.PartCount]);
                _weightsApart.Add(weights);
            }
            else
            {
                scan.Take(location, _best, _locationOf);
            }
        }

        _steps += scan.Steps;
    }

    private void Combine()
    {
        _table = new StateTable(_shape, _layers);
        for (var layer = _table.FirstLayer; layer <= _table.LastLayer; layer++)
        {
            for (var state = 1; state < _shape.StateCount; state++)
            {
                _table.CarryOver(layer, state);
                Combine(layer, state);
            }
        }
    }

    // Some part of the plan has something of the first item: that one is cut off.
    private void Combine(int layer, int state)
    {
        _shape.FindMost(state, _walk.Most);
        var first = 0;
        while (first < _shape.ItemCount && _shape.Amount(state, first) == 0)
        {
            first++;
        }

        if (first == _shape.ItemCount || _walk.Most[first] == 0)
        {
            return;
        }

        _walk.StartWith(first);
        do
        {
            var part = _walk.Part;
            if (_best[part] != PlanWeight.Impossible && IsWorthEnough(part))
            {
                _table.Offer(layer, state, Rest(state, part), part, _locationOf[part], _best[part]);
            }

            _steps++;
        }
        while (_walk.MoveNext());
    }

    // From large states and layers to small ones: what is read has not been given this location yet.
    private void OfferApart(int location, Int128[] weights)
    {
        int[] rooms = [.. Enumerable.Range(0, _shape.ItemCount).Select(item => _problem.RoomAt(item, location))];
        for (var layer = _table.LastLayer; layer >= _table.FirstLayer; layer--)
        {
            for (var state = _shape.StateCount - 1; state > 0; state--)
            {
                _shape.FindMost(state, _walk.Most);
                for (var item = 0; item < rooms.Length; item++)
                {
                    _walk.Most[item] = Math.Min(_walk.Most[item], rooms[item]);
                }

                for (_walk.Start(); _walk.MoveNext(); _steps++)
                {
                    var part = _walk.Part;
                    if (weights[part] != PlanWeight.Impossible && IsWorthEnough(part))
                    {
                        _table.Offer(layer, state, Rest(state, part), part, location, weights[part]);
                    }
                }
            }
        }
    }

    private int Rest(int state, int part) => state - part - (_shape.Uses.Length > 0 ? _shape.Uses[part] : 0);

    private bool IsWorthEnough(int part) => _shape.Values.Length == 0 || _shape.Values[part] >= _problem.MinValue;

    private (int Plan, Int128 Weight) Choose()
    {
        var (best, bestWeight) = _problem.MustAssignAll && _shape.PartCount > 1 ? (StateTable.Nothing, PlanWeight.Impossible) : (StateTable.Nothing, _problem.WeightOfNothing);
        var layer = _table.LastLayer;
        for (var state = 1; state < _shape.StateCount; state++)
        {
            if (IsEnough(state % _shape.PartCount) && _table.Weight(layer, state) is var weight && weight != PlanWeight.Impossible)
            {
                Consider(_table.Plan(layer, state), weight + _shape.Left[state % _shape.PartCount]);
            }
        }

        // What comes from one location alone may be worth anything.
        for (var part = 1; part < _shape.Values.Length; part++)
        {
            if (IsEnough(part) && !IsWorthEnough(part))
            {
                Alone(part, _locationOf[part], _best[part]);
                foreach (var (location, weights) in _apart.Zip(_weightsApart))
                {
                    Alone(part, location, weights[part]);
                }
            }
        }

        return (best, bestWeight);

        bool IsEnough(int part) => part > 0 && (!_problem.MustAssignAll || part == _shape.PartCount - 1);

        void Alone(int part, int location, Int128 weight)
        {
            if (weight != PlanWeight.Impossible && weight + _shape.Left[part] <= bestWeight)
            {
                Consider(_table.Add(location, part, StateTable.Nothing), weight + _shape.Left[part]);
            }
        }

        void Consider(int plan, Int128 weight)
        {
            if (weight < bestWeight || (weight == bestWeight && _table.ComesBefore(plan, best)))
            {
                (best, bestWeight) = (plan, weight);
            }
        }
    }

    private bool FindBroken((int Location, int Part)[] parts)
    {
        var twice = parts.GroupBy(part => part.Location).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            _apart.Add(twice.Key);
            return true;
        }

        if (parts.Length > _problem.MaxLocations)
        {
            _layers = _problem.MaxLocations.Value;
            return true;
        }

        var over = Enumerable.Range(0, _shape.ItemCount)
            .Where(item => parts.Count(part => _shape.Amount(part.Part, item) > 0) > _problem.Items[item].MaxLocations).ToArray();
        if (over.Length > 0)
        {
            var limited = _shape.Limited.Concat(over).Order().ToArray();
            if (double.IsPositiveInfinity(StateShape.CountSteps(_problem, limited)))
            {
                _isTooLarge = true;
                return true;
            }

            (_shape, _walk, _best, _locationOf) = Shape(limited);
        }

        return over.Length > 0;
    }

    private PlanPart[] Parts((int Location, int Part)[] parts) =>
    [
        .. from part in parts
           from item in Enumerable.Range(0, _shape.ItemCount)
           where _shape.Amount(part.Part, item) > 0
           orderby item, part.Location
           select new PlanPart(item, part.Location, _shape.Amount(part.Part, item)),
    ];
}
