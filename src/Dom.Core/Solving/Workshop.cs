using Dom.Core.Solving.Large;
using Dom.Core.Solving.Plans;
using Dom.Core.Solving.Pools;
using Dom.Core.Solving.Prices;

namespace Dom.Core.Solving;

/// <summary>What every stage of a solve works with: the problem in price units, its indexes, its pools, and threads with their scratch.</summary>
internal sealed class Workshop
{
    /// <summary>Orders that a thread takes at a time.</summary>
    public const int OrdersPerPiece = 512;

    private readonly Lazy<OrderScan>[] _scans;
    private readonly Lazy<PoolBuilder>[] _builders;
    private readonly OrderPricer[] _pricers;
    private readonly IntBuffer[] _buffers;
    private readonly bool[] _isSkuShared;

    /// <summary>Sets up for a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="workers">The threads.</param>
    /// <param name="mostStates">Most states of an order that is priced exactly.</param>
    public Workshop(SourcingProblem problem, Workers workers, int mostStates = PriceCertificate.MaxStates)
    {
        Problem = problem;
        Workers = workers;
        Tables = new(problem);
        Index = new(problem.Stock, problem.LocationCount);
        Shapes = new(problem, mostStates);
        Pools = new(problem.OrderCount, workers);
        Slots = new(problem.Stock, workers.Count);
        _isSkuShared = new bool[problem.OrderCount];
        for (var order = 0; order < problem.OrderCount; order++)
        {
            _isSkuShared[order] = HasSharedSku(order);
        }

        _scans = [.. Enumerable.Range(0, workers.Count).Select(_ => new Lazy<OrderScan>(() => new(problem, Tables, Index)))];
        _builders = [.. _scans.Select(scan => new Lazy<PoolBuilder>(() => new(problem, Tables, scan.Value)))];
        _pricers = [.. _scans.Select(_ => new OrderPricer(Tables.UnfilledUnitCost, Shapes.MostStates))];
        _buffers = [.. _scans.Select(_ => new IntBuffer())];
        Large = new(this);
    }

    /// <summary>The problem.</summary>
    public SourcingProblem Problem { get; }

    /// <summary>The threads.</summary>
    public Workers Workers { get; }

    /// <summary>Its costs.</summary>
    public CostTables Tables { get; }

    /// <summary>Its stock.</summary>
    public StockIndex Index { get; }

    /// <summary>The shapes of its orders.</summary>
    public OrderShapes Shapes { get; }

    /// <summary>The pools of its orders.</summary>
    public OrderPools Pools { get; }

    /// <summary>The orders that have no shape, being too large.</summary>
    public LargeOrders Large { get; }

    /// <summary>The slots that need a price.</summary>
    public PricedSlots Slots { get; }

    /// <summary>Pieces of <see cref="OrdersPerPiece"/> orders.</summary>
    public int Pieces => (Problem.OrderCount + OrdersPerPiece - 1) / OrdersPerPiece;

    /// <summary>The scan of a thread.</summary>
    /// <param name="worker">The thread.</param>
    public OrderScan Scan(int worker) => _scans[worker].Value;

    /// <summary>The pool builder of a thread.</summary>
    /// <param name="worker">The thread.</param>
    public PoolBuilder Builder(int worker) => _builders[worker].Value;

    /// <summary>The pricer of a thread.</summary>
    /// <param name="worker">The thread.</param>
    public OrderPricer Pricer(int worker) => _pricers[worker];

    /// <summary>The buffer of a thread.</summary>
    /// <param name="worker">The thread.</param>
    public IntBuffer Buffer(int worker) => _buffers[worker];

    /// <summary>What an order of a known shape asks.</summary>
    /// <param name="order">The order.</param>
    /// <param name="shape">Its shape.</param>
    public OrderTerms Terms(int order, OrderShape shape) =>
        new(shape, Problem.Orders.MaxLocations[order], Problem.Orders.ShipComplete[order], _isSkuShared[order]);

    /// <summary>What an order costs with nothing of it assigned, price units.</summary>
    /// <param name="order">The order.</param>
    public int CostOfNothing(int order)
    {
        var units = 0L;
        for (var line = Problem.Orders.LineStart[order]; line < Problem.Orders.LineStart[order + 1]; line++)
        {
            units += Problem.Lines.Quantity[line];
        }

        return (int)(units * Tables.UnfilledUnitCost);
    }

    /// <summary>What one part of an order's plan takes.</summary>
    /// <param name="order">An order with a shape.</param>
    /// <param name="state">The part's state.</param>
    /// <param name="location">The part's location.</param>
    public PartNeeds Needs(int order, int state, int location) => new(this, order, state, location);

    /// <summary>The orders of a piece: the first, and one beyond the last.</summary>
    /// <param name="piece">The piece.</param>
    public (int From, int To) Orders(int piece) =>
        (piece * OrdersPerPiece, Math.Min(Problem.OrderCount, (piece + 1) * OrdersPerPiece));

    private bool HasSharedSku(int order)
    {
        var skus = Problem.Lines.Sku.AsSpan()[Problem.Orders.LineStart[order]..Problem.Orders.LineStart[order + 1]];
        for (var line = 1; line < skus.Length; line++)
        {
            if (skus[..line].Contains(skus[line]))
            {
                return true;
            }
        }

        return false;
    }
}
