using System.Numerics;
using System.Runtime.InteropServices;

namespace Dom.Core.Solving.Baselines;

/// <summary>
/// The cheapest plan of one order by itself from what is left, for orders that <see cref="OrderStates"/> can number. Exact; ties as
/// <see cref="GreedyBaseline"/> has them.
/// </summary>
internal sealed class ExactOrderSearch(SourcingProblem problem, Residual residual, OrderDistances distances, OrderSuppliers suppliers)
{
    private readonly OrderStates _states = new(problem);
    private readonly OfferPool _pool = new();
    private readonly PartTable _table = new();
    private readonly List<Offer> _offers = [];
    private readonly List<(int Location, int State)> _parts = [];
    private readonly int[] _reachable = new int[PriceCertificate.MaxStates];
    private readonly int[] _lineCosts = new int[OrderStates.MaxLines];
    private readonly int[] _rateRows = new int[OrderStates.MaxLines];
    private readonly long[] _rateExtras = new long[OrderStates.MaxLines];

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
            var most = Math.Min(_states.MaxParts, Math.Min(problem.Orders.MaxLocations[order], problem.LocationCount));
            CollectOffers(order, most);
            Choose(order, most);
            foreach (var (location, state) in _parts)
            {
                Add(location, state, plan);
            }
        }

        return true;
    }

    private void CollectOffers(int order, int most)
    {
        _pool.Clear(_states.Count, Math.Max(1, most));
        distances.MoveTo(order);
        suppliers.MoveTo(_states.FirstLine, _states.Lines);
        if (_states.ModeCount == 1 && !_states.HasSplittable && !_states.SharesSkus && problem.Candidates is null)
        {
            CollectPlainOffers();
            return;
        }

        foreach (var location in suppliers.Locations)
        {
            if (distances.IsWithinReach(location))
            {
                var modes = FindRates(location);
                OfferParts(location, Reachable(location, modes));
            }
        }
    }

    /// <summary>The same for most orders: one mode, nothing splittable, no SKU twice, no costs of candidates. The lines that a location can give are a state.</summary>
    private void CollectPlainOffers()
    {
        var mode = problem.Modes[_states.Mode(0)];
        var units = _states.AllStatesUnits;
        var bands = _states.Bands(0);
        var zones = distances.Zones(_states.Mode(0));
        foreach (var location in suppliers.Locations)
        {
            var zone = (int)zones[location];
            if (((problem.Locations.Modes[location] >> _states.Mode(0)) & 1) == 0 || zone == mode.ZoneKm.Length || !distances.IsWithinReach(location))
            {
                continue;
            }

            var extra = problem.Locations.ParcelCost[location] + (mode.CostPer100Km == 0 ? 0 : mode.DistanceCost(distances.Kilometres(location)));
            var rates = mode.Cost.AsSpan(zone * mode.BandGrams.Length);
            var lines = (int)suppliers.LinesAt(location);
            for (var part = lines; part > 0; part = (part - 1) & lines)
            {
                if (bands[part] != OrderStates.TooHeavy)
                {
                    var cost = rates[bands[part]] + extra + ((long)units[part] * problem.Locations.UnitCost[location]);
                    if (_pool.MayStay(part, cost))
                    {
                        _pool.Add(part, location, cost);
                    }
                }
            }
        }
    }

    /// <summary>Finds the location's row of rates by every mode; returns the modes that have one, a bit each.</summary>
    private uint FindRates(int location)
    {
        var modes = 0u;
        for (var place = 0; place < _states.ModeCount; place++)
        {
            if (((problem.Locations.Modes[location] >> _states.Mode(place)) & 1) == 0)
            {
                continue;
            }

            var mode = problem.Modes[_states.Mode(place)];
            var zone = distances.Zone(_states.Mode(place), location);
            if (zone >= 0)
            {
                modes |= 1u << place;
                _rateRows[place] = zone * mode.BandGrams.Length;
                _rateExtras[place] = problem.Locations.ParcelCost[location]
                    + (mode.CostPer100Km == 0 ? 0 : mode.DistanceCost(distances.Kilometres(location)));
            }
        }

        return modes;
    }

    /// <summary>Lists the states that a location can give by itself, 0 among them; returns how many.</summary>
    private int Reachable(int location, uint modes)
    {
        var count = 1;
        _reachable[0] = 0;
        for (var lines = suppliers.LinesAt(location); lines != 0; lines &= lines - 1)
        {
            var line = _states.Lines - 1 - BitOperations.TrailingZeroCount(lines);
            if ((modes & (1u << _states.ModePlace(line))) == 0)
            {
                continue;
            }

            if (problem.Candidates is not null)
            {
                _lineCosts[line] = suppliers.CandidateCost(_states.FirstLine + line, location);
            }

            var last = problem.Lines.Splittable[_states.FirstLine + line]
                ? Math.Min(_states.LastDigit(line), residual.Units(problem.Lines.Sku[_states.FirstLine + line], location))
                : 1;
            var (before, stride) = (count, _states.Stride(line));
            for (var digit = 1; digit <= last; digit++)
            {
                for (var at = 0; at < before; at++)
                {
                    _reachable[count++] = _reachable[at] + (digit * stride);
                }
            }
        }

        return count;
    }

    private void OfferParts(int location, int count)
    {
        for (var at = 1; at < count; at++)
        {
            var state = _reachable[at];
            if (_states.SharesSkus && !HasStock(location, state))
            {
                continue;
            }

            var cost = PartCost(location, state);
            if (cost >= 0)
            {
                _pool.Add(state, location, cost);
            }
        }
    }

    /// <summary>What a part costs from a location; negative where a parcel would be too heavy.</summary>
    private long PartCost(int location, int state)
    {
        var cost = (long)_states.Units(state) * problem.Locations.UnitCost[location];
        for (var place = 0; place < _states.ModeCount; place++)
        {
            var band = _states.Band(place, state);
            if (band == OrderStates.TooHeavy)
            {
                return -1;
            }

            if (band != OrderStates.NoParcel)
            {
                cost += problem.Modes[_states.Mode(place)].Cost[_rateRows[place] + band] + _rateExtras[place];
            }
        }

        if (problem.Candidates is not null)
        {
            for (var line = 0; line < _states.Lines; line++)
            {
                cost += _states.Amount(state, line) > 0 ? _lineCosts[line] : 0;
            }
        }

        return cost;
    }

    private bool HasStock(int location, int state)
    {
        for (var line = 0; line < _states.Lines; line++)
        {
            var sku = problem.Lines.Sku[_states.FirstLine + line];
            long units = 0;
            for (var other = 0; other < _states.Lines; other++)
            {
                units += problem.Lines.Sku[_states.FirstLine + other] == sku ? _states.Amount(state, other) : 0;
            }

            if (units > 0 && units > residual.Units(sku, location))
            {
                return false;
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
        var bestCost = (long)_states.AllUnits * problem.UnfilledUnitCost;
        var step = problem.Orders.ShipComplete[order] ? _states.Count - 1 : 1;
        for (var state = step; state < _states.Count; state += step)
        {
            var entry = _table.Best(state);
            if (entry < 0)
            {
                continue;
            }

            var cost = _table.Cost(entry) + ((long)(_states.AllUnits - _states.Units(state)) * problem.UnfilledUnitCost);
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
