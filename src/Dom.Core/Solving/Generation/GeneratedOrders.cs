using System.Globalization;

namespace Dom.Core.Solving.Generation;

/// <summary>Generated orders, drawn one by one: where people live, or for the same day near a store that has their lines.</summary>
internal sealed class GeneratedOrders
{
    // How many orders of a hundred have 1, 2, … 6 lines.
    private static readonly WeightedChoice LineCounts = new([45, 28, 14, 7, 4, 2]);
    private static readonly WeightedChoice Kinds = new([.. OrderKind.All.Select(kind => (long)kind.Percent)]);
    private static readonly string[] LineIds = [.. Enumerable.Range(1, 6).Select(line => line.ToString(CultureInfo.InvariantCulture))];

    // Splittable lines have several units, but not so many that their order grows too large to be solved exactly.
    private const int MostSplittableUnits = 6;
    private const int CourierKm = 55;
    private readonly OrderContext _context;
    private readonly RandomStream _random;
    private readonly int[] _couriers;
    private readonly OrderColumns _orders;
    private readonly List<GeneratedLine> _lines = [];

    private GeneratedOrders(int orders, OrderContext context, RandomStream random)
    {
        _context = context;
        _random = random;
        var modes = context.Network.Columns.Modes;
        _couriers = [.. Enumerable.Range(0, modes.Length).Where(location => (modes[location] >> ParcelRates.SameDay & 1) == 1)];
        var digits = "D" + orders.ToString(CultureInfo.InvariantCulture).Length;
        _orders = new OrderColumns
        {
            Ids = [.. Enumerable.Range(1, orders).Select(order => "O-" + order.ToString(digits, CultureInfo.InvariantCulture))],
            Latitude = new double[orders],
            Longitude = new double[orders],
            MaxLocations = new int[orders],
            MaxDistanceKm = new double[orders],
            ShipComplete = new bool[orders],
            LineStart = new int[orders + 1],
        };
    }

    /// <summary>Draws orders.</summary>
    /// <param name="orders">How many.</param>
    /// <param name="context">What they are drawn from.</param>
    /// <param name="random">Where chance comes from.</param>
    public static (OrderColumns Orders, LineColumns Lines) Create(int orders, OrderContext context, RandomStream random)
    {
        var drawn = new GeneratedOrders(orders, context, random);
        for (var order = 0; order < orders; order++)
        {
            drawn.Draw(order);
        }

        return (drawn._orders, drawn.Columns());
    }

    private void Draw(int order)
    {
        var kind = OrderKind.All[Kinds.Draw(_random)];
        if (kind.Mode == ParcelRates.SameDay && _couriers.Length == 0)
        {
            kind = OrderKind.All[0];
        }

        var store = kind.Mode == ParcelRates.SameDay ? _couriers[_random.Below(_couriers.Length)] : LineColumns.AnyLocation;
        var place = store < 0 ? DrawPlace() : DrawNear(_context.Network.Places[store]);
        (_orders.Latitude[order], _orders.Longitude[order]) = _context.Geography.Degrees(place);
        (_orders.MaxLocations[order], _orders.MaxDistanceKm[order], _orders.ShipComplete[order]) = (kind.MaxLocations, kind.MaxDistanceKm, kind.ShipComplete);
        DrawLines(kind, store);
        _orders.LineStart[order + 1] = _lines.Count;
    }

    private int DrawPlace() =>
        _context.WestPercent > 0 && _random.Happens(_context.WestPercent) ? _context.Geography.DrawWest(_random) : _context.Geography.Draw(_random);

    private int DrawNear(int place)
    {
        int[] near = [.. _context.Geography.Around(place, CourierKm)];
        return near[_random.Below(near.Length)];
    }

    private void DrawLines(OrderKind kind, int store)
    {
        var (first, count) = (_lines.Count, LineCounts.Draw(_random) + 1);
        var unitsLeft = MostSplittableUnits;
        for (var line = 0; line < count; line++)
        {
            var quantity = kind.Splittable ? Math.Min(_random.Between(2, 4), unitsLeft - (count - line - 1)) : DrawQuantity();
            unitsLeft -= quantity;
            _lines.Add(new GeneratedLine(DrawSku(first, store, quantity), quantity, kind.Mode, kind.Splittable));
        }
    }

    private int DrawQuantity()
    {
        var roll = _random.Below(100);
        return roll < 85 ? 1 : roll < 96 ? 2 : 3;
    }

    // Another SKU than the order's lines have, and for the same day one that the store has enough of; given up where that is too rare.
    private int DrawSku(int first, int store, int quantity)
    {
        var sku = _context.Demand.Draw(_random);
        for (var again = 0; again < 64 && (IsOrdered(first, sku) || !Has(store, sku, quantity)); again++)
        {
            sku = _context.Demand.Draw(_random);
        }

        return sku;
    }

    private bool IsOrdered(int first, int sku)
    {
        for (var line = first; line < _lines.Count; line++)
        {
            if (_lines[line].Sku == sku)
            {
                return true;
            }
        }

        return false;
    }

    private bool Has(int store, int sku, int quantity) =>
        store < 0 || (_context.Stock.Find(sku, store) is >= 0 and var slot && _context.Stock.Available[slot] >= quantity);

    private LineColumns Columns()
    {
        var start = _orders.LineStart;
        var ids = new string[_lines.Count];
        for (var order = 0; order + 1 < start.Length; order++)
        {
            LineIds.AsSpan(0, start[order + 1] - start[order]).CopyTo(ids.AsSpan(start[order]));
        }

        return new LineColumns
        {
            Ids = ids,
            Sku = [.. _lines.Select(line => line.Sku)],
            Quantity = [.. _lines.Select(line => line.Quantity)],
            UnitGrams = [.. _lines.Select(line => _context.UnitGrams[line.Sku])],
            Mode = [.. _lines.Select(line => line.Mode)],
            Splittable = [.. _lines.Select(line => line.Splittable)],
            OnlyLocation = [.. _lines.Select(_ => LineColumns.AnyLocation)],
        };
    }

    private readonly record struct GeneratedLine(int Sku, int Quantity, int Mode, bool Splittable);
}
