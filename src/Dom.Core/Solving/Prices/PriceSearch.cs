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
    private const float Deflection = 0.65f;
    private const float PaceUp = 1.2f;
    private const float PaceDown = 0.7f;
    private const float MaxPace = 64;
    private const float MinPace = 0.02f;

    private readonly DualPass _pass = new(shop);
    private readonly float[] _place = new float[shop.Tables.Padded];
    private readonly float[] _placeStep = new float[shop.Tables.Padded];
    private readonly bool[] _isPlacePriced = PricedPlaces(shop);
    private readonly float[] _placePace = Ones(shop.Tables.Padded);
    private float[] _slotPace = [1];
    private int[] _skuOf = [0];
    private int[] _available = [1];
    private readonly float[] _sku = new float[shop.Problem.Stock.Skus.Length];
    private readonly float[] _skuStep = new float[shop.Problem.Stock.Skus.Length];
    private readonly float[] _skuPace = Ones(shop.Problem.Stock.Skus.Length);
    private readonly long[] _skuExcess = new long[shop.Problem.Stock.Skus.Length];
    private readonly long[] _skuAvailable = new long[shop.Problem.Stock.Skus.Length];
    private float[] _slot = [0];
    private float[] _slotStep = [0];

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
        skus.CopyTo(_sku, 0);
        Round();
    }

    /// <summary>Takes note that the stock of slots has changed. The bounds so far are those of another problem.</summary>
    /// <param name="slots">The slots.</param>
    public void Change(IEnumerable<int> slots)
    {
        foreach (var number in slots.Select(shop.Slots.NumberOf).Where(number => number > 0 && number < _available.Length))
        {
            var available = Math.Max(1, shop.Problem.Stock.Available[shop.Slots.Slots[number]]);
            _skuAvailable[_skuOf[number]] += available - _available[number];
            _available[number] = available;
        }

        BestBound = long.MinValue;
        foreach (var paces in new[] { _placePace, _slotPace, _skuPace })
        {
            Array.Fill(paces, 1);
        }

        foreach (var steps in new[] { _placeStep, _slotStep, _skuStep })
        {
            Array.Clear(steps);
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
            Best.Resize(shop.Slots.Count);
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
        for (var at = 0; at < _place.Length; at++)
        {
            _place[at] = Math.Max(0, _place[at] + (length * _placeStep[at] * _placePace[at] / Cap(at)));
        }

        var most = (float)shop.Tables.UnfilledUnitCost;
        for (var sku = 0; sku < _sku.Length; sku++)
        {
            if (_skuAvailable[sku] > 0)
            {
                _sku[sku] = Math.Clamp(_sku[sku] + (length * _skuStep[sku] * _skuPace[sku] / _skuAvailable[sku]), 0, most);
            }
        }

        shop.Workers.Run(NumberPieces, (_, piece) =>
        {
            var end = Math.Min(_slot.Length, (piece + 1) * NumbersPerPiece);
            for (var number = Math.Max(1, piece * NumbersPerPiece); number < end; number++)
            {
                _slot[number] = Math.Clamp(_slot[number] + (length * _slotStep[number] * _slotPace[number] / _available[number]), 0, most);
            }
        });
        Round();
    }

    private int NumberPieces => (_slot.Length + NumbersPerPiece - 1) / NumbersPerPiece;

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
        if (_slot.Length != shop.Slots.Count)
        {
            Array.Resize(ref _slot, shop.Slots.Count);
            Array.Resize(ref _slotStep, shop.Slots.Count);
            var before = _slotPace.Length;
            Array.Resize(ref _slotPace, shop.Slots.Count);
            _slotPace.AsSpan(before).Fill(1);
            Array.Resize(ref _skuOf, shop.Slots.Count);
            Array.Resize(ref _available, shop.Slots.Count);
            for (var number = Math.Max(1, before); number < _skuOf.Length; number++)
            {
                _available[number] = Math.Max(1, shop.Problem.Stock.Available[shop.Slots.Slots[number]]);
                _skuOf[number] = shop.Problem.Stock.SkuOf(shop.Slots.Slots[number]);
                _skuAvailable[_skuOf[number]] += _available[number];
            }

            Prices.Resize(shop.Slots.Count);
        }
    }

    private double TurnPlaces()
    {
        var norm = 0.0;
        for (var at = 0; at < shop.Problem.LocationCount; at++)
        {
            var excess = _isPlacePriced[at] ? _pass.Places[at] - shop.Problem.Locations.MaxOrders[at] : 0;
            _placePace[at] = Pace(_placePace[at], _placeStep[at], excess);
            _placeStep[at] = Turn(_placeStep[at], excess, _place[at]);
            norm += (double)_placeStep[at] * _placeStep[at] * _placePace[at] / Cap(at);
        }

        return norm;
    }

    // Summed piece by piece, so that the sum is the same for any number of threads.
    private double TurnSlots()
    {
        var norms = new double[NumberPieces];
        shop.Workers.Run(NumberPieces, (_, piece) =>
        {
            var norm = 0.0;
            var end = Math.Min(_slot.Length, (piece + 1) * NumbersPerPiece);
            for (var number = Math.Max(1, piece * NumbersPerPiece); number < end; number++)
            {
                var available = _available[number];
                var excess = _pass.Units[number] - available;
                _slotPace[number] = Pace(_slotPace[number], _slotStep[number], excess);
                _slotStep[number] = Turn(_slotStep[number], excess, _slot[number]);
                norm += (double)_slotStep[number] * _slotStep[number] * _slotPace[number] / available;
            }

            norms[piece] = norm;
        });
        return norms.Sum();
    }

    // What is short of a SKU at every location moves all its prices at once; else they would have to overtake each other one by one.
    private double TurnSkus()
    {
        Array.Clear(_skuExcess);
        for (var number = 1; number < _slot.Length; number++)
        {
            _skuExcess[_skuOf[number]] += _pass.Units[number] - _available[number];
        }

        var norm = 0.0;
        for (var sku = 0; sku < _sku.Length; sku++)
        {
            if (_skuAvailable[sku] > 0)
            {
                _skuPace[sku] = Pace(_skuPace[sku], _skuStep[sku], _skuExcess[sku]);
                _skuStep[sku] = Turn(_skuStep[sku], _skuExcess[sku], _sku[sku]);
                norm += (double)_skuStep[sku] * _skuStep[sku] * _skuPace[sku] / _skuAvailable[sku];
            }
        }

        return norm;
    }

    private static float[] Ones(int count)
    {
        var ones = new float[count];
        Array.Fill(ones, 1);
        return ones;
    }

    // A price that keeps its direction goes faster, one that turns back goes slower.
    private static float Pace(float pace, float step, float excess) => (step * excess) switch
    {
        > 0 => Math.Min(MaxPace, pace * PaceUp),
        < 0 => Math.Max(MinPace, pace * PaceDown),
        _ => pace,
    };

    // A price of 0 cannot fall.
    private static float Turn(float before, float excess, float price)
    {
        var step = excess + (Deflection * before);
        return price <= 0 && step < 0 ? 0 : step;
    }

    private void Round()
    {
        for (var at = 0; at < _place.Length; at++)
        {
            Prices.Location[at] = (int)MathF.Round(_place[at]);
        }

        shop.Workers.Run(NumberPieces, (_, piece) =>
        {
            var end = Math.Min(_slot.Length, (piece + 1) * NumbersPerPiece);
            for (var number = Math.Max(1, piece * NumbersPerPiece); number < end; number++)
            {
                Prices.Slot[number] = (int)MathF.Round(Math.Min(shop.Tables.UnfilledUnitCost, _slot[number] + _sku[_skuOf[number]]));
            }
        });
    }
}
