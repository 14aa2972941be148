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

    // Units per hundred orders: 2.03 lines of 1.2 units.
    private const long UnitsPerHundredOrders = 244;

    /// <summary>Makes a problem.</summary>
    /// <param name="options">Which.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many or too few orders, locations or SKUs.</exception>
    public static SourcingProblem Generate(GeneratorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CheckRange(options.Orders, nameof(options.Orders));
        CheckRange(options.Locations, nameof(options.Locations));
        CheckRange(options.Skus, nameof(options.Skus));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Day);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)options.Locations * options.Skus, MostPairs, "Locations × Skus");

        var geography = Geography.Load();
        var network = GeneratedNetwork.Create(options, geography, Stream(1));
        var popularity = new Popularity(options.Skus, Stream(2));
        var stock = GeneratedStock.Create(options, network, popularity, options.Orders * UnitsPerHundredOrders / 100);
        var context = new OrderContext(geography, network, stock, popularity, DrawUnitGrams(options.Skus, Stream(3)));
        var (orders, lines) = GeneratedOrders.Create(options.Orders, context, Stream(4 + (ulong)options.Day));
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

    private static void CheckRange(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, GeneratorOptions.Most, name);
    }

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
