using System.Runtime.InteropServices;

namespace Dom.Core.Solving.Baselines;

/// <summary>
/// The cheapest plan of one order by itself from what is left, for orders that <see cref="OrderStates"/> can number. Exact; ties as
/// <see cref="GreedyBaseline"/> has them.
/// </summary>
internal sealed class ExactOrderSearch
{
    private readonly SourcingProblem _problem;
    private readonly OrderStates _states;
    private readonly OrderOffers _collector;
    private readonly OfferPool _pool = new();
    private readonly PartTable _table = new();
    private readonly List<Offer> _offers = [];
    private readonly List<(int Location, int State)> _parts = [];

    /// <summary>Makes ready for a problem's orders.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="residual">What is left.</param>
    /// <param name="distances">Distances of locations.</param>
    /// <param name="suppliers">Finds the locations of lines.</param>
    public ExactOrderSearch(SourcingProblem problem, Residual residual, OrderDistances distances, OrderSuppliers suppliers)
    {
        (_problem, _states) = (problem, new OrderStates(problem));
        _collector = new OrderOffers(problem, residual, distances, suppliers, _states);
    }

    /// <summary>Adds the order's best plan to the whole. Returns false where the order is too large.</summary>
    /// <param name="order">An order above those before.</param>
    /// <param name="plan">Where to.</param>
    public bool TryAssign(int order, PlanBuilder plan)
    {
        if (!_states.TryMoveTo(order))
        {
            return false;
        }

        if (_states.Lines > 0)
        {
            var most = Math.Min(_states.MaxParts, Math.Min(_problem.Orders.MaxLocations[order], _problem.LocationCount));
            _pool.Clear(_states.Count, Math.Max(1, most));
            _collector.Collect(order, _pool);
            Choose(order, most);
            foreach (var (location, state) in _parts)
            {
                Add(location, state, plan);
            }
        }

        return true;
    }

    private void Choose(int order, int most)
    {
        SortOffers();
        Combine(0);
        var best = BestEntry(order);
        if (most < _states.MaxParts && _table.Locations(best) > most)
        {
            Combine(most);
            best = BestEntry(order);
        }

        _table.Read(best, _parts);
    }

    private void SortOffers()
    {
        _offers.Clear();
        for (var state = 1; state < _states.Count; state++)
        {
            _offers.AddRange(_pool.For(state));
        }

        _offers.Sort((one, other) => other.Location.CompareTo(one.Location));
    }

    private void Combine(int maxLocations)
    {
        _table.Clear(_states.Count, maxLocations);
        var offers = CollectionsMarshal.AsSpan(_offers);
        for (int start = 0, end; start < offers.Length; start = end)
        {
            end = start + 1;
            while (end < offers.Length && offers[end].Location == offers[start].Location)
            {
                end++;
            }

            _table.Add(_states, offers[start..end]);
        }
    }

    private int BestEntry(int order)
    {
        var best = 0;
        var bestCost = _states.AllUnits * _problem.UnfilledUnitCost;
        var step = _problem.Orders.ShipComplete[order] ? _states.Count - 1 : 1;
        for (var state = step; state < _states.Count; state += step)
        {
            var entry = _table.Best(state);
            if (entry < 0)
            {
                continue;
            }

            var cost = _table.Cost(entry) + ((_states.AllUnits - _states.Units(state)) * _problem.UnfilledUnitCost);
            if (_table.ComesBefore(cost, entry, bestCost, best))
            {
                (best, bestCost) = (entry, cost);
            }
        }

        return best;
    }

    private void Add(int location, int state, PlanBuilder plan)
    {
        for (var line = 0; line < _states.Lines; line++)
        {
            if (_states.Amount(state, line) is > 0 and var units)
            {
                plan.Add(_states.FirstLine + line, location, units);
            }
        }
    }
}
