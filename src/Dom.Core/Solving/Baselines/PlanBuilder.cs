using System.Runtime.InteropServices;

namespace Dom.Core.Solving.Baselines;

/// <summary>Collects the assignments of one order after the other into a plan.</summary>
internal sealed class PlanBuilder
{
    private readonly List<(int Line, int Location, int Quantity)> _assignments = [];
    private int _orderStart;

    /// <summary>The assignments of the order that is being built, in any order until it is ended.</summary>
    public ReadOnlySpan<(int Line, int Location, int Quantity)> Order => CollectionsMarshal.AsSpan(_assignments)[_orderStart..];

    /// <summary>Adds an assignment of the present order.</summary>
    /// <param name="line">One of its lines.</param>
    /// <param name="location">A location that does not serve the line yet.</param>
    /// <param name="quantity">Units, 1 or more.</param>
    public void Add(int line, int location, int quantity) => _assignments.Add((line, location, quantity));

    /// <summary>Drops what was added for the present order.</summary>
    public void DropOrder() => _assignments.RemoveRange(_orderStart, _assignments.Count - _orderStart);

    /// <summary>Puts the present order's assignments into their places, and starts the next order.</summary>
    public void EndOrder()
    {
        CollectionsMarshal.AsSpan(_assignments)[_orderStart..].Sort();
        _orderStart = _assignments.Count;
    }

    /// <summary>The plan of all orders.</summary>
    public AssignmentPlan ToPlan() => AssignmentPlan.Of(_assignments);
}
