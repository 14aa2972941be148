namespace Dom.Core.Solving.Pools;

/// <summary>Builds the pools of all orders, widens those of some, and keeps the price numbers in them true.</summary>
/// <param name="shop">What the solve works with.</param>
internal sealed class PoolStage(Workshop shop)
{
    private const int OrdersPerPiece = 64;

    private readonly bool[] _isBuilt = new bool[shop.Problem.OrderCount];
    private readonly bool[] _hasNewNumber = new bool[shop.Problem.Stock.Skus.Length];

    /// <summary>Builds the pools of orders, in place of earlier ones.</summary>
    /// <param name="orders">The orders, ascending.</param>
    /// <param name="width">How many locations each list keeps: by order.</param>
    public void Build(int[] orders, Func<int, int> width)
    {
        shop.Workers.Run((orders.Length + OrdersPerPiece - 1) / OrdersPerPiece, (worker, piece) =>
        {
            var buffer = shop.Buffer(worker);
            foreach (var order in orders.AsSpan(piece * OrdersPerPiece, Math.Min(OrdersPerPiece, orders.Length - (piece * OrdersPerPiece))))
            {
                if (shop.Shapes[order] is { } shape)
                {
                    buffer.Clear();
                    shop.Builder(worker).Build(order, shape, width(order), buffer);
                    CountDemand(worker, order, shape, buffer.Items);
                    shop.Pools.Set(worker, order, buffer.Items);
                }
                else if (shop.Large[order] is { } large)
                {
                    shop.Large.Build(worker, large);
                }

                _isBuilt[order] = true;
            }
        });
        shop.Pools.Tidy();
        WriteNumbers(shop.Slots.Number());
        Array.Clear(_isBuilt);
    }

    /// <summary>The orders whose pools hold a slot of some kind, and all large orders, ascending.</summary>
    /// <param name="isMeant">Whether a slot is of that kind.</param>
    public int[] Touching(Predicate<int> isMeant)
    {
        var touching = new bool[shop.Problem.OrderCount];
        shop.Workers.Run(shop.Pieces, (_, piece) =>
        {
            var (from, to) = shop.Orders(piece);
            for (var order = from; order < to; order++)
            {
                touching[order] = shop.Shapes[order] is { } shape ? Holds(order, shape.LineCount, isMeant) : shop.Shapes.IsLarge(order);
            }
        });
        return [.. Enumerable.Range(0, touching.Length).Where(order => touching[order])];
    }

    private bool Holds(int order, int lines, Predicate<int> isMeant)
    {
        var (data, at) = (shop.Pools.Data(order), shop.Pools.At(order));
        for (var record = 0; record < data[at]; record++)
        {
            var start = at + PoolBlock.HeaderLength(lines) + (record * PoolBlock.RecordLength(lines));
            for (var line = 0; line < lines; line++)
            {
                if (data[start + PoolBlock.SlotAt(line)] is not SlotCode.None and var code && isMeant(shop.Slots.SlotOf(code)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A block that is built again counts again what it held before: a slot may get a price that it does not need, never lack one that it does.
    private void CountDemand(int worker, int order, OrderShape shape, ReadOnlySpan<int> block)
    {
        var lines = shape.LineCount;
        for (var record = 0; record < block[0]; record++)
        {
            var at = PoolBlock.HeaderLength(lines) + (record * PoolBlock.RecordLength(lines));
            for (var line = 0; line < lines; line++)
            {
                if (block[at + PoolBlock.SlotAt(line)] is not SlotCode.None and var code)
                {
                    shop.Slots.Add(worker, shop.Slots.SlotOf(code), shop.Problem.Lines.Quantity[shop.Problem.Orders.LineStart[order] + line]);
                }
            }
        }
    }

    // Only blocks that were just built, and lines of SKUs of which a slot was just numbered, hold anything to write.
    private void WriteNumbers(int[] added)
    {
        foreach (var slot in added)
        {
            _hasNewNumber[shop.Problem.Stock.SkuOf(slot)] = true;
        }

        shop.Workers.Run(shop.Pieces, (_, piece) =>
        {
            var (from, to) = shop.Orders(piece);
            for (var order = from; order < to; order++)
            {
                WriteNumbers(order);
            }
        });
        shop.Large.WriteNumbers();
        Array.Clear(_hasNewNumber);
    }

    private void WriteNumbers(int order)
    {
        if (shop.Shapes[order] is not { } shape)
        {
            return;
        }

        var first = shop.Problem.Orders.LineStart[order];
        var (data, at, lines) = (shop.Pools.Data(order), shop.Pools.At(order), shape.LineCount);
        for (var line = 0; line < lines; line++)
        {
            if (!_isBuilt[order] && !_hasNewNumber[shop.Problem.Lines.Sku[first + line]])
            {
                continue;
            }

            var slotAt = at + PoolBlock.HeaderLength(lines) + PoolBlock.SlotAt(line);
            for (var record = 0; record < data[at]; record++, slotAt += PoolBlock.RecordLength(lines))
            {
                if (data[slotAt] is not SlotCode.None and < 0 and var code)
                {
                    data[slotAt] = shop.Slots.CodeOf(shop.Slots.SlotOf(code));
                }
            }
        }
    }
}
