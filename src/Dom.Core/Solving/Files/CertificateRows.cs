namespace Dom.Core.Solving.Files;

/// <summary>The rows of a certificate as they are read.</summary>
/// <param name="problem">The problem whose bound they prove.</param>
internal sealed class CertificateRows(SourcingProblem problem)
{
    private readonly KnownIds _locations = new(TextIndex.Of(problem.Locations.Ids), IsComplete: true);
    private readonly KnownIds _skus = new(TextIndex.Of(problem.Stock.Skus), IsComplete: true);
    private readonly LineNames _lines = new(problem);
    private readonly Dictionary<int, int> _locationPrice = [];
    private readonly Dictionary<int, int> _slotPrice = [];
    private readonly Dictionary<int, int> _unitValue = [];
    private readonly SortedSet<int> _relaxed = [];
    private int? _scale;

    /// <summary>Sets the scale.</summary>
    /// <param name="table">The row.</param>
    /// <param name="column">The column that a fault names.</param>
    /// <param name="scale">Price units in a minor unit.</param>
    public void SetScale(CsvTable table, int column, int scale)
    {
        if (_scale is not null)
        {
            table.AddFault(column, "one row of that kind");
        }

        _scale = scale;
    }

    /// <summary>Sets the price of a location.</summary>
    /// <param name="table">The row.</param>
    /// <param name="locationColumn">The column of the location's id.</param>
    /// <param name="price">The price.</param>
    public void SetLocation(CsvTable table, int locationColumn, int price) =>
        Set(_locationPrice, table, locationColumn, _locations.Refer(table, locationColumn, $"a location that {FileNames.Locations} has"), price);

    /// <summary>Sets the price of a unit of stock.</summary>
    /// <param name="table">The row.</param>
    /// <param name="skuColumn">The column of the SKU.</param>
    /// <param name="locationColumn">The column of the location's id.</param>
    /// <param name="price">The price.</param>
    public void SetStock(CsvTable table, int skuColumn, int locationColumn, int price)
    {
        var sku = _skus.Refer(table, skuColumn, $"a SKU that {FileNames.Stock} has");
        var location = _locations.Refer(table, locationColumn, $"a location that {FileNames.Locations} has");
        if (sku < 0 || location < 0)
        {
            return;
        }

        var slot = problem.Stock.Find(sku, location);
        if (slot < 0)
        {
            table.AddFault(skuColumn, $"a SKU that {FileNames.Stock} has at that location");
        }

        Set(_slotPrice, table, skuColumn, slot, price);
    }

    /// <summary>Sets what a unit of a line is worth.</summary>
    /// <param name="table">The row.</param>
    /// <param name="orderColumn">The column of the order's id.</param>
    /// <param name="lineColumn">The column of the line's id.</param>
    /// <param name="value">What it is worth.</param>
    public void SetUnit(CsvTable table, int orderColumn, int lineColumn, int value)
    {
        if (_lines.Refer(table, orderColumn, lineColumn) is >= 0 and var line)
        {
            _relaxed.Add(_lines.Order(table, orderColumn));
            Set(_unitValue, table, lineColumn, line, value);
        }
    }

    /// <summary>Notes what the rows together lack.</summary>
    /// <param name="faults">Takes the faults.</param>
    public void AddMissing(FaultList faults)
    {
        if (_scale is null)
        {
            faults.Add(new FileFault(FileNames.Certificate, 0, "value of kind scale", null, "one row of that kind"));
        }

        foreach (var order in _relaxed)
        {
            for (var line = problem.Orders.LineStart[order]; line < problem.Orders.LineStart[order + 1]; line++)
            {
                if (!_unitValue.ContainsKey(line))
                {
                    var missing = $"value of order '{problem.Orders.Ids[order]}', line '{problem.Lines.Ids[line]}'";
                    faults.Add(new FileFault(FileNames.Certificate, 0, missing, null, "a row of kind unit for each line of an order that has one"));
                }
            }
        }
    }

    /// <summary>The certificate.</summary>
    public PriceCertificate Build()
    {
        int[] slots = [.. _slotPrice.Where(slot => slot.Value > 0).Select(slot => slot.Key).Order()];
        return new PriceCertificate
        {
            UnitsPerMinorUnit = _scale!.Value,
            LocationPrice = [.. Enumerable.Range(0, problem.LocationCount).Select(location => _locationPrice.GetValueOrDefault(location))],
            Slot = slots,
            SlotPrice = [.. slots.Select(slot => _slotPrice[slot])],
            RelaxedOrder = [.. _relaxed],
            RelaxedUnitValue = [.. _unitValue.OrderBy(line => line.Key).Select(line => line.Value)],
        };
    }

    private static void Set(Dictionary<int, int> values, CsvTable table, int column, int key, int value)
    {
        if (key >= 0 && !values.TryAdd(key, value))
        {
            table.AddFault(column, "one row per price");
        }
    }
}
