using System.Globalization;
using Dom.Core.Solving;

namespace Dom.Benchmarks.Rivals;

/// <summary>
/// A problem as an integer program with a variable for each shipment that an order could have. It has far fewer rows than <see cref="CompactModel"/> and a
/// tighter relaxation, since a shipment's weight and cost are known: the form in which solvers of integer programs do best here.
/// </summary>
/// <param name="problem">The problem.</param>
internal sealed class ShipmentModel(SourcingProblem problem) : IRivalModel
{
    private readonly OrderShipments _shipments = new(problem);
    private readonly List<(int Order, Shipment? Shipment)> _columns = [];
    private readonly long[] _wanted = new long[problem.Stock.Location.Length];
    private readonly int[] _users = new int[problem.LocationCount];
    private readonly bool[] _isLimited = new bool[problem.OrderCount];
    private readonly HashSet<(int Order, int Location)> _once = [];
    private readonly Dictionary<int, int> _uppers = [];
    private TextWriter _writer = TextWriter.Null;

    /// <inheritdoc/>
    public (int Columns, int Rows) Write(TextWriter writer)
    {
        _writer = writer;
        CountUses();
        writer.Write("NAME dom FREE\nROWS\n N cost\n");
        var rows = WriteRows();
        writer.Write("COLUMNS\n whole 'MARKER' 'INTORG'\n");
        for (var order = 0; order < problem.OrderCount; order++)
        {
            WriteColumns(order);
        }

        writer.Write(" endwhole 'MARKER' 'INTEND'\nRHS\n");
        foreach (var (name, right) in rows)
        {
            writer.Write(Text($" rhs {name} {right}\n"));
        }

        writer.Write("BOUNDS\n");
        for (var column = 0; column < _columns.Count; column++)
        {
            writer.Write(Text($" UP bnd c{column} {_uppers.GetValueOrDefault(column, 1)}\n"));
        }

        writer.Write("ENDATA\n");
        return (_columns.Count, rows.Count);
    }

    /// <inheritdoc/>
    public AssignmentPlan PlanOf(IEnumerable<KeyValuePair<int, long>> values)
    {
        var assigned = new Dictionary<(int Line, int Location), int>();
        foreach (var (column, value) in values)
        {
            if (_columns[column] is (var order, { } shipment))
            {
                for (var at = 0; at < shipment.Units.Length; at++)
                {
                    var key = (problem.Orders.LineStart[order] + at, shipment.Location);
                    assigned[key] = assigned.GetValueOrDefault(key) + ((int)value * shipment.Units[at]);
                }
            }
        }

        return AssignmentPlan.Of(assigned.Where(pair => pair.Value > 0).Select(pair => (pair.Key.Line, pair.Key.Location, pair.Value)));
    }

    /// <summary>Counts what could be taken from each slot, and by how many orders each location could be used: only what is not enough for all needs a row.</summary>
    private void CountUses()
    {
        for (var order = 0; order < problem.OrderCount; order++)
        {
            var (most, first) = (_shipments.Most(order), problem.Orders.LineStart[order]);
            var parts = 0;
            for (var line = first; line < problem.Orders.LineStart[order + 1]; line++)
            {
                parts += problem.Lines.Splittable[line] ? problem.Lines.Quantity[line] : 1;
            }

            _isLimited[order] = Math.Min(parts, most.Count) > problem.Orders.MaxLocations[order];
            if (parts > 1)
            {
                NoteCheaperApart(order, most);
            }

            foreach (var (location, ofLines) in most)
            {
                _users[location]++;
                for (var at = 0; at < ofLines.Length; at++)
                {
                    if (ofLines[at] > 0)
                    {
                        _wanted[problem.Stock.Find(problem.Lines.Sku[first + at], location)] += ofLines[at];
                    }
                }
            }
        }
    }

    private void NoteCheaperApart(int order, SortedDictionary<int, int[]> most)
    {
        foreach (var shipments in _shipments.All(order, most).GroupBy(shipment => shipment.Location))
        {
            if (OrderShipments.AreCheaperApart([.. shipments], most[shipments.Key]))
            {
                _once.Add((order, shipments.Key));
            }
        }
    }

    private List<(string Name, long Right)> WriteRows()
    {
        var rows = new List<(string, long)>();
        for (var line = 0; line < problem.LineCount; line++)
        {
            Add('E', Text($"line{line}"), problem.Lines.Splittable[line] ? problem.Lines.Quantity[line] : 1);
        }

        for (var order = 0; order < problem.OrderCount; order++)
        {
            if (_isLimited[order])
            {
                Add('L', Text($"order{order}"), problem.Orders.MaxLocations[order]);
            }
        }

        foreach (var (order, location) in _once)
        {
            Add('L', Text($"once{order}_{location}"), 1);
        }

        for (var slot = 0; slot < _wanted.Length; slot++)
        {
            if (IsShort(slot))
            {
                Add('L', Text($"stock{slot}"), problem.Stock.Available[slot]);
            }
        }

        for (var location = 0; location < problem.LocationCount; location++)
        {
            if (_users[location] > problem.Locations.MaxOrders[location])
            {
                Add('L', Text($"places{location}"), problem.Locations.MaxOrders[location]);
            }
        }

        return rows;

        void Add(char sense, string name, long right)
        {
            _writer.Write(Text($" {sense} {name}\n"));
            rows.Add((name, right));
        }
    }

    private void WriteColumns(int order)
    {
        var (first, end) = (problem.Orders.LineStart[order], problem.Orders.LineStart[order + 1]);
        foreach (var shipment in _shipments.All(order, _shipments.Most(order)))
        {
            WriteShipment(order, first, shipment);
        }

        if (problem.Orders.ShipComplete[order])
        {
            AddColumn(order, null, 1, Enumerable.Range(first, end - first).Sum(line => (long)problem.Lines.Quantity[line]) * problem.UnfilledUnitCost);
            for (var line = first; line < end; line++)
            {
                AddEntry(Text($"line{line}"), problem.Lines.Splittable[line] ? problem.Lines.Quantity[line] : 1);
            }

            return;
        }

        for (var line = first; line < end; line++)
        {
            var (isSplittable, quantity) = (problem.Lines.Splittable[line], problem.Lines.Quantity[line]);
            AddColumn(order, null, isSplittable ? quantity : 1, (isSplittable ? 1L : quantity) * problem.UnfilledUnitCost);
            AddEntry(Text($"line{line}"), 1);
        }
    }

    private void WriteShipment(int order, int first, Shipment shipment)
    {
        AddColumn(order, shipment, 1, shipment.Cost);
        for (var at = 0; at < shipment.Units.Length; at++)
        {
            var (line, units) = (first + at, shipment.Units[at]);
            if (units > 0)
            {
                AddEntry(Text($"line{line}"), problem.Lines.Splittable[line] ? units : 1);
                var slot = problem.Stock.Find(problem.Lines.Sku[line], shipment.Location);
                if (IsShort(slot))
                {
                    AddEntry(Text($"stock{slot}"), units);
                }
            }
        }

        if (_isLimited[order])
        {
            AddEntry(Text($"order{order}"), 1);
        }

        if (_once.Contains((order, shipment.Location)))
        {
            AddEntry(Text($"once{order}_{shipment.Location}"), 1);
        }

        if (_users[shipment.Location] > problem.Locations.MaxOrders[shipment.Location])
        {
            AddEntry(Text($"places{shipment.Location}"), 1);
        }
    }

    private bool IsShort(int slot) => _wanted[slot] > problem.Stock.Available[slot];

    private void AddColumn(int order, Shipment? shipment, int upper, long cost)
    {
        if (upper != 1)
        {
            _uppers.Add(_columns.Count, upper);
        }

        _columns.Add((order, shipment));
        AddEntry("cost", cost);
    }

    private void AddEntry(string row, long coefficient) => _writer.Write(Text($" c{_columns.Count - 1} {row} {coefficient}\n"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
