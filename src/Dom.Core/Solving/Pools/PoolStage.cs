namespace Dom.Core.Solving.Pools;

/// <summary>Builds the pools of all orders, widens those of some, and keeps the price numbers in them true.</summary>
/// <param name="shop">What the solve works with.</param>
internal sealed class PoolStage(Workshop shop)
{
    private const int OrdersPerArray = 256;

    /// <summary>Builds the pools of orders, in place of earlier ones.</summary>
    /// <param name="orders">The orders, ascending; those without a shape are left out.</param>
    /// <param name="width">How many locations each list keeps: by order.</param>
    public void Build(int[] orders, Func<int, int> width)
    {
        var arrays = (orders.Length + OrdersPerArray - 1) / OrdersPerArray;
        var first = shop.Pools.Reserve(arrays);
        shop.Workers.Run(arrays, (worker, piece) =>
        {
            var buffer = shop.Buffer(worker);
            buffer.Clear();
            foreach (var order in orders.AsSpan(piece * OrdersPerArray, Math.Min(OrdersPerArray, orders.Length - (piece * OrdersPerArray))))
            {
                if (shop.Shapes[order] is { } shape)
                {
                    var at = buffer.Count;
                    shop.Builder(worker).Build(order, shape, width(order), buffer);
                    CountDemand(order, shape, buffer.Items[at..]);
                    shop.Pools.Place(order, first + piece, at);
                }
            }

            shop.Pools.Set(first + piece, buffer.Items.ToArray());
        });
        shop.Slots.Number();
        shop.Workers.Run(shop.Pieces, (_, piece) => WriteNumbers(piece));
    }

    /// <summary>The orders whose pools hold a slot of some kind, ascending.</summary>
    /// <param name="isMeant">Whether a slot is of that kind.</param>
    public int[] Touching(Predicate<int> isMeant)
    {
        var touching = new bool[shop.Problem.OrderCount];
        shop.Workers.Run(shop.Pieces, (_, piece) =>
        {
            var (from, to) = shop.Orders(piece);
            for (var order = from; order < to; order++)
            {
                touching[order] = shop.Shapes[order] is { } shape && Holds(order, shape.LineCount, isMeant);
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
                if (data[start + PoolBlock.SlotAt(line)] is >= 0 and var slot && isMeant(slot))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A block that is built again counts again what it held before: a slot may get a price that it does not need, never lack one that it does.
    private void CountDemand(int order, OrderShape shape, ReadOnlySpan<int> block)
    {
        var lines = shape.LineCount;
        for (var record = 0; record < block[0]; record++)
        {
            var at = PoolBlock.HeaderLength(lines) + (record * PoolBlock.RecordLength(lines));
            for (var line = 0; line < lines; line++)
            {
                if (block[at + PoolBlock.SlotAt(line)] is >= 0 and var slot)
                {
                    shop.Slots.Add(slot, shop.Problem.Lines.Quantity[shop.Problem.Orders.LineStart[order] + line]);
                }
            }
        }
    }

    private void WriteNumbers(int piece)
    {
        var (from, to) = shop.Orders(piece);
        for (var order = from; order < to; order++)
        {
            if (shop.Shapes[order] is not { } shape)
            {
                continue;
            }

            var (data, at, lines) = (shop.Pools.Data(order), shop.Pools.At(order), shape.LineCount);
            for (var record = 0; record < data[at]; record++)
            {
                var start = at + PoolBlock.HeaderLength(lines) + (record * PoolBlock.RecordLength(lines));
                for (var line = 0; line < lines; line++)
                {
                    var slot = data[start + PoolBlock.SlotAt(line)];
                    data[start + PoolBlock.SlotAt(line) + 1] = slot < 0 ? 0 : shop.Slots.NumberOf(slot);
                }
            }
        }
    }
}
