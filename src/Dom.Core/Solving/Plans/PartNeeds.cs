using Dom.Core.Solving.Pools;

namespace Dom.Core.Solving.Plans;

/// <summary>What one part of an order's plan takes, line by line, ascending. A structure that <c>foreach</c> walks without allocating.</summary>
internal struct PartNeeds
{
    private readonly Workshop _shop;
    private readonly OrderShape _shape;
    private readonly int _firstLine;
    private readonly int _location;
    private readonly int _end;
    private int _entry;

    /// <summary>Starts before the first line.</summary>
    /// <param name="shop">What the solve works with.</param>
    /// <param name="order">An order with a shape.</param>
    /// <param name="state">The part's state.</param>
    /// <param name="location">The part's location.</param>
    public PartNeeds(Workshop shop, int order, int state, int location)
    {
        (_shop, _shape, _location) = (shop, shop.Shapes[order]!, location);
        _firstLine = shop.Problem.Orders.LineStart[order];
        (_entry, _end) = (_shape.EntryStart[state] - 1, _shape.EntryStart[state + 1]);
    }

    /// <summary>What is taken for the line that the walk has come to.</summary>
    public readonly LineNeed Current
    {
        get
        {
            var line = _firstLine + _shape.EntryLine[_entry];
            var lines = _shop.Problem.Lines;
            return new(line, _shop.Index.Slot(lines.Sku[line], _location), _shape.EntryDigit[_entry] * lines.LeastUnits(line));
        }
    }

    /// <summary>The walk itself.</summary>
    public readonly PartNeeds GetEnumerator() => this;

    /// <summary>Goes on to the next line.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext() => ++_entry < _end;
}

/// <summary>What a part of a plan takes for one line.</summary>
/// <param name="Line">The line.</param>
/// <param name="Slot">The slot that serves it.</param>
/// <param name="Units">Units, 1 or more.</param>
internal readonly record struct LineNeed(int Line, int Slot, int Units);
