namespace Dom.Core.Sourcing.Search;

/// <summary>
/// Finds a good plan of a large order, and a bound. It starts twice: once it opens one location after the other, always the one that spares the most
/// with all that it could give; once it places item by item, the one with the fewest locations first. Then it moves parts, closes locations and replaces
/// them, as long as the plan gets better.
/// </summary>
internal sealed partial class ExchangeSearch
{
    /// <summary>Most plans that are weighed from each start, at some microseconds each.</summary>
    public const long MaxSteps = 50_000;

    // How many locations each item tries besides those that the plan uses.
    private const int Nearest = 12;

    // How many locations are weighed before one of them is opened.
    private const int MostPromising = 24;

    private readonly SearchProblem _problem;
    private readonly ExchangePlan _plan;
    private readonly int[][] _candidates;
    private Int128 _weight;

    private ExchangeSearch(SearchProblem problem)
    {
        (_problem, _plan) = (problem, new ExchangePlan(problem));
        _candidates = [.. Enumerable.Range(0, problem.Items.Length).Select(FindCandidates)];
    }

    /// <summary>Finds a good plan.</summary>
    /// <param name="problem">The problem.</param>
    public static SearchResult Solve(SearchProblem problem)
    {
        var most = problem.MaxLocations ?? int.MaxValue;
        var best = new ExchangeSearch(problem).Solve(search => search.Open(most));
        if (new ExchangeSearch(problem).Solve(search => search.Place()) is var placed && placed.Weight < best.Weight)
        {
            best = placed;
        }

        if (problem.MinValue > 0 && new ExchangeSearch(problem).Solve(search => search.Open(1)) is var one && one.Weight < best.Weight)
        {
            best = one;
        }

        var isWhole = !problem.MustAssignAll || best.Plan.Left.All(left => left == 0);
        var bound = RelaxedBound.Of(problem);
        return new SearchResult(isWhole ? best.Plan.ToParts() : null, Int128.Min(bound, isWhole ? best.Weight : bound), isWhole && bound >= best.Weight, best.Plan.Steps);
    }

    private (Int128 Weight, ExchangePlan Plan) Solve(Action<ExchangeSearch> start)
    {
        start(this);
        _plan.Keep();
        Repair();
        _weight = _plan.Weigh();
        while (_plan.Steps < MaxSteps && (MoveParts() | Close() | Replace()))
        {
            // Each of them has made it better, so it ends.
        }

        return (_weight, _plan);
    }

    private int[] FindCandidates(int item)
    {
        var ways = _problem.Items[item].Ways;
        return
        [
            .. _problem.Items[item].Locations
                .Select(location => (Weight: ways.Aggregate(Int128.Zero, (sum, way) => sum + _problem.OpenWeights[(location * _problem.WayCount) + way])
                    + _problem.CostAt(item, location, _problem.RoomAt(item, location)), Room: _problem.RoomAt(item, location), Location: location))
                .OrderByDescending(at => at.Room).ThenBy(at => at.Weight).ThenBy(at => at.Location).Take(Nearest / 2)
                .Concat(_problem.Items[item].Locations
                    .Select(location => (Weight: ways.Aggregate(Int128.Zero, (sum, way) => sum + _problem.OpenWeights[(location * _problem.WayCount) + way]), Room: 0, Location: location))
                    .OrderBy(at => at.Weight).ThenBy(at => at.Location).Take(Nearest / 2))
                .Select(at => at.Location).Distinct().Order(),
        ];
    }

    // While locations are opened, what they send may be worth less than it must in the end.
    private Int128 WeighLeniently() => _plan.Weigh(ignoreValues: true);

    private void Take(int item, int location)
    {
        var amount = Math.Min(_plan.Left[item], _plan.Room(item, location));
        if (amount > 0 && (_plan.Amount(item, location) > 0 || _plan.LocationsOf(item) < _problem.Items[item].MaxLocations))
        {
            _plan.Change(item, location, amount);
        }
    }

    private void Clear(int location)
    {
        foreach (var item in _plan.ItemsAt(location).ToArray())
        {
            _plan.Change(item, location, -_plan.Amount(item, location));
        }
    }

    private bool MoveParts()
    {
        var isBetter = false;
        for (var item = 0; item < _problem.Items.Length; item++)
        {
            if (_plan.Steps > MaxSteps)
            {
                return isBetter;
            }

            foreach (var to in _candidates[item].Concat(_plan.Used).Distinct().Order().ToArray())
            {
                Take(item, to);
                isBetter |= KeepIfBetter();
                foreach (var from in _plan.Used.Where(from => from != to && _plan.Amount(item, from) > 0).ToArray())
                {
                    // All of it; or half, or one, where that is less.
                    for (var amount = Math.Min(_plan.Amount(item, from), _plan.Room(item, to)); amount > 0; amount = amount > 3 ? amount / 2 : amount > 1 ? 1 : 0)
                    {
                        _plan.Change(item, from, -amount);
                        _plan.Change(item, to, amount);
                        if (KeepIfBetter())
                        {
                            isBetter = true;
                            break;
                        }
                    }
                }
            }
        }

        return isBetter;
    }

    private bool Close()
    {
        var isBetter = false;
        foreach (var location in _plan.Used.ToArray())
        {
            var items = _plan.ItemsAt(location).ToArray();
            Clear(location);
            Refill(items, location);
            isBetter |= KeepIfBetter();
        }

        return isBetter;
    }

    private bool Replace()
    {
        var isBetter = false;
        foreach (var location in _plan.Used.ToArray())
        {
            for (var other = 0; other < _problem.LocationCount && _plan.Steps < MaxSteps && _plan.Used.Contains(location); other++)
            {
                if (_plan.Used.Contains(other))
                {
                    continue;
                }

                var items = _plan.ItemsAt(location).ToArray();
                Clear(location);
                foreach (var item in items)
                {
                    Take(item, other);
                }

                isBetter |= KeepIfBetter();
            }
        }

        return isBetter;
    }

    // What was taken from a closed location goes to those in use first, then to the candidate that makes the plan best.
    private void Refill(int[] items, int closed)
    {
        foreach (var item in items)
        {
            foreach (var location in _plan.Used.Where(location => location != closed).ToArray())
            {
                Take(item, location);
            }

            while (_plan.Left[item] > 0 && _plan.Steps < MaxSteps)
            {
                var (best, bestWeight) = (-1, _plan.Weigh(ignoreValues: true));
                foreach (var location in _candidates[item].Where(location => location != closed))
                {
                    var mark = _plan.Mark;
                    Take(item, location);
                    if (_plan.Weigh(ignoreValues: true) is var weight && weight < bestWeight)
                    {
                        (best, bestWeight) = (location, weight);
                    }

                    _plan.UndoTo(mark);
                }

                if (best < 0)
                {
                    break;
                }

                Take(item, best);
            }
        }
    }

    private bool KeepIfBetter()
    {
        if (_plan.Mark == 0)
        {
            return false;
        }

        var weight = _plan.Weigh();
        if (weight >= _weight)
        {
            _plan.UndoTo(0);
            return false;
        }

        _weight = weight;
        _plan.Keep();
        return true;
    }
}
