namespace Dom.Core.Solving.Generation;

/// <summary>How one SKU of a generated problem is supplied.</summary>
/// <param name="CentreShare">How many in 65,536 distribution centres carry it.</param>
/// <param name="StoreShare">How many in 65,536 stores carry it.</param>
/// <param name="CentreUnits">Least and greatest number of units at a distribution centre.</param>
/// <param name="StoreUnits">Least and greatest number of units at a store.</param>
internal sealed record SkuSupply(int CentreShare, int StoreShare, (int Least, int Most) CentreUnits, (int Least, int Most) StoreUnits)
{
    private const ulong Supply = 3UL << 40;
    private const int Whole = 65_536;

    /// <summary>Draws how a SKU is supplied.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="options">What is generated.</param>
    /// <param name="network">The locations.</param>
    /// <param name="popularity">What is ordered.</param>
    /// <param name="units">How many units are ordered of all SKUs together, about.</param>
    public static SkuSupply Draw(int sku, GeneratorOptions options, GeneratedNetwork network, Popularity popularity, long units)
    {
        var random = new RandomStream(options.Seed, Supply + (ulong)sku);
        var isLow = options.Contention == Contention.Low;
        var demand = popularity.Expected(sku, units);
        var share = popularity.LessPopular(sku);
        var square = share * share / Whole;

        // From 15 % to 50 %, by the fourth power of the share of less popular SKUs: 22 % on average.
        var storeShare = (int)((Whole * 15 / 100) + (square * square / Whole * 35 / 100));
        var stores = Math.Max(1, network.Places.Length - network.Centres);
        if (random.Happens(isLow ? 12 : 30))
        {
            return Scarce(demand * random.Between(90, 150) / 100, storeShare / 4, stores, network.Centres);
        }

        var perCentre = Clamp((demand / network.Centres) + 10);
        var perStore = Clamp((demand / stores) + 4);
        return new SkuSupply(Whole * (isLow ? 90 : 60) / 100, storeShare, (perCentre, 2 * perCentre), (1, perStore));
    }

    /// <summary>Draws how many units a location has that carries the SKU.</summary>
    /// <param name="isCentre">Whether it is a distribution centre.</param>
    /// <param name="random">Where chance comes from.</param>
    public int Amount(bool isCentre, RandomStream random)
    {
        var (least, most) = isCentre ? CentreUnits : StoreUnits;
        return random.Between(least, most);
    }

    // Seven tenths of what there is lie in distribution centres.
    private static SkuSupply Scarce(long total, int storeShare, int stores, int centres)
    {
        const int CentreShare = Whole * 60 / 100;
        var perCentre = Clamp((total * 7 / 10 * Whole / ((long)centres * CentreShare)) + 1);
        var perStore = Clamp((total * 3 / 10 * Whole / ((long)stores * storeShare)) + 1);
        return new SkuSupply(CentreShare, storeShare, (1, (2 * perCentre) - 1), (1, (2 * perStore) - 1));
    }

    private static int Clamp(long units) => (int)Math.Min(units, 1_000_000);
}
