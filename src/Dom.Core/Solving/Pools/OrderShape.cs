namespace Dom.Core.Solving.Pools;

/// <summary>
/// The states of an order: which amounts of its lines are assigned. A line that is not splittable counts two amounts, none and all of it; a
/// splittable one counts every number of units. A state is a number in mixed radix, the first line the lowest digit; 0 is nothing, the last all.
/// </summary>
internal sealed class OrderShape
{
    /// <summary>Makes the shape of lines with these numbers of amounts.</summary>
    /// <param name="radices">Amounts of each line, 2 or more, at least one line.</param>
    public OrderShape(int[] radices)
    {
        Radices = radices;
        Strides = new int[radices.Length];
        StateCount = 1;
        for (var line = 0; line < radices.Length; line++)
        {
            Strides[line] = StateCount;
            StateCount *= radices[line];
        }

        (EntryStart, EntryLine, EntryDigit) = Entries();
        (PairStart, PairFirst) = Pairs();
    }

    /// <summary>Amounts of each line.</summary>
    public int[] Radices { get; }

    /// <summary>What one step of each line's digit adds to a state.</summary>
    public int[] Strides { get; }

    /// <summary>How many states there are, "nothing" among them.</summary>
    public int StateCount { get; }

    /// <summary>The state in which everything is assigned.</summary>
    public int Full => StateCount - 1;

    /// <summary>How many lines the order has.</summary>
    public int LineCount => Radices.Length;

    /// <summary>Most parts that an order of this shape can come in.</summary>
    public int MaxParts => Radices.Sum(radix => radix - 1);

    /// <summary>Where the entries of each state start; an entry is a line with a digit above 0.</summary>
    public int[] EntryStart { get; }

    /// <summary>The line of each entry.</summary>
    public int[] EntryLine { get; }

    /// <summary>The digit of each entry.</summary>
    public int[] EntryDigit { get; }

    /// <summary>Where the pairs of each state start; a pair parts the state into a first part and the rest.</summary>
    public int[] PairStart { get; }

    /// <summary>The first part of each pair: some of the state's lowest line, and not all of the state. Every parting is there once.</summary>
    public int[] PairFirst { get; }

    /// <summary>The digit of a line in a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="line">The line.</param>
    public int Digit(int state, int line) => state / Strides[line] % Radices[line];

    private (int[] Start, int[] Line, int[] Digit) Entries()
    {
        var start = new int[StateCount + 1];
        var lines = new List<int>();
        var digits = new List<int>();
        for (var state = 0; state < StateCount; state++)
        {
            for (var line = 0; line < LineCount; line++)
            {
                if (Digit(state, line) is > 0 and var digit)
                {
                    lines.Add(line);
                    digits.Add(digit);
                }
            }

            start[state + 1] = lines.Count;
        }

        return (start, [.. lines], [.. digits]);
    }

    private (int[] Start, int[] First) Pairs()
    {
        var start = new int[StateCount + 1];
        var firsts = new List<int>();
        for (var state = 0; state < StateCount; state++)
        {
            for (var first = 1; first < state; first++)
            {
                if (IsFirstPart(state, first))
                {
                    firsts.Add(first);
                }
            }

            start[state + 1] = firsts.Count;
        }

        return (start, [.. firsts]);
    }

    private bool IsFirstPart(int state, int first)
    {
        var isLowest = true;
        for (var line = 0; line < LineCount; line++)
        {
            var (whole, part) = (Digit(state, line), Digit(first, line));
            if (part > whole || (isLowest && whole > 0 && part == 0))
            {
                return false;
            }

            isLowest &= whole == 0;
        }

        return true;
    }
}
