using System.Numerics;
using System.Runtime.Intrinsics;

namespace Dom.Core.Solving.Pools;

/// <summary>
/// One order against every location: which locations may serve each of its lines, and what each would cost for any of its states. Scratch of
/// one thread; the arrays of an order live until the next is loaded.
/// </summary>
/// <param name="problem">The problem.</param>
/// <param name="tables">Its costs.</param>
/// <param name="index">Its stock.</param>
internal sealed class OrderScan(SourcingProblem problem, CostTables tables, StockIndex index)
{
    private readonly List<ModeScan> _modeScans = [];
    private readonly int[] _cost = new int[tables.Padded];
    private readonly ulong[] _bits = new ulong[tables.Padded / 64];
    private readonly List<LineScan> _lineScans = [];
    private OrderShape _shape = new([2]);
    private int _modes;
    private int _lines;
    private bool _isSkuShared;

    /// <summary>The stock that the scan reads.</summary>
    public StockIndex Index => index;

    /// <summary>Whether two lines of the order want the same SKU.</summary>
    public bool IsSkuShared => _isSkuShared;

    /// <summary>The SKU of a line.</summary>
    /// <param name="line">The line, from 0 within the order.</param>
    public int Sku(int line) => _lineScans[line].Sku;

    /// <summary>What was read of a line.</summary>
    /// <param name="line">The line, from 0 within the order.</param>
    public LineScan Line(int line) => _lineScans[line];

    /// <summary>What was measured for a mode.</summary>
    /// <param name="mode">The mode's place among the order's modes, by the first line of each.</param>
    public ModeScan Mode(int mode) => _modeScans[mode];

    /// <summary>Units that one step of a line's digit stands for.</summary>
    /// <param name="line">The line, from 0 within the order.</param>
    public int UnitsPerDigit(int line) => _lineScans[line].UnitsPerDigit;

    /// <summary>What each location costs for the state prepared last, price units.</summary>
    public ReadOnlySpan<int> Cost => _cost;

    /// <summary>The locations that may serve the state prepared last, stock of more than one unit aside.</summary>
    public ReadOnlySpan<ulong> Eligible => _bits;

    /// <summary>Reads an order and measures its distances.</summary>
    /// <param name="order">The order.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="open">The locations that may take an order, as bits.</param>
    public void Load(int order, OrderShape shape, ReadOnlySpan<ulong> open)
    {
        _shape = shape;
        LoadLines(order, shape.LineCount, open);
    }

    /// <summary>Reads an order whose states are of no interest, and measures its distances.</summary>
    /// <param name="order">The order.</param>
    /// <param name="lines">How many lines it has.</param>
    /// <param name="open">The locations that may take an order, as bits.</param>
    public void LoadLines(int order, int lines, ReadOnlySpan<ulong> open)
    {
        _modes = 0;
        _isSkuShared = false;
        _lines = lines;
        var start = problem.Orders.LineStart[order];
        for (var at = 0; at < _lines; at++)
        {
            if (_lineScans.Count == at)
            {
                _lineScans.Add(new(tables.Padded));
            }

            var line = start + at;
            var scan = _lineScans[at];
            scan.Sku = problem.Lines.Sku[line];
            scan.UnitsPerDigit = problem.Lines.LeastUnits(line);
            scan.UnitGrams = problem.Lines.UnitGrams[line];
            scan.Mode = ModeOf(order, problem.Lines.Mode[line]);
            for (var other = 0; other < at; other++)
            {
                _isSkuShared |= _lineScans[other].Sku == scan.Sku;
            }

            LoadCandidates(scan, line, open);
        }
    }

    /// <summary>Prepares <see cref="Cost"/> and <see cref="Eligible"/> for a state.</summary>
    /// <param name="state">The state, above 0.</param>
    /// <param name="atLocation">What each location costs besides, price units, padded; empty for nothing.</param>
    /// <returns>False where no parcel may weigh so much.</returns>
    public bool Prepare(int state, ReadOnlySpan<int> atLocation)
    {
        var (from, to) = (_shape.EntryStart[state], _shape.EntryStart[state + 1]);
        Span<long> grams = stackalloc long[_modes];
        AddUnits(Weigh(state, grams), atLocation);
        for (var mode = 0; mode < _modes; mode++)
        {
            if (grams[mode] >= 0)
            {
                var band = _modeScans[mode].Tables.Source.Band(grams[mode]);
                if (band < 0)
                {
                    return false;
                }

                _modeScans[mode].AddTo(_cost, tables.ParcelCost, band);
            }
        }

        for (var entry = from; problem.Candidates is not null && entry < to; entry++)
        {
            // What stands at a location that is no candidate is left over, and may overflow.
            var extra = _lineScans[_shape.EntryLine[entry]].Extra;
            for (var location = 0; location < _cost.Length; location++)
            {
                _cost[location] = unchecked(_cost[location] + extra[location]);
            }
        }

        return true;
    }

    /// <summary>Whether what a location costs for any state is what it costs by itself and by one mode.</summary>
    public bool HasOneMode => _modes == 1 && problem.Candidates is null;

    /// <summary>Prepares <see cref="Eligible"/> alone for a state of an order that <see cref="HasOneMode"/>.</summary>
    /// <param name="state">The state, above 0.</param>
    /// <returns>Units of the state, and the weight band of its parcel; a band below 0 where no parcel may weigh so much.</returns>
    public (int Units, int Band) PrepareOneMode(int state)
    {
        Span<long> grams = stackalloc long[1];
        var units = Weigh(state, grams);
        return (units, _modeScans[0].Tables.Source.Band(grams[0]));
    }

    // The weight of each mode's parcel, -1 for none; units of all of them together.
    private int Weigh(int state, Span<long> grams)
    {
        var (from, to) = (_shape.EntryStart[state], _shape.EntryStart[state + 1]);
        var units = 0;
        grams.Fill(-1);
        for (var entry = from; entry < to; entry++)
        {
            var line = _lineScans[_shape.EntryLine[entry]];
            var amount = _shape.EntryDigit[entry] * line.UnitsPerDigit;
            units += amount;
            grams[line.Mode] = Math.Max(0, grams[line.Mode]) + ((long)amount * line.UnitGrams);
            And(line.Eligible, isFirst: entry == from);
        }

        return units;
    }

    /// <summary>Whether being <see cref="Eligible"/> for a state is having the units that it takes.</summary>
    /// <param name="state">The state.</param>
    public bool IsOneUnitEach(int state)
    {
        for (var entry = _shape.EntryStart[state]; entry < _shape.EntryStart[state + 1]; entry++)
        {
            if (_shape.EntryDigit[entry] * _lineScans[_shape.EntryLine[entry]].UnitsPerDigit > 1)
            {
                return false;
            }
        }

        return !_isSkuShared;
    }

    /// <summary>Whether a location may serve at least one unit of a line.</summary>
    /// <param name="line">The line, from 0 within the order.</param>
    /// <param name="location">The location.</param>
    public bool IsEligible(int line, int location) => ((_lineScans[line].Eligible[location >> 6] >> (location & 63)) & 1) != 0;

    /// <summary>Whether a location has the units of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="location">A location that is <see cref="Eligible"/>.</param>
    /// <param name="available">Units by slot.</param>
    public bool HasUnits(int state, int location, int[] available) => HasUnits(state, location, new UnitsInStock(available));

    /// <summary>Whether a location has the units of a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="location">A location that is <see cref="Eligible"/>.</param>
    /// <param name="units">Units by slot.</param>
    public bool HasUnits<TUnits>(int state, int location, TUnits units)
        where TUnits : ISlotUnits
    {
        var (from, to) = (_shape.EntryStart[state], _shape.EntryStart[state + 1]);
        for (var entry = from; entry < to; entry++)
        {
            var line = _lineScans[_shape.EntryLine[entry]];
            var need = _shape.EntryDigit[entry] * line.UnitsPerDigit;
            for (var other = from; _isSkuShared && other < entry; other++)
            {
                var before = _lineScans[_shape.EntryLine[other]];
                need += before.Sku == line.Sku ? _shape.EntryDigit[other] * before.UnitsPerDigit : 0;
            }

            if (units.Of(index.Slot(line.Sku, location)) < need)
            {
                return false;
            }
        }

        return true;
    }

    private int ModeOf(int order, int mode)
    {
        for (var at = 0; at < _modes; at++)
        {
            if (_modeScans[at].Mode == mode)
            {
                return at;
            }
        }

        if (_modeScans.Count == _modes)
        {
            _modeScans.Add(new(problem, tables));
        }

        _modeScans[_modes].Load(order, mode);
        return _modes++;
    }

    private void LoadCandidates(LineScan scan, int line, ReadOnlySpan<ulong> open)
    {
        var mode = _modeScans[scan.Mode];
        var stock = index.InStock(scan.Sku);
        var supporting = mode.Tables.Supporting;
        for (var word = 0; word < stock.Length; word++)
        {
            scan.Eligible[word] = stock[word] & mode.Near[word] & supporting[word] & open[word];
        }

        if (problem.Lines.OnlyLocation[line] is >= 0 and var only)
        {
            var isEligible = scan.Eligible[only >> 6] & (1UL << (only & 63));
            Array.Clear(scan.Eligible);
            scan.Eligible[only >> 6] = isEligible;
        }

        if (problem.Candidates is { } candidates)
        {
            Array.Clear(_bits);
            for (var at = candidates.LineStart[line]; at < candidates.LineStart[line + 1]; at++)
            {
                var location = candidates.Location[at];
                _bits[location >> 6] |= 1UL << (location & 63);
                scan.Extra[location] = candidates.Cost[at] * tables.UnitsPerMinorUnit;
            }

            for (var word = 0; word < _bits.Length; word++)
            {
                scan.Eligible[word] &= _bits[word];
            }
        }
    }

    private void And(ulong[] eligible, bool isFirst)
    {
        if (isFirst)
        {
            eligible.CopyTo(_bits, 0);
            return;
        }

        for (var word = 0; word < _bits.Length; word++)
        {
            _bits[word] &= eligible[word];
        }
    }

    private void AddUnits(int units, ReadOnlySpan<int> atLocation)
    {
        var count = Vector256.Create(units);
        for (var at = 0; at < _cost.Length; at += Vector256<int>.Count)
        {
            var cost = Vector256.LoadUnsafe(ref tables.UnitCost[at]) * count;
            if (!atLocation.IsEmpty)
            {
                cost += Vector256.LoadUnsafe(in atLocation[at]);
            }

            cost.StoreUnsafe(ref _cost[at]);
        }
    }
}
