namespace Dom.Core.Solving.Pools;

/// <summary>The shapes of a problem's orders: orders alike in lines and amounts share one.</summary>
internal sealed class OrderShapes
{
    private readonly SourcingProblem _problem;
    private readonly OrderShape?[] _whole = new OrderShape?[9];
    private readonly Dictionary<string, OrderShape> _others = [];
    private readonly OrderShape?[] _shapes;

    /// <summary>Finds the shape of every order.</summary>
    /// <param name="problem">The problem.</param>
    public OrderShapes(SourcingProblem problem)
    {
        _problem = problem;
        _shapes = new OrderShape?[problem.OrderCount];
        for (var order = 0; order < _shapes.Length; order++)
        {
            _shapes[order] = Find(order);
            MostStates = Math.Max(MostStates, _shapes[order]?.StateCount ?? 0);
            MostLines = Math.Max(MostLines, _shapes[order]?.LineCount ?? 0);
        }
    }

    /// <summary>States of the largest shape.</summary>
    public int MostStates { get; } = 1;

    /// <summary>Lines of the shape with most of them.</summary>
    public int MostLines { get; } = 1;

    /// <summary>The shape of an order; none where it has more than <see cref="PriceCertificate.MaxStates"/> states, no lines, or may use no location.</summary>
    /// <param name="order">The order.</param>
    public OrderShape? this[int order] => _shapes[order];

    /// <summary>Whether an order has more than <see cref="PriceCertificate.MaxStates"/> states.</summary>
    /// <param name="order">The order.</param>
    public bool IsLarge(int order) => _shapes[order] is null && States(order) > PriceCertificate.MaxStates;

    private OrderShape? Find(int order)
    {
        var (start, end) = (_problem.Orders.LineStart[order], _problem.Orders.LineStart[order + 1]);
        if (end == start || _problem.Orders.MaxLocations[order] == 0 || States(order) > PriceCertificate.MaxStates)
        {
            return null;
        }

        var isWhole = true;
        for (var line = start; line < end; line++)
        {
            isWhole &= Radix(line) == 2;
        }

        if (isWhole)
        {
            return _whole[end - start] ??= new(Radices(start, end));
        }

        var radices = Radices(start, end);
        var key = string.Join('x', radices);
        return _others.TryGetValue(key, out var shape) ? shape : _others[key] = new(radices);
    }

    // Stops at the first line that makes too many: the product of all could be beyond 64 bits.
    private long States(int order)
    {
        var states = 1L;
        for (var line = _problem.Orders.LineStart[order]; line < _problem.Orders.LineStart[order + 1] && states <= PriceCertificate.MaxStates; line++)
        {
            states *= Radix(line);
        }

        return states;
    }

    private long Radix(int line) => _problem.Lines.Splittable[line] ? _problem.Lines.Quantity[line] + 1L : 2;

    private int[] Radices(int start, int end) => [.. Enumerable.Range(start, end - start).Select(line => (int)Radix(line))];
}
