using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dom.Core.Solving.Pools;

/// <summary>The stock as a row of bits per SKU, one per location, and where the slot of each bit lies.</summary>
internal sealed class StockIndex
{
    private readonly StockColumns _stock;
    private readonly ulong[] _present;
    private readonly int[] _rank;
    private ulong[] _inStock;

    /// <summary>Indexes the stock.</summary>
    /// <param name="stock">The stock.</param>
    /// <param name="locationCount">How many locations there are.</param>
    public StockIndex(StockColumns stock, int locationCount)
    {
        _stock = stock;
        Words = (locationCount + 63) / 64;
        var skus = stock.Skus.Length;
        _present = new ulong[(long)skus * Words];
        _rank = new int[(long)skus * Words];
        var hasEmpty = false;
        for (var sku = 0; sku < skus; sku++)
        {
            var row = (long)sku * Words;
            for (var slot = stock.RowStart[sku]; slot < stock.RowStart[sku + 1]; slot++)
            {
                var location = stock.Location[slot];
                _present[row + (location >> 6)] |= 1UL << (location & 63);
                hasEmpty |= stock.Available[slot] == 0;
            }

            var before = 0;
            for (var word = 0; word < Words; word++)
            {
                _rank[row + word] = before;
                before += BitOperations.PopCount(_present[row + word]);
            }
        }

        _inStock = hasEmpty ? InStock() : _present;
    }

    /// <summary>Words of 64 locations in a row.</summary>
    public int Words { get; }

    /// <summary>The locations with at least one unit of a SKU.</summary>
    /// <param name="sku">The SKU.</param>
    public ReadOnlySpan<ulong> InStock(int sku) => _inStock.AsSpan((int)((long)sku * Words), Words);

    /// <summary>Says whether a location has any units of a SKU, after its stock has changed.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="location">A location that has a slot of it.</param>
    /// <param name="hasUnits">Whether it has any units.</param>
    public void Change(int sku, int location, bool hasUnits)
    {
        if (ReferenceEquals(_inStock, _present))
        {
            _inStock = (ulong[])_present.Clone();
        }

        var bit = 1UL << (location & 63);
        ref var word = ref _inStock[((long)sku * Words) + (location >> 6)];
        word = hasUnits ? word | bit : word & ~bit;
    }

    /// <summary>The slot of a SKU at a location that has one.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="location">The location.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Slot(int sku, int location)
    {
        var word = ((long)sku * Words) + (location >> 6);
        return _stock.RowStart[sku] + _rank[word] + BitOperations.PopCount(_present[word] & ((1UL << (location & 63)) - 1));
    }

    private ulong[] InStock()
    {
        var bits = (ulong[])_present.Clone();
        for (var sku = 0; sku < _stock.Skus.Length; sku++)
        {
            for (var slot = _stock.RowStart[sku]; slot < _stock.RowStart[sku + 1]; slot++)
            {
                if (_stock.Available[slot] == 0)
                {
                    var location = _stock.Location[slot];
                    bits[((long)sku * Words) + (location >> 6)] &= ~(1UL << (location & 63));
                }
            }
        }

        return bits;
    }
}
