namespace Dom.Core.Solving.Baselines;

/// <summary>
/// The amounts that may be assigned of an order's lines, numbered with mixed radices: 0 or all of a line, 0, 1, … all of a splittable one; the first
/// line is the most significant. A state fixes its units, and its weight by every mode. Turns to one order after the other without new arrays.
/// </summary>
internal sealed class OrderStates(SourcingProblem problem)
{
    /// <summary>Most lines of an order with states: each line has two at least.</summary>
    public const int MaxLines = 8;

    /// <summary>The band of a mode that no line of the state goes by.</summary>
    public const int NoParcel = -1;

    /// <summary>The band of a weight that the mode does not carry.</summary>
    public const int TooHeavy = -2;

    private readonly int[] _strides = new int[MaxLines];
    private readonly int[] _radices = new int[MaxLines];
    private readonly int[] _modeOfLine = new int[MaxLines];
    private readonly int[] _modes = new int[MaxLines];
    private readonly long[] _units = new long[PriceCertificate.MaxStates];
    private readonly ulong[] _digits = new ulong[PriceCertificate.MaxStates];
    private readonly int[] _bands = new int[MaxLines * PriceCertificate.MaxStates];
    private readonly int[] _modesOf = new int[PriceCertificate.MaxStates];
    private readonly long[] _grams = new long[MaxLines * PriceCertificate.MaxStates];
    private ulong _guards;

    /// <summary>How many states the order has.</summary>
    public int Count { get; private set; }

    /// <summary>The order's first line.</summary>
    public int FirstLine { get; private set; }

    /// <summary>How many lines it has.</summary>
    public int Lines { get; private set; }

    /// <summary>How many modes its lines go by.</summary>
    public int ModeCount { get; private set; }

    /// <summary>Most locations that could each give something.</summary>
    public int MaxParts { get; private set; }

    /// <summary>Whether a line of it is splittable. Where none is, the states are the sets of lines, the last line being the lowest bit.</summary>
    public bool HasSplittable { get; private set; }

    /// <summary>Whether two of its lines want the same SKU.</summary>
    public bool SharesSkus { get; private set; }

    /// <summary>Turns to an order. Returns false, and keeps nothing, where it has more than <see cref="PriceCertificate.MaxStates"/> states.</summary>
    /// <param name="order">The order.</param>
    public bool TryMoveTo(int order)
    {
        FirstLine = problem.Orders.LineStart[order];
        Lines = problem.Orders.LineStart[order + 1] - FirstLine;
        if (Lines > MaxLines)
        {
            return false;
        }

        long count = 1;
        (MaxParts, HasSplittable) = (0, false);
        for (var line = Lines - 1; line >= 0 && count <= PriceCertificate.MaxStates; line--)
        {
            var parts = problem.Lines.Splittable[FirstLine + line] ? problem.Lines.Quantity[FirstLine + line] : 1;
            (_strides[line], _radices[line]) = ((int)count, (int)Math.Min(parts + 1L, int.MaxValue));
            count *= parts + 1L;
            HasSplittable |= problem.Lines.Splittable[FirstLine + line];
            MaxParts += (int)Math.Min(parts, PriceCertificate.MaxStates);
        }

        if (count > PriceCertificate.MaxStates)
        {
            return false;
        }

        Count = (int)count;
        NumberModes();
        FillStates();
        SharesSkus = HasTwice();
        for (var mode = 0; mode < ModeCount; mode++)
        {
            FindBands(mode);
        }

        return true;
    }

    /// <summary>The number that a unit, or all, of a line adds to a state.</summary>
    /// <param name="line">The line's place in the order.</param>
    public int Stride(int line) => _strides[line];

    /// <summary>The greatest digit of a line: 1, or its units if it is splittable.</summary>
    /// <param name="line">The line's place in the order.</param>
    public int LastDigit(int line) => _radices[line] - 1;

    /// <summary>The units of a line in a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="line">The line's place in the order.</param>
    public int Amount(int state, int line)
    {
        var digit = state / _strides[line] % _radices[line];
        return problem.Lines.Splittable[FirstLine + line] ? digit : digit * problem.Lines.Quantity[FirstLine + line];
    }

    /// <summary>Units of a state, of all its lines.</summary>
    /// <param name="state">The state.</param>
    public long Units(int state) => _units[state];

    /// <summary>Units of the order.</summary>
    public long AllUnits => _units[Count - 1];

    /// <summary>The mode of a place among the order's modes.</summary>
    /// <param name="place">From 0 up to <see cref="ModeCount"/>.</param>
    public int Mode(int place) => _modes[place];

    /// <summary>The place of a line's mode among the order's modes.</summary>
    /// <param name="line">The line's place in the order.</param>
    public int ModePlace(int line) => _modeOfLine[line];

    /// <summary>The units of every state.</summary>
    public ReadOnlySpan<long> AllStatesUnits => _units.AsSpan(0, Count);

    /// <summary>The weight band of every state by a mode, <see cref="NoParcel"/>, or <see cref="TooHeavy"/>.</summary>
    /// <param name="place">The mode's place.</param>
    public ReadOnlySpan<int> Bands(int place) => _bands.AsSpan(place * PriceCertificate.MaxStates, Count);

    /// <summary>The weight band of a state by a mode, <see cref="NoParcel"/>, or <see cref="TooHeavy"/>.</summary>
    /// <param name="place">The mode's place.</param>
    /// <param name="state">The state.</param>
    public int Band(int place, int state) => _bands[(place * PriceCertificate.MaxStates) + state];

    /// <summary>Whether every amount of one state is at least that of another.</summary>
    /// <param name="state">The state that must have as much.</param>
    /// <param name="part">The other.</param>
    public bool Covers(int state, int part) => ((unchecked((_digits[state] | _guards) - _digits[part])) & _guards) == _guards;

    private void NumberModes()
    {
        ModeCount = 0;
        for (var line = 0; line < Lines; line++)
        {
            var mode = problem.Lines.Mode[FirstLine + line];
            var place = _modes.AsSpan(0, ModeCount).IndexOf(mode);
            if (place < 0)
            {
                place = ModeCount++;
                _modes[place] = mode;
            }

            _modeOfLine[line] = place;
        }
    }

    /// <summary>Fills in the states line by line, the last line first: each of its amounts is added to every state of the lines behind it.</summary>
    private void FillStates()
    {
        // A lane of the digits is a byte, whose highest bit guards the next one; a digit of 128 and more leaves room for no second line.
        var width = Lines == 1 ? 16 : 8;
        (_guards, _units[0], _digits[0], _modesOf[0]) = (0, 0, 0, 0);
        for (var place = 0; place < ModeCount; place++)
        {
            _grams[place * PriceCertificate.MaxStates] = 0;
        }

        for (var line = Lines - 1; line >= 0; line--)
        {
            _guards |= 1UL << ((width * line) + width - 1);
            var units = problem.Lines.LeastUnits(FirstLine + line);
            for (var state = _strides[line]; state < _strides[line] * _radices[line]; state++)
            {
                var less = state - _strides[line];
                _units[state] = _units[less] + units;
                _digits[state] = _digits[less] + (1UL << (width * line));
                _modesOf[state] = _modesOf[less] | (1 << _modeOfLine[line]);
                for (var grams = 0; grams < ModeCount * PriceCertificate.MaxStates; grams += PriceCertificate.MaxStates)
                {
                    _grams[grams + state] = _grams[grams + less];
                }

                _grams[(_modeOfLine[line] * PriceCertificate.MaxStates) + state] += (long)units * problem.Lines.UnitGrams[FirstLine + line];
            }
        }
    }

    private void FindBands(int place)
    {
        var mode = problem.Modes[_modes[place]];
        for (var state = 0; state < Count; state++)
        {
            var at = (place * PriceCertificate.MaxStates) + state;
            _bands[at] = (_modesOf[state] & (1 << place)) == 0 ? NoParcel : mode.Band(_grams[at]) is >= 0 and var band ? band : TooHeavy;
        }
    }

    private bool HasTwice()
    {
        for (var line = 1; line < Lines; line++)
        {
            if (problem.Lines.Sku.AsSpan(FirstLine, line).Contains(problem.Lines.Sku[FirstLine + line]))
            {
                return true;
            }
        }

        return false;
    }
}
