namespace Dom.Core.Solving.Files;

/// <summary>Lines as they are read, and then in the order of their orders.</summary>
/// <param name="mostRows">As many rows as there can be.</param>
internal sealed class LineRows(int mostRows)
{
    private int[] _order = new int[mostRows];
    private LineRow[] _rows = new LineRow[mostRows];
    private int _count;
    private bool _isSorted = true;

    /// <summary>The ids of lines, each once whatever number of orders have it.</summary>
    public TextIndex Ids { get; } = new();

    /// <summary>Whether every row of the file could be read.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Where in the file each stands.</summary>
    public int[] FileLine { get; private set; } = new int[mostRows];

    /// <summary>Where each order's lines start, once they are sorted.</summary>
    public int[] OrderStart { get; private set; } = [0];

    /// <summary>The lines' columns.</summary>
    public LineColumns Columns => Build();

    /// <summary>The lines, once they are sorted.</summary>
    public ReadOnlySpan<LineRow> Rows => _rows.AsSpan(0, _count);

    /// <summary>Adds a line.</summary>
    /// <param name="order">Its order.</param>
    /// <param name="fileLine">Where it stands.</param>
    /// <param name="row">The line.</param>
    public void Add(int order, int fileLine, LineRow row)
    {
        _isSorted &= _count == 0 || _order[_count - 1] <= order;
        (_order[_count], FileLine[_count], _rows[_count]) = (order, fileLine, row);
        _count++;
    }

    /// <summary>The id of a line.</summary>
    /// <param name="line">The line.</param>
    public string Id(int line) => FileFault.Show(Ids.Bytes(_rows[line].Id));

    /// <summary>Brings the lines into the order of their orders; those of one order stay as the file has them.</summary>
    /// <param name="orders">How many orders there are.</param>
    public void Sort(int orders)
    {
        OrderStart = new int[orders + 1];
        foreach (var order in _order.AsSpan(0, _count))
        {
            OrderStart[order + 1]++;
        }

        for (var order = 0; order < orders; order++)
        {
            OrderStart[order + 1] += OrderStart[order];
        }

        if (!_isSorted)
        {
            Scatter(OrderStart[..^1]);
        }

        _order = [];
    }

    /// <summary>Lines whose id an earlier line of their order has, and where in the file that one stands.</summary>
    public IEnumerable<(int Line, int First)> FindRepeated()
    {
        var seen = new Dictionary<int, int>();
        for (var order = 0; order + 1 < OrderStart.Length; order++)
        {
            seen.Clear();
            for (var line = OrderStart[order]; line < OrderStart[order + 1]; line++)
            {
                if (!seen.TryAdd(_rows[line].Id, FileLine[line]))
                {
                    yield return (line, seen[_rows[line].Id]);
                }
            }
        }
    }

    private void Scatter(int[] next)
    {
        var (rows, fileLines) = (new LineRow[_count], new int[_count]);
        for (var line = 0; line < _count; line++)
        {
            var to = next[_order[line]]++;
            (rows[to], fileLines[to]) = (_rows[line], FileLine[line]);
        }

        (_rows, FileLine) = (rows, fileLines);
    }

    private LineColumns Build()
    {
        var ids = Ids.ToStrings();
        return new LineColumns
        {
            Ids = Column(row => ids[row.Id]),
            Sku = Column(row => row.Sku),
            Quantity = Column(row => row.Quantity),
            UnitGrams = Column(row => row.UnitGrams),
            Mode = Column(row => row.Mode),
            Splittable = Column(row => row.Splittable),
            OnlyLocation = Column(row => row.OnlyLocation),
        };
    }

    private T[] Column<T>(Func<LineRow, T> value)
    {
        var column = new T[_count];
        for (var line = 0; line < _count; line++)
        {
            column[line] = value(_rows[line]);
        }

        return column;
    }
}
