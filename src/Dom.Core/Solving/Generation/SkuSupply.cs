namespace Dom.Core.Solving.Generation;

/// <summary>How one SKU of a generated problem is supplied.</summary>
/// <param name="CentreShare">How many in 65,536 distribution centres carry it.</param>
/// <param name="StoreShare">How many in 65,536 stores carry it.</param>
/// <param name="ScarceUnits">How many units there are of a scarce SKU, about; 0 where it is not scarce.</param>
/// <param name="Demand">How many units are ordered, about.</param>
internal sealed record SkuSupply(int CentreShare, int StoreShare, long ScarceUnits, long Demand)
{
    private const ulong Supply = 3UL << 40;
    private const int Whole = 65_536;
    private const int LeastPerCentre = 10;
    private const int LeastPerStore = 4;

    /// <summary>Draws how a SKU is supplied.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="options">What is generated.</param>
    /// <param name="popularity">What is ordered.</param>
    /// <param name="units">How many units are ordered of all SKUs together, about.</param>
    public static SkuSupply Draw(int sku, GeneratorOptions options, Popularity popularity, long units)
    {
        var random = new RandomStream(options.Seed, Supply + (ulong)sku);
        var isLow = options.Contention == Contention.Low;
        var demand = popularity.Expected(sku, units);
        var share = popularity.LessPopular(sku);
        var square = share * share / Whole;

        // From 15 % to 50 %, by the fourth power of the share of less popular SKUs: 22 % on average.
        var storeShare = (int)((Whole * 15 / 100) + (square * square / Whole * 35 / 100));
        return random.Happens(isLow ? 12 : 30)
            ? new SkuSupply(Whole * 60 / 100, storeShare / 4, 1 + (demand * random.Between(110, 160) / 100), demand)
            : new SkuSupply(Whole * (isLow ? 90 : 60) / 100, storeShare, 0, demand);
    }

    /// <summary>The least and the greatest number of units at a place that carries the SKU.</summary>
    /// <param name="centres">How many distribution centres carry it.</param>
    /// <param name="stores">How many stores do.</param>
    public ((int Least, int Most) Centre, (int Least, int Most) Store) Amounts(int centres, int stores)
    {
        if (ScarceUnits > 0)
        {
            // Seven tenths lie in distribution centres, if any has the SKU.
            var inCentres = centres == 0 ? 0 : stores == 0 ? ScarceUnits : ScarceUnits * 7 / 10;
            return (Around(inCentres, centres, least: 3), Around(ScarceUnits - inCentres, stores, least: 1));
        }

        var perCentre = Clamp((Demand / Math.Max(1, centres)) + LeastPerCentre);
        return ((perCentre, 2 * perCentre), (1, Clamp((4 * Demand / Math.Max(1, stores)) + LeastPerStore)));
    }

    // Lines of several units that may not be split need a place that has them all.
    private static (int Least, int Most) Around(long units, int places, int least)
    {
        var mean = Clamp((units + places - 1) / Math.Max(1, places));
        return (Math.Max(least, mean / 2), Math.Max(least + 1, mean + (mean / 2)));
    }

    private static int Clamp(long units) => (int)Math.Min(units, 1_000_000);
}
