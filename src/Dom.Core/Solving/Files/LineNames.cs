namespace Dom.Core.Solving.Files;

/// <summary>Finds lines of a problem by their ids and those of their orders.</summary>
/// <param name="problem">The problem.</param>
internal sealed class LineNames(SourcingProblem problem)
{
    private readonly KnownIds _orders = new(TextIndex.Of(problem.Orders.Ids), IsComplete: true);
    private readonly TextIndex _ids = new();
    private readonly int[] _idOf = new int[problem.LineCount];
    private bool _isIndexed;

    /// <summary>The line that a row refers to; -1, and a fault, where there is none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="orderColumn">The column of the order's id.</param>
    /// <param name="lineColumn">The column of the line's id.</param>
    public int Refer(CsvTable table, int orderColumn, int lineColumn)
    {
        var order = Order(table, orderColumn);
        if (order < 0)
        {
            return -1;
        }

        Index();
        var (start, end) = (problem.Orders.LineStart[order], problem.Orders.LineStart[order + 1]);
        var found = _ids.Find(table.Text(lineColumn)) is >= 0 and var id ? _idOf.AsSpan(start, end - start).IndexOf(id) : -1;
        if (found < 0)
        {
            table.AddFault(lineColumn, "the id of a line of the order");
            return -1;
        }

        return start + found;
    }

    /// <summary>The order that a row refers to; -1, and a fault, where there is none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column of the order's id.</param>
    public int Order(CsvTable table, int column) => _orders.Refer(table, column, $"an order that {FileNames.Orders} has");

    private void Index()
    {
        if (_isIndexed)
        {
            return;
        }

        _isIndexed = true;
        for (var line = 0; line < _idOf.Length; line++)
        {
            _idOf[line] = _ids.Add(System.Text.Encoding.UTF8.GetBytes(problem.Lines.Ids[line]));
        }
    }
}
