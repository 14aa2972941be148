namespace Dom.Core.Solving.Files;

/// <summary>
/// Rows of stock as they are read, and then in the order of the problem. Rows that come SKU by SKU go where they stay; only when one does not,
/// each row's SKU is kept as well until they are sorted, in place.
/// </summary>
/// <param name="mostRows">As many rows as there can be.</param>
internal sealed class StockRows(int mostRows)
{
    private int[] _location = GC.AllocateUninitializedArray<int>(mostRows);
    private int[] _available = GC.AllocateUninitializedArray<int>(mostRows);
    private int[] _rowsOf = new int[1024];
    private int[] _rowStart = [0];
    private int[]? _sku;
    private int _count;
    private int _last = -1;

    /// <summary>The SKUs, to which those of lines are added that are stocked nowhere.</summary>
    public TextIndex Skus { get; } = new();

    /// <summary>The number of a SKU; a new one where it has none.</summary>
    /// <param name="name">Its name.</param>
    public int NumberOf(ReadOnlySpan<byte> name)
    {
        if (_last >= 0 && Skus.Is(_last, name))
        {
            return _last;
        }

        var sku = Skus.Add(name);
        if (sku >= _rowsOf.Length)
        {
            Array.Resize(ref _rowsOf, 2 * _rowsOf.Length);
        }

        if (sku < _last)
        {
            _sku ??= ListSkus();
        }

        return _last = sku;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="sku">The SKU, as it was numbered last.</param>
    /// <param name="location">The location.</param>
    /// <param name="available">Units available.</param>
    public void Add(int sku, int location, int available)
    {
        _location[_count] = location;
        _available[_count] = available;
        if (_sku is not null)
        {
            _sku[_count] = sku;
        }

        _rowsOf[sku]++;
        _count++;
    }

    /// <summary>Brings the rows into the order of SKUs and locations.</summary>
    public void Sort()
    {
        _rowStart = Starts(Skus.Count);
        if (_sku is not null)
        {
            Group(_sku);
            _sku = null;
        }

        for (var sku = 0; sku < Skus.Count; sku++)
        {
            var (start, length) = (_rowStart[sku], _rowStart[sku + 1] - _rowStart[sku]);
            for (var row = start + 1; row < start + length; row++)
            {
                if (_location[row] < _location[row - 1])
                {
                    Array.Sort(_location, _available, start, length);
                    break;
                }
            }
        }
    }

    /// <summary>The SKUs and locations that more than one row of the sorted rows has; not more of them than faults are reported.</summary>
    public HashSet<(int Sku, int Location)> FindRepeated()
    {
        var repeated = new HashSet<(int, int)>();
        for (var sku = 0; sku + 1 < _rowStart.Length; sku++)
        {
            for (var row = _rowStart[sku] + 1; row < _rowStart[sku + 1]; row++)
            {
                if (_location[row] == _location[row - 1] && repeated.Count < FileFaultException.MostFaults)
                {
                    repeated.Add((sku, _location[row]));
                }
            }
        }

        return repeated;
    }

    /// <summary>The stock of all SKUs; the sorted rows without those that have nothing available. The rows are not to be used after.</summary>
    public StockColumns Build()
    {
        DropEmpty();
        if (_count < _location.Length)
        {
            Array.Resize(ref _location, _count);
            Array.Resize(ref _available, _count);
        }

        return new StockColumns { Skus = Skus.ToStrings(), RowStart = Starts(Skus.Count), Location = _location, Available = _available };
    }

    private void DropEmpty()
    {
        var to = 0;
        for (var sku = 0; sku + 1 < _rowStart.Length; sku++)
        {
            var start = to;
            for (var row = _rowStart[sku]; row < _rowStart[sku + 1]; row++)
            {
                if (_available[row] > 0)
                {
                    (_location[to], _available[to]) = (_location[row], _available[row]);
                    to++;
                }
            }

            _rowsOf[sku] = to - start;
        }

        _count = to;
    }

    // So far the rows came in the order of their SKUs' numbers.
    private int[] ListSkus()
    {
        var skus = GC.AllocateUninitializedArray<int>(_location.Length);
        for (var (sku, row) = (0, 0); sku < Skus.Count; sku++)
        {
            skus.AsSpan(row, _rowsOf[sku]).Fill(sku);
            row += _rowsOf[sku];
        }

        return skus;
    }

    private int[] Starts(int skus)
    {
        var starts = new int[skus + 1];
        for (var sku = 0; sku < skus; sku++)
        {
            starts[sku + 1] = starts[sku] + (sku < _rowsOf.Length ? _rowsOf[sku] : 0);
        }

        return starts;
    }

    // Each row that stands in another SKU's place changes places with the row where it belongs.
    private void Group(int[] skuOf)
    {
        var next = _rowStart[..^1];
        for (var sku = 0; sku < next.Length; sku++)
        {
            while (next[sku] < _rowStart[sku + 1])
            {
                var here = next[sku];
                var owner = skuOf[here];
                var there = next[owner]++;
                (skuOf[here], skuOf[there]) = (skuOf[there], owner);
                (_location[here], _location[there]) = (_location[there], _location[here]);
                (_available[here], _available[there]) = (_available[there], _available[here]);
            }
        }
    }
}
