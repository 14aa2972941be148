using Dom.Core.Solving.Large;
using Dom.Core.Solving.Plans;

namespace Dom.Core.Solving.Prices;

/// <summary>Prices every order once, and adds up what they would take.</summary>
/// <param name="shop">What the solve works with.</param>
internal sealed class DualPass(Workshop shop)
{
    private readonly int[][] _places = [.. Enumerable.Range(0, shop.Workers.Count).Select(_ => new int[shop.Tables.Padded])];
    private readonly int[][] _units = [.. Enumerable.Range(0, shop.Workers.Count).Select(_ => Array.Empty<int>())];
    private long[] _sums = [];
    private int _effort;

    /// <summary>Orders that each location would serve.</summary>
    public int[] Places => _places[0];

    /// <summary>Units that would be taken by price number.</summary>
    public int[] Units => _units[0];

    /// <summary>Whether an order would best go to a location that its pools do not list.</summary>
    public bool[] IsUnlisted { get; } = new bool[shop.Problem.OrderCount];

    /// <summary>Whether an order's choice was kept: at listed locations, none of them twice.</summary>
    public bool[] HasWish { get; } = new bool[shop.Problem.OrderCount];

    /// <summary>Prices all orders.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="wishes">Gets the plans that have a wish; none to keep none.</param>
    /// <param name="effort">How many times as hard as usual to search for the values of large orders.</param>
    /// <returns>A bound on the cost of every plan, price units.</returns>
    public long Run(PriceVector prices, PlanBook? wishes = null, int effort = 1)
    {
        _effort = effort;
        for (var worker = 0; worker < shop.Workers.Count; worker++)
        {
            Array.Clear(_places[worker]);
            if (_units[worker].Length != shop.Slots.Room)
            {
                _units[worker] = new int[shop.Slots.Room];
            }
            else
            {
                Array.Clear(_units[worker]);
            }
        }

        _sums = new long[shop.Pieces];
        shop.Workers.Run(shop.Pieces, (worker, piece) => _sums[piece] = RunPiece(worker, piece, prices, wishes));
        for (var worker = 1; worker < shop.Workers.Count; worker++)
        {
            Add(_places[worker], _places[0]);
            Add(_units[worker], _units[0]);
        }

        return _sums.Sum() - Reserved(prices);
    }

    // What the prices would earn from all that there is.
    private long Reserved(PriceVector prices)
    {
        var sum = 0L;
        for (var location = 0; location < shop.Problem.LocationCount; location++)
        {
            if (prices.Location[location] > 0)
            {
                sum += (long)prices.Location[location] * shop.Problem.Locations.MaxOrders[location];
            }
        }

        for (var number = 1; number < prices.Slot.Length; number++)
        {
            if (prices.Slot[number] > 0)
            {
                sum += (long)prices.Slot[number] * shop.Problem.Stock.Available[shop.Slots.Slots[number]];
            }
        }

        return sum;
    }

    private static void Add(int[] from, int[] to)
    {
        for (var at = 0; at < to.Length; at++)
        {
            to[at] += from[at];
        }
    }

    private long RunPiece(int worker, int piece, PriceVector prices, PlanBook? wishes)
    {
        var (from, to) = shop.Orders(piece);
        var pricer = shop.Pricer(worker);
        var places = _places[worker];
        var units = _units[worker];
        var sum = 0L;
        for (var order = from; order < to; order++)
        {
            if (shop.Shapes[order] is not { } shape)
            {
                sum += shop.Large[order] is { } large ? RunLarge(worker, large, prices, wishes) : shop.CostOfNothing(order);
                continue;
            }

            var (data, at) = (shop.Pools.Data(order), shop.Pools.At(order));
            var terms = shop.Terms(order, shape);
            sum += pricer.Price(data, at, terms, prices.Location, prices.Slot, default(Unlimited));
            IsUnlisted[order] = !pricer.IsListed;
            if (wishes is not null)
            {
                HasWish[order] = pricer.IsListed && pricer.FindRepeated(data) is null;
                if (HasWish[order])
                {
                    wishes.Set(order, pricer, data);
                }
            }

            for (var part = 0; part < pricer.PartCount; part++)
            {
                var record = pricer.PartRecord(part);
                if (record == OrderPricer.Unlisted)
                {
                    continue;
                }

                places[data[record]]++;
                var state = pricer.PartState(part);
                for (var entry = shape.EntryStart[state]; entry < shape.EntryStart[state + 1]; entry++)
                {
                    var line = shape.EntryLine[entry];
                    units[Math.Max(0, data[record + Pools.PoolBlock.SlotAt(line)])] += shape.EntryDigit[entry] * data[at + 1 + line];
                }
            }
        }

        return sum;
    }

    private long RunLarge(int worker, LargeOrder large, PriceVector prices, PlanBook? wishes)
    {
        var pricer = shop.Large.Pricer(worker);
        var part = pricer.Price(large, prices, _effort);
        IsUnlisted[large.Order] = pricer.IsCapped || large.IsCoreGuessed;
        HasWish[large.Order] = wishes is not null;
        wishes?.SetLarge(large.Order, pricer.Plan);
        foreach (var location in pricer.Plan.Locations)
        {
            _places[worker][location]++;
        }

        foreach (var row in pricer.Plan.Rows)
        {
            _units[worker][shop.Slots.NumberOf(row.Slot)] += row.Units;
        }

        return part;
    }
}
