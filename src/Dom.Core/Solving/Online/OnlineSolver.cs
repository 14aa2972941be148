using Dom.Core.Solving.Baselines;
using Dom.Core.Solving.Pools;

namespace Dom.Core.Solving.Online;

/// <summary>
/// Decides the orders of a problem one at a time, as they arrive, from the stock and the places that earlier ones left. Each gets the plan that is
/// cheapest once it also pays, to the orders still to come, a price for each location it uses and each unit it takes. Where the prices have a stake, those of places follow
/// how full the locations are, as <see cref="PlaceSteering"/> says: the problem's orders are the day's, and as many of them are decided as have come.
/// </summary>
/// <remarks>
/// Exact for orders of at most <see cref="PriceCertificate.MaxStates"/> states; larger ones are searched as <see cref="GreedyBaseline"/> does, prices included. Deciding
/// an order of the first kind allocates nothing unless its cheapest parts would use a location twice. Not for several threads at once.
/// </remarks>
public sealed class OnlineSolver
{
    // Prices of places are looked at anew each time that such a share of the orders has come.
    private const int LooksPerDay = 100;

    private readonly SourcingProblem _problem;
    private readonly CostTables _tables;
    private readonly StockIndex _index;
    private readonly OrderShapes _shapes;
    private readonly OrderScan _scan;
    private readonly OnlineScan _online;
    private readonly PartSearch _parts;
    private readonly Residual _left;
    private readonly ulong[] _open;
    private readonly long[] _most;
    private readonly int[] _locationPrice;
    private readonly int[] _learnedPrice;
    private readonly int[] _slotPrice;
    private readonly int _stake;
    private readonly bool[] _isDecided;
    private readonly IntBuffer _assignments = new();
    private readonly PlanBuilder _large = new();
    private readonly LargeOrderSearch _largeSearch;
    private int _decided;

    /// <summary>Sets up with all the stock and all the places there are.</summary>
    /// <param name="problem">The network, its stock, and the orders that may arrive.</param>
    /// <param name="prices">Prices for the problem; none for no prices.</param>
    /// <exception cref="ArgumentException">The prices are for another problem, or an order could cost 2^30 minor units or more.</exception>
    public OnlineSolver(SourcingProblem problem, ResourcePrices? prices = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        prices ??= ResourcePrices.None(problem);
        if (prices.Location.Length != problem.LocationCount || prices.Slot.Length != problem.Stock.Location.Length)
        {
            throw new ArgumentException(
                $"The prices are for {prices.Location.Length} locations and {prices.Slot.Length} slots; the problem has {problem.LocationCount} and {problem.Stock.Location.Length}.",
                nameof(prices));
        }

        _problem = problem;
        _tables = new(problem);
        _index = new(problem.Stock, problem.LocationCount);
        _shapes = new(problem);
        _scan = new(problem, _tables, _index);
        _left = new(problem);
        _open = (ulong[])_tables.Open.Clone();
        _isDecided = new bool[problem.OrderCount];
        _parts = new(_shapes.MostStates);
        _most = new long[_shapes.MostStates];
        (_learnedPrice, _slotPrice, _stake) = prices.InPriceUnits(_tables.UnitsPerMinorUnit, _tables.Padded);
        _locationPrice = [.. _learnedPrice];
        _online = new(problem, _scan, _left.Available, _locationPrice, _slotPrice);
        _largeSearch = new(problem, _left, new(problem), new(problem, _left), new(_locationPrice, _slotPrice, _tables.UnitsPerMinorUnit));
    }

    /// <summary>Price units in a minor unit, 1 to 256.</summary>
    public int UnitsPerMinorUnit => _tables.UnitsPerMinorUnit;

    /// <summary>What the plans of the orders decided so far cost together, minor units.</summary>
    public long TotalCost { get; private set; }

    /// <summary>Decides an order, and takes what its plan needs.</summary>
    /// <param name="order">The order's index.</param>
    /// <returns>What came of it; <see cref="ToPlan"/> has the plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such order.</exception>
    /// <exception cref="InvalidOperationException">The order is decided already.</exception>
    public OnlineDecision Decide(int order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(order, _problem.OrderCount);
        if (_isDecided[order])
        {
            throw new InvalidOperationException($"Order '{_problem.Orders.Ids[order]}' is decided already.");
        }

        _isDecided[order] = true;
        if (_stake > 0 && _decided % Math.Max(1, _problem.OrderCount / LooksPerDay) == 0)
        {
            SteerPlaces((int)(1000L * _decided / _problem.OrderCount));
        }

        _decided++;
        var isEmpty = _problem.Orders.LineStart[order] == _problem.Orders.LineStart[order + 1];
        var decision = isEmpty ? new OnlineDecision(0, 0, 0, IsExact: true) : _shapes[order] is { } shape ? DecideExactly(order, shape) : DecideLarge(order);
        TotalCost += decision.Cost;
        return decision;
    }

    /// <summary>The plans of the orders decided so far.</summary>
    public AssignmentPlan ToPlan()
    {
        var rows = new (int Line, int Location, int Quantity)[_assignments.Count / 3];
        for (var at = 0; at < rows.Length; at++)
        {
            rows[at] = (_assignments.Items[3 * at], _assignments.Items[(3 * at) + 1], _assignments.Items[(3 * at) + 2]);
        }

        return AssignmentPlan.Of(rows);
    }

    private void SteerPlaces(int sharePerMille)
    {
        for (var location = 0; location < _problem.LocationCount; location++)
        {
            if (_problem.Locations.MaxOrders[location] is var limit && limit != LocationColumns.NoLimit)
            {
                _locationPrice[location] = (int)Math.Min(
                    ResourcePrices.Most, PlaceSteering.Price(_learnedPrice[location], _stake, limit, _left.Orders[location], sharePerMille));
            }
        }
    }

    private OnlineDecision DecideExactly(int order, OrderShape shape)
    {
        _scan.Load(order, shape, _open);
        SetLimits(order, shape);
        _parts.Clear();
        _online.Find(shape, _most, _parts);
        var (maxParts, shipComplete) = (_problem.Orders.MaxLocations[order], _problem.Orders.ShipComplete[order]);
        var priced = _parts.Find(shape, maxParts, shipComplete);
        while (_parts.FindRepeated() is >= 0 and var repeated)
        {
            _online.Price(shape, repeated, _parts.AddApart(repeated));
            _online.Find(shape, _most, _parts);
            priced = _parts.Find(shape, maxParts, shipComplete);
        }

        var paid = 0L;
        for (var part = 0; part < _parts.PartCount; part++)
        {
            paid += Take(order, shape, _parts.PartState[part], _parts.PartLocation[part]);
        }

        return new OnlineDecision((priced - paid) / _tables.UnitsPerMinorUnit, paid, _parts.PartCount, IsExact: true);
    }

    // A part that costs no less than leaving it unassigned is in no cheapest plan, unless the order must come whole.
    private void SetLimits(int order, OrderShape shape)
    {
        var unfilled = _parts.Unfilled;
        unfilled[0] = 0;
        for (var state = 1; state < shape.StateCount; state++)
        {
            var units = 0L;
            for (var entry = shape.EntryStart[state]; entry < shape.EntryStart[state + 1]; entry++)
            {
                units += (long)shape.EntryDigit[entry] * _scan.UnitsPerDigit(shape.EntryLine[entry]);
            }

            unfilled[state] = units * _tables.UnfilledUnitCost;
        }

        for (var state = 1; state < shape.StateCount; state++)
        {
            _most[state] = _problem.Orders.ShipComplete[order] ? unfilled[shape.Full] : unfilled[state];
        }
    }

    private long Take(int order, OrderShape shape, int state, int location)
    {
        var paid = _locationPrice[location] + _online.UnitPrices(shape, state, location);
        TakePlace(location);
        for (var entry = shape.EntryStart[state]; entry < shape.EntryStart[state + 1]; entry++)
        {
            var line = shape.EntryLine[entry];
            var units = shape.EntryDigit[entry] * _scan.UnitsPerDigit(line);
            _left.Available[_index.Slot(_scan.Sku(line), location)] -= units;
            AddAssignment(_problem.Orders.LineStart[order] + line, location, units);
        }

        return paid;
    }

    private void TakePlace(int location)
    {
        _left.TakePlace(location);
        if (_left.Orders[location] == 0)
        {
            _open[location >> 6] &= ~(1UL << (location & 63));
        }
    }

    private void AddAssignment(int line, int location, int units)
    {
        _assignments.Add(line);
        _assignments.Add(location);
        _assignments.Add(units);
    }

    private OnlineDecision DecideLarge(int order)
    {
        _largeSearch.Assign(order, _large);
        var used = new HashSet<int>();
        var paid = 0L;
        foreach (var (line, location, quantity) in _large.Order)
        {
            paid += (long)quantity * _slotPrice[_problem.Stock.Find(_problem.Lines.Sku[line], location)];
            _left.Take(_problem.Lines.Sku[line], location, quantity);
            AddAssignment(line, location, quantity);
            if (used.Add(location))
            {
                paid += _locationPrice[location];
                TakePlace(location);
            }
        }

        var cost = OrderCost.Of(_problem, order, _large.Order);
        _large.DropOrder();
        return new OnlineDecision(cost, paid, used.Count, IsExact: false);
    }
}
