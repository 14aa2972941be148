namespace Dom.Core.Solving.Checking;

/// <summary>The locations and parcels of one order after the other; its arrays are used again for the next.</summary>
internal sealed class OrderParcels(SourcingProblem problem)
{
    private const int None = -1;

    // The order that last used a location, plus 1: nothing has to be cleared between orders.
    private readonly int[] _usedBy = new int[problem.LocationCount];
    private readonly int[] _firstParcel = new int[problem.LocationCount];
    private int[] _locations = new int[8];
    private Parcel[] _parcels = new Parcel[8];
    private int _locationCount;
    private int _parcelCount;
    private int _order;

    /// <summary>The locations that the order uses so far, each once.</summary>
    public ReadOnlySpan<int> Locations => _locations.AsSpan(0, _locationCount);

    /// <summary>Starts an order.</summary>
    /// <param name="order">The order, above those before.</param>
    public void Begin(int order) => (_order, _locationCount, _parcelCount) = (order, 0, 0);

    /// <summary>Puts an assignment into its parcel.</summary>
    /// <param name="location">Its location.</param>
    /// <param name="mode">Its mode.</param>
    /// <param name="grams">What it weighs.</param>
    public void Add(int location, int mode, long grams)
    {
        if (_usedBy[location] != _order + 1)
        {
            _usedBy[location] = _order + 1;
            _firstParcel[location] = None;
            Append(ref _locations, ref _locationCount, location);
        }

        for (var at = _firstParcel[location]; at != None; at = _parcels[at].Next)
        {
            if (_parcels[at].Mode == mode)
            {
                _parcels[at].Grams += grams;
                return;
            }
        }

        var added = _parcelCount;
        Append(ref _parcels, ref _parcelCount, new Parcel { Mode = mode, Grams = grams, Next = _firstParcel[location] });
        _firstParcel[location] = added;
    }

    /// <summary>Checks distances and weights; returns what the order's parcels cost.</summary>
    /// <param name="violations">Where violations are noted.</param>
    public long Close(ViolationList violations)
    {
        long cost = 0;
        foreach (var location in Locations)
        {
            var kilometres = problem.Kilometres(location, _order);
            if (kilometres > problem.Orders.MaxDistanceKm[_order])
            {
                violations.Add(new PlanViolation(PlanRule.MaxDistance, _order, null, location, kilometres, problem.Orders.MaxDistanceKm[_order]));
            }

            for (var at = _firstParcel[location]; at != None; at = _parcels[at].Next)
            {
                cost += problem.Locations.ParcelCost[location] + Rate(location, kilometres, _parcels[at], violations);
            }
        }

        return cost;
    }

    private long Rate(int location, double kilometres, Parcel parcel, ViolationList violations)
    {
        var mode = problem.Modes[parcel.Mode];
        if (mode.Zone(kilometres) < 0)
        {
            violations.Add(new PlanViolation(PlanRule.Zone, _order, null, location, kilometres, mode.ZoneKm[^1]));
        }

        if (mode.Band(parcel.Grams) < 0)
        {
            violations.Add(new PlanViolation(PlanRule.Band, _order, null, location, parcel.Grams, mode.BandGrams[^1]));
        }

        return mode.Rate(kilometres, parcel.Grams) ?? 0;
    }

    private static void Append<T>(ref T[] items, ref int count, T item)
    {
        if (count == items.Length)
        {
            Array.Resize(ref items, 2 * count);
        }

        items[count++] = item;
    }

    private struct Parcel
    {
        public int Mode;
        public long Grams;
        public int Next;
    }
}
