using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving.Plans;

/// <summary>A plan for each order: parts, each a state at a location, and what it costs without prices.</summary>
internal sealed class PlanBook
{
    private readonly int[] _start;
    private readonly int[] _states;
    private readonly int[] _locations;

    /// <summary>Starts with nothing assigned.</summary>
    /// <param name="shop">What the solve works with.</param>
    public PlanBook(Workshop shop)
    {
        var problem = shop.Problem;
        _start = new int[problem.OrderCount + 1];
        Cost = new int[problem.OrderCount];
        Nothing = new int[problem.OrderCount];
        for (var order = 0; order < problem.OrderCount; order++)
        {
            var most = shop.Shapes[order] is { } shape ? Math.Min(shape.MaxParts, problem.Orders.MaxLocations[order]) : 0;
            _start[order + 1] = _start[order] + most;
            Nothing[order] = shop.CostOfNothing(order);
            Cost[order] = Nothing[order];
        }

        _states = new int[_start[^1]];
        _locations = new int[_start[^1]];
    }

    /// <summary>What each order's plan costs, price units.</summary>
    public int[] Cost { get; }

    /// <summary>What each order costs with nothing of it assigned, price units.</summary>
    public int[] Nothing { get; }

    /// <summary>The states of an order's parts; 0 ends them.</summary>
    /// <param name="order">The order.</param>
    public ReadOnlySpan<int> States(int order) => _states.AsSpan(_start[order].._start[order + 1]);

    /// <summary>The locations of an order's parts.</summary>
    /// <param name="order">The order.</param>
    public ReadOnlySpan<int> Locations(int order) => _locations.AsSpan(_start[order].._start[order + 1]);

    /// <summary>Sets an order's plan.</summary>
    /// <param name="order">The order.</param>
    /// <param name="states">The states of its parts; 0 ends them.</param>
    /// <param name="locations">Their locations.</param>
    /// <param name="cost">What it costs.</param>
    public void Set(int order, ReadOnlySpan<int> states, ReadOnlySpan<int> locations, int cost)
    {
        var parts = _states.AsSpan(_start[order].._start[order + 1]);
        parts.Clear();
        states.CopyTo(parts);
        locations[..states.Length].CopyTo(_locations.AsSpan(_start[order]));
        Cost[order] = cost;
    }

    /// <summary>Sets an order's plan to what a pricer found.</summary>
    /// <param name="order">The order.</param>
    /// <param name="pricer">The pricer; its plan is listed.</param>
    /// <param name="data">The array of the block that it priced.</param>
    public void Set(int order, OrderPricer pricer, int[] data)
    {
        var (from, room) = (_start[order], _start[order + 1] - _start[order]);
        for (var part = 0; part < room; part++)
        {
            var isUsed = part < pricer.PartCount;
            _states[from + part] = isUsed ? pricer.PartState(part) : 0;
            _locations[from + part] = isUsed ? data[pricer.PartRecord(part)] : 0;
        }

        Cost[order] = (int)pricer.Cost;
    }

    /// <summary>Unassigns an order.</summary>
    /// <param name="order">The order.</param>
    public void Clear(int order) => Set(order, [], [], Nothing[order]);

    /// <summary>Takes the plans of another book of the same problem.</summary>
    /// <param name="other">The other.</param>
    public void CopyFrom(PlanBook other)
    {
        other._states.CopyTo(_states, 0);
        other._locations.CopyTo(_locations, 0);
        other.Cost.CopyTo(Cost, 0);
    }
}
