namespace Dom.Core.Sourcing.Search;

/// <summary>
/// What one of each item's amount is worth: values such that what all items pay, less what locations could earn by them, is a great bound of what plans weigh.
/// They also tell which locations matter.
/// </summary>
/// <remarks>
/// A Lagrangian relaxation of the items' amounts, as for facility location: at given values every location takes what it earns by, each item by itself, its
/// parcels charged by the best of the straight lines below what they cost; no more locations earn than a plan may have. Any values give a bound: these are
/// looked for by subgradient steps, among the locations that could earn. Everything is counted in whole steps of a scale, costs rounded down, so that the
/// bound holds to the last one and the same problem gives the same values everywhere.
/// </remarks>
internal sealed partial class ItemValues
{
    private const int FewEntries = 6_000;
    private const int MostCore = 160;
    private const int Steps = 160;
    private const int MoreSteps = 60;
    private const int Looks = 4;
    private const double Deflection = 0.6;
    private const long Unknown = 1L << 60;

    private readonly SearchProblem _problem;
    private readonly int _items;
    private readonly int _most;
    private readonly int[] _amounts;
    private readonly long[] _caps;
    private readonly long[] _floors;
    private readonly long[] _values;
    private readonly long[] _best;
    private readonly int[] _gradient;
    private readonly long[] _excess;
    private long _bestBound = long.MinValue;

    // What is left of items whatever the plan.
    private readonly Int128 _left;

    /// <summary>Finds values.</summary>
    /// <param name="problem">The problem; it has items.</param>
    /// <param name="known">What a known plan weighs, at least as much as the best one: values that prove it are good enough.</param>
    public ItemValues(SearchProblem problem, Int128 known)
    {
        (_problem, _items) = (problem, problem.Items.Length);
        _most = Math.Min(problem.LocationCount, problem.MaxLocations ?? int.MaxValue);
        _amounts = [.. problem.Items.Select(item => problem.MustAssignAll ? item.Amount : MostAssigned(item))];
        _shift = FindShift();
        (_caps, _floors) = FindCaps();
        (_values, _best, _gradient, _excess) = (new long[_items], new long[_items], new int[_items], new long[problem.LocationCount]);
        for (var item = 0; item < _items; item++)
        {
            _left += problem.Items[item].Gain * (problem.Items[item].Amount - _amounts[item]);
        }

        Compile();
        Begin();
        Climb((long)Int128.Min((known - _left) >> _shift, Unknown));
    }

    /// <summary>What every plan weighs at least that assigns anything.</summary>
    public Int128 Bound => ((Int128)_bestBound << _shift) + _left;

    /// <summary>
    /// By location: what it earns at the values; where it earns nothing, by how much it misses that, below 0. Meaningless where it could serve nothing. Steps of
    /// the scale.
    /// </summary>
    public ReadOnlySpan<long> Excess => _excess;

    // Every item pays at its cheapest location what it costs there with its share of what opening it costs: then no location earns. Where few locations may
    // be used, or nothing is dear but leaving items, what leaving costs may prove more.
    private void Begin()
    {
        FindShares();
        Offer(All);
        Array.Copy(_caps, _values, _items);
        Offer(All);
        _best.CopyTo(_values, 0);
    }

    private void Climb(long known)
    {
        if (_bestBound >= known)
        {
            Evaluate(All, widest: true);
            return;
        }

        var core = _rowStart[^1] <= FewEntries ? All : Earning([]);
        _best.CopyTo(_values, 0);
        for (var look = 0; look < Looks; look++)
        {
            var reach = Math.Max(1, Math.Min((known - _bestBound) / 2, Math.Abs(_bestBound) / (look == 0 ? 8 : 32)));
            var inCore = Walk(core, look == 0 ? Steps : MoreSteps, reach, known);
            Offer(All);
            if (core.Length == All.Length || _bestBound >= known || _bestBound >= inCore - (Math.Abs(inCore) / 1024))
            {
                break;
            }

            // What was left out could earn at these values: it belongs to the core.
            core = Earning(core);
        }

        _best.CopyTo(_values, 0);
        Evaluate(All, widest: true);
    }

    // Walks towards a level above the best bound, that comes nearer where it is not reached.
    private long Walk(int[] core, int steps, long reach, long known)
    {
        var (now, inVain) = (Evaluate(core, widest: true), 0);
        var best = now;
        var kept = _values.ToArray();
        var (point, direction) = (Array.ConvertAll(_values, value => (double)value), new double[_items]);
        for (var step = 0; step < steps && best < known && reach > 0; step++)
        {
            if (!Move(point, direction, (double)Math.Min(known, best + reach) - now))
            {
                break;
            }

            now = Evaluate(core, widest: false);
            if (now > best)
            {
                reach = now > best + (reach / 2) ? reach + (reach / 4) : reach;
                (best, inVain) = (now, 0);
                _values.CopyTo(kept, 0);
            }
            else if (++inVain == 6)
            {
                (reach, inVain) = (reach / 2, 0);
            }
        }

        kept.CopyTo(_values, 0);
        return best;
    }

    // Scaled by the amount of each item: one of many would leap otherwise.
    private bool Move(double[] point, double[] direction, double missing)
    {
        var norm = 0.0;
        for (var item = 0; item < _items; item++)
        {
            var isStuck = (_gradient[item] > 0 && _values[item] >= _caps[item]) || (_gradient[item] < 0 && _values[item] <= _floors[item]);
            direction[item] = isStuck ? 0 : _gradient[item] + (Deflection * direction[item]);
            norm += direction[item] * direction[item] / _amounts[item];
        }

        if (norm <= 0)
        {
            return false;
        }

        var length = missing / norm;
        for (var item = 0; item < _items; item++)
        {
            point[item] = Math.Clamp(point[item] + (length * direction[item] / _amounts[item]), _floors[item], _caps[item]);
            _values[item] = (long)point[item];
        }

        return true;
    }

    private void Offer(int[] locations)
    {
        if (Evaluate(locations, widest: true) is var bound && bound > _bestBound)
        {
            _bestBound = bound;
            _values.CopyTo(_best, 0);
        }
    }

    // Those that earn most, or miss it by least, and those known before.
    private int[] Earning(int[] before)
    {
        var keys = Array.ConvertAll(All, location => -_excess[location]);
        var ranked = All.ToArray();
        Array.Sort(keys, ranked);
        return [.. ranked.Take(MostCore).Union(before).Order()];
    }
}
