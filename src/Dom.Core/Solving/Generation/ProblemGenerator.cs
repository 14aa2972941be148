namespace Dom.Core.Solving.Generation;

/// <summary>
/// Makes problems like those of a large retailer in the United States: places are real postal codes, demand follows where people live and Zipf's law, orders
/// have 1 to 6 lines. Money is in cents. The same options give the same problem on every machine.
/// </summary>
public static class ProblemGenerator
{
    /// <summary>Most pairs of a SKU and a location, of which about a fifth become slots of stock.</summary>
    public const long MostPairs = 4_000_000_000;

    private const int UnfilledUnitCost = 4000;
    private const ulong StreamsPerDay = 16;
    private const ulong OtherMixStream = 5;

    // Units per hundred orders: 2.03 lines of 1.2 units.
    private const long UnitsPerHundredOrders = 244;

    /// <summary>Makes a problem.</summary>
    /// <param name="options">Which.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many or too few orders, locations or SKUs, or a shift is outside its range.</exception>
    public static SourcingProblem Generate(GeneratorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CheckRange(options.Orders, nameof(options.Orders));
        CheckRange(options.Locations, nameof(options.Locations));
        CheckRange(options.Skus, nameof(options.Skus));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Day);
        Check(options.Shift, options.Skus);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)options.Locations * options.Skus, MostPairs, "Locations × Skus");

        var geography = Geography.Load();
        var network = GeneratedNetwork.Create(options, geography, Stream(1));
        var popularity = new Popularity(options.Skus, Stream(2));
        var stock = GeneratedStock.Create(options, network, popularity, options.Orders * UnitsPerHundredOrders / 100);
        var context = new OrderContext(geography, network, stock, Demand(options, popularity), DrawUnitGrams(options.Skus, Stream(3)), options.Shift.WestPercent);
        var orderCount = (int)Math.Max(1, (long)options.Orders * options.Shift.OrdersPercent / 100);
        var (orders, lines) = GeneratedOrders.Create(orderCount, context, Stream(4 + (StreamsPerDay * (ulong)options.Day)));
        return new SourcingProblem
        {
            Locations = network.Columns,
            Stock = stock,
            Orders = orders,
            Lines = lines,
            Modes = ParcelRates.All,
            UnfilledUnitCost = UnfilledUnitCost,
        };

        RandomStream Stream(ulong number) => new(options.Seed, number);
    }

    private static SkuMix Demand(GeneratorOptions options, Popularity usual)
    {
        var shift = options.Shift;
        return new SkuMix(
            shift.PromotedSkus > 0 ? usual.Promote(shift.PromotedSkus, shift.PromotionFactor) : usual,
            shift.OtherMixPercent > 0 ? new Popularity(options.Skus, new RandomStream(options.Seed, OtherMixStream)) : usual,
            shift.OtherMixPercent);
    }

    private static void Check(DemandShift shift, int skus)
    {
        ArgumentNullException.ThrowIfNull(shift);
        CheckRange(shift.OrdersPercent, 1, 1000, nameof(DemandShift.OrdersPercent));
        CheckRange(shift.OtherMixPercent, 0, 100, nameof(DemandShift.OtherMixPercent));
        CheckRange(shift.WestPercent, 0, 100, nameof(DemandShift.WestPercent));
        CheckRange(shift.PromotedSkus, 0, skus, nameof(DemandShift.PromotedSkus));
        CheckRange(shift.PromotionFactor, 1, 1000, nameof(DemandShift.PromotionFactor));
    }

    private static void CheckRange(int value, int least, int most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
    }

    private static void CheckRange(int value, string name) => CheckRange(value, 1, GeneratorOptions.Most, name);

    // From 100 g to 3.1 kg, light ones more often: 1.1 kg on average.
    private static int[] DrawUnitGrams(int skus, RandomStream random)
    {
        var grams = new int[skus];
        foreach (ref var unit in grams.AsSpan())
        {
            var roll = random.Between(0, 999);
            unit = 100 + (roll * roll * 3 / 1000);
        }

        return grams;
    }
}
