namespace Dom.Core.Solving.Prices;

/// <summary>
/// Searches for the prices of the greatest bound: raises those of what is wanted by too many orders, lowers those of what is left over, by a deflected
/// subgradient with Polyak's step, scaled by what there is of each.
/// </summary>
/// <remarks>
/// Sources: B. T. Polyak, "Minimization of unsmooth functionals", USSR Computational Mathematics 9 (1969); P. M. Camerini, L. Fratta and
/// F. Maffioli, "On improving relaxation methods by modified gradient techniques", Mathematical Programming Study 3 (1975).
/// </remarks>
/// <param name="shop">What the solve works with.</param>
internal sealed class PriceSearch(Workshop shop)
{
    private const int NumbersPerPiece = 16_384;

    private readonly DualPass _pass = new(shop);
    private readonly PriceGroup _places = new(shop.Tables.Padded);
    private readonly PriceGroup _slots = new(1);
    private readonly PriceGroup _skus = new(shop.Problem.Stock.Skus.Length);
    private readonly bool[] _isPlacePriced = PricedPlaces(shop);
    private int[] _skuOf = [0];
    private int[] _available = [1];
    private readonly long[] _skuExcess = new long[shop.Problem.Stock.Skus.Length];
    private readonly long[] _skuAvailable = new long[shop.Problem.Stock.Skus.Length];

    /// <summary>The prices now.</summary>
    public PriceVector Prices { get; } = new(shop.Tables.Padded);

    /// <summary>The prices of the best bound.</summary>
    public PriceVector Best { get; } = new(shop.Tables.Padded);

    /// <summary>The best bound, price units.</summary>
    public long BestBound { get; private set; } = long.MinValue;

    /// <summary>The bound at the prices now, price units.</summary>
    public long Bound { get; private set; }

    /// <summary>Which orders would best go to a location that their pools do not list.</summary>
    public bool[] IsUnlisted => _pass.IsUnlisted;

    /// <summary>Starts from prices of SKUs.</summary>
    /// <param name="skus">A price by SKU, price units.</param>
    public void Start(float[] skus)
    {
        Resize();
        _skus.Start(skus);
        Round();
    }

    /// <summary>Takes note that the stock of slots has changed. The bounds so far are those of another problem.</summary>
    /// <param name="slots">The slots.</param>
    public void Change(IEnumerable<int> slots)
    {
        foreach (var number in slots.Select(shop.Slots.NumberOf).Where(number => number > 0 && number < _slots.Count))
        {
            var available = Math.Max(1, shop.Problem.Stock.Available[shop.Slots.Slots[number]]);
            _skuAvailable[_skuOf[number]] += available - _available[number];
            _available[number] = available;
        }

        BestBound = long.MinValue;
        foreach (var group in new[] { _places, _slots, _skus })
        {
            group.Forget();
        }
    }

    /// <summary>Prices every order at the prices now.</summary>
    public void Evaluate()
    {
        Resize();
        Bound = _pass.Run(Prices);
        if (Bound > BestBound)
        {
            BestBound = Bound;
            Best.CopyFrom(Prices);
            shop.Large.KeepValues();
        }
    }

    /// <summary>Searches harder for the values of large orders at the best prices; others are priced exactly as it is.</summary>
    public void Polish()
    {
        const int effort = 20;
        if (shop.Large.All.Count > 0)
        {
            shop.Large.RestoreValues();
            Best.Resize(shop.Slots.Room);
            var bound = _pass.Run(Best, effort: effort);
            if (bound > BestBound)
            {
                BestBound = bound;
                shop.Large.KeepValues();
            }
        }
    }

    /// <summary>Moves the prices by what was wanted at them.</summary>
    /// <param name="target">What the bound could reach at most, price units: the cost of the best plan.</param>
    public void Move(long target)
    {
        var norm = TurnPlaces() + TurnSlots() + TurnSkus();
        if (norm <= 0)
        {
            return;
        }

        var length = (float)(Math.Max(1, target - Bound) / norm);
        for (var at = 0; at < shop.Problem.LocationCount; at++)
        {
            _places.Advance(at, length, Cap(at), float.MaxValue);
        }

        var most = (float)shop.Tables.UnfilledUnitCost;
        for (var sku = 0; sku < _skus.Count; sku++)
        {
            if (_skuAvailable[sku] > 0)
            {
                _skus.Advance(sku, length, _skuAvailable[sku], most);
            }
        }

        RunNumbers((from, to) =>
        {
            for (var number = from; number < to; number++)
            {
                _slots.Advance(number, length, _available[number], most);
            }
        });
        Round();
    }

    /// <summary>Moves the prices to their means of late.</summary>
    public void Settle()
    {
        _places.Settle();
        _slots.Settle();
        _skus.Settle();
        Round();
    }

    private int NumberPieces => (_slots.Count + NumbersPerPiece - 1) / NumbersPerPiece;

    private void RunNumbers(Action<int, int> work) => shop.Workers.Run(
        NumberPieces, (_, piece) => work(Math.Max(1, piece * NumbersPerPiece), Math.Min(_slots.Count, (piece + 1) * NumbersPerPiece)));

    private static bool[] PricedPlaces(Workshop shop)
    {
        var priced = new bool[shop.Tables.Padded];
        for (var location = 0; location < shop.Problem.LocationCount; location++)
        {
            priced[location] = shop.Problem.Locations.MaxOrders[location] < shop.Problem.OrderCount;
        }

        return priced;
    }

    private int Cap(int location) => _isPlacePriced[location] ? Math.Max(1, shop.Problem.Locations.MaxOrders[location]) : 1;

    private void Resize()
    {
        var before = _slots.Count;
        if (before == shop.Slots.Count)
        {
            return;
        }

        _slots.Resize(shop.Slots.Count, shop.Slots.Room);
        if (_skuOf.Length != shop.Slots.Room)
        {
            Array.Resize(ref _skuOf, shop.Slots.Room);
            Array.Resize(ref _available, shop.Slots.Room);
        }

        for (var number = before; number < _slots.Count; number++)
        {
            _available[number] = Math.Max(1, shop.Problem.Stock.Available[shop.Slots.Slots[number]]);
            _skuOf[number] = shop.Problem.Stock.SkuOf(shop.Slots.Slots[number]);
            _skuAvailable[_skuOf[number]] += _available[number];
        }

        Prices.Resize(shop.Slots.Room);
    }

    private double TurnPlaces()
    {
        var norm = 0.0;
        for (var at = 0; at < shop.Problem.LocationCount; at++)
        {
            norm += _places.Turn(at, _isPlacePriced[at] ? _pass.Places[at] - shop.Problem.Locations.MaxOrders[at] : 0, Cap(at));
        }

        return norm;
    }

    // Summed piece by piece, so that the sum is the same for any number of threads.
    private double TurnSlots()
    {
        var norms = new double[NumberPieces];
        RunNumbers((from, to) =>
        {
            var norm = 0.0;
            for (var number = from; number < to; number++)
            {
                norm += _slots.Turn(number, _pass.Units[number] - _available[number], _available[number]);
            }

            norms[from / NumbersPerPiece] = norm;
        });
        return norms.Sum();
    }

    // What is short of a SKU at every location moves all its prices at once; else they would have to overtake each other one by one.
    private double TurnSkus()
    {
        Array.Clear(_skuExcess);
        for (var number = 1; number < _slots.Count; number++)
        {
            _skuExcess[_skuOf[number]] += _pass.Units[number] - _available[number];
        }

        var norm = 0.0;
        for (var sku = 0; sku < _skus.Count; sku++)
        {
            norm += _skuAvailable[sku] > 0 ? _skus.Turn(sku, _skuExcess[sku], _skuAvailable[sku]) : 0;
        }

        return norm;
    }

    private void Round()
    {
        for (var at = 0; at < _places.Count; at++)
        {
            Prices.Location[at] = (int)MathF.Round(_places.Price(at));
        }

        RunNumbers((from, to) =>
        {
            for (var number = from; number < to; number++)
            {
                Prices.Slot[number] = (int)MathF.Round(Math.Min(shop.Tables.UnfilledUnitCost, _slots.Price(number) + _skus.Price(_skuOf[number])));
            }
        });
    }
}
