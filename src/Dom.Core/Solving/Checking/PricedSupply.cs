namespace Dom.Core.Solving.Checking;

/// <summary>
/// What every location could give of one order after the other, at a certificate's prices. A location may serve a line when every rule that concerns
/// the two alone allows the least amount that it could give: a unit of a splittable line, all units of another.
/// </summary>
internal sealed class PricedSupply(SourcingProblem problem, PriceCertificate certificate)
{
    private readonly List<int> _locations = [];
    private readonly int[] _seenInTurn = new int[problem.LocationCount];
    private readonly double[] _kilometres = new double[problem.LocationCount];
    private int[] _servesInTurn = [];
    private int[] _available = [];
    private int[] _slotPrice = [];
    private int[] _candidateCost = [];
    private int _turn;
    private int _order;

    /// <summary>The locations that may serve a line of the order.</summary>
    public IReadOnlyList<int> Locations => _locations;

    /// <summary>The order's first line.</summary>
    public int FirstLine { get; private set; }

    /// <summary>How many lines it has.</summary>
    public int Lines { get; private set; }

    /// <summary>Turns to an order.</summary>
    /// <param name="order">The order.</param>
    public void MoveTo(int order)
    {
        (_order, FirstLine) = (order, problem.Orders.LineStart[order]);
        Lines = problem.Orders.LineStart[order + 1] - FirstLine;
        _turn++;
        _locations.Clear();
        if (_available.Length < Lines * problem.LocationCount)
        {
            var size = Lines * problem.LocationCount;
            (_servesInTurn, _available, _slotPrice, _candidateCost) = (new int[size], new int[size], new int[size], new int[size]);
        }

        for (var line = 0; line < Lines; line++)
        {
            Scan(line);
        }
    }

    /// <summary>The distance of one of <see cref="Locations"/>, kilometres.</summary>
    /// <param name="location">The location.</param>
    public double Kilometres(int location) => _kilometres[location];

    /// <summary>Whether a location may serve a line.</summary>
    /// <param name="line">The line's number in the order.</param>
    /// <param name="location">The location.</param>
    public bool MayServe(int line, int location) => _servesInTurn[(line * problem.LocationCount) + location] == _turn;

    /// <summary>Units of a line's SKU that a location which may serve it has.</summary>
    /// <param name="line">The line's number in the order.</param>
    /// <param name="location">The location.</param>
    public int Available(int line, int location) => _available[(line * problem.LocationCount) + location];

    /// <summary>Price of a unit of a line from a location which may serve it, price units.</summary>
    /// <param name="line">The line's number in the order.</param>
    /// <param name="location">The location.</param>
    public int SlotPrice(int line, int location) => _slotPrice[(line * problem.LocationCount) + location];

    /// <summary>What a location which may serve a line costs as its candidate, minor units.</summary>
    /// <param name="line">The line's number in the order.</param>
    /// <param name="location">The location.</param>
    public int CandidateCost(int line, int location) => _candidateCost[(line * problem.LocationCount) + location];

    private void Scan(int line)
    {
        var sku = problem.Lines.Sku[FirstLine + line];
        var (start, end) = (problem.Stock.RowStart[sku], problem.Stock.RowStart[sku + 1]);
        var priced = Array.BinarySearch(certificate.Slot, start);
        priced = priced < 0 ? ~priced : priced;
        for (var slot = start; slot < end; slot++)
        {
            var price = 0;
            if (priced < certificate.Slot.Length && certificate.Slot[priced] == slot)
            {
                price = certificate.SlotPrice[priced++];
            }

            Look(line, problem.Stock.Location[slot], problem.Stock.Available[slot], price);
        }
    }

    private void Look(int line, int location, int available, int price)
    {
        var least = problem.Lines.LeastUnits(FirstLine + line);
        var only = problem.Lines.OnlyLocation[FirstLine + line];
        var mode = problem.Lines.Mode[FirstLine + line];
        if (available < least
            || problem.Locations.MaxOrders[location] == 0
            || ((problem.Locations.Modes[location] >> mode) & 1) == 0
            || (only != LineColumns.AnyLocation && only != location)
            || problem.CandidateCost(FirstLine + line, location) is not int candidateCost)
        {
            return;
        }

        if (_seenInTurn[location] != _turn)
        {
            _kilometres[location] = problem.Kilometres(location, _order);
        }

        if (_kilometres[location] > problem.Orders.MaxDistanceKm[_order]
            || problem.Modes[mode].Rate(_kilometres[location], (long)least * problem.Lines.UnitGrams[FirstLine + line]) is null)
        {
            return;
        }

        if (_seenInTurn[location] != _turn)
        {
            _seenInTurn[location] = _turn;
            _locations.Add(location);
        }

        var at = (line * problem.LocationCount) + location;
        (_servesInTurn[at], _available[at], _slotPrice[at], _candidateCost[at]) = (_turn, available, price, candidateCost);
    }
}
