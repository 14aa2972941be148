namespace Dom.Core.Solving.Pools;

/// <summary>How much of each SKU is wanted and how much there is, all orders and locations together.</summary>
internal sealed class Scarcity
{
    private const int Width = 6;
    private const int WidthWhenTight = 24;
    private const int WidthWhenShort = 384;

    private readonly SourcingProblem _problem;

    /// <summary>Adds up a problem's lines and stock.</summary>
    /// <param name="problem">The problem.</param>
    public Scarcity(SourcingProblem problem)
    {
        _problem = problem;
        Demand = new long[problem.Stock.Skus.Length];
        Supply = new long[problem.Stock.Skus.Length];
        for (var line = 0; line < problem.LineCount; line++)
        {
            Demand[problem.Lines.Sku[line]] += problem.Lines.Quantity[line];
        }

        for (var sku = 0; sku < Supply.Length; sku++)
        {
            for (var slot = problem.Stock.RowStart[sku]; slot < problem.Stock.RowStart[sku + 1]; slot++)
            {
                Supply[sku] += problem.Stock.Available[slot];
            }
        }
    }

    /// <summary>Units wanted of each SKU.</summary>
    public long[] Demand { get; }

    /// <summary>Units available of each SKU.</summary>
    public long[] Supply { get; }

    /// <summary>Whether there is less of a SKU than is wanted.</summary>
    /// <param name="sku">The SKU.</param>
    public bool IsShort(int sku) => Demand[sku] > Supply[sku];

    /// <summary>How many locations the lists of an order should keep at first: more where what it wants is scarce, since the cheapest will be taken.</summary>
    /// <param name="order">The order.</param>
    public int PoolWidth(int order)
    {
        var width = Width;
        for (var line = _problem.Orders.LineStart[order]; line < _problem.Orders.LineStart[order + 1]; line++)
        {
            var sku = _problem.Lines.Sku[line];
            var isTight = Demand[sku] * 10 > Supply[sku] * 6;
            width = Math.Max(width, IsShort(sku) ? WidthWhenShort : isTight ? WidthWhenTight : Width);
        }

        return width;
    }
}
