namespace Dom.Core.Solving.Online;

/// <summary>
/// What the orders to come would pay for what a problem's orders may take: a price for each order that a location takes, and a price for each unit
/// of a slot. They come from other solves of the same network, such as those of the last days.
/// </summary>
public sealed class ResourcePrices
{
    /// <summary>The greatest price, in price units. An order's costs stay below 2^30 price units; so do its prices, and their sum fits 32 bits.</summary>
    internal const int Most = (1 << 30) - 1;

    private ResourcePrices(double[] location, double[] slot, double stake) => (Location, Slot, Stake) = (location, slot, stake);

    /// <summary>Price of an order's use of each location, minor units, 0 or more.</summary>
    public double[] Location { get; }

    /// <summary>Price of a unit from each slot, minor units, 0 or more.</summary>
    public double[] Slot { get; }

    /// <summary>What a place is worth at most beyond its price where a location fills before its time, minor units, 0 or more; see <see cref="PlaceSteering"/>.</summary>
    public double Stake { get; }

    /// <summary>No prices: every order takes what is cheapest for itself.</summary>
    /// <param name="problem">The problem that they are for.</param>
    public static ResourcePrices None(SourcingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new(new double[problem.LocationCount], new double[problem.Stock.Location.Length], 0);
    }

    /// <summary>Carries prices from one problem to another: by location id, and by SKU and location id. What only one of them has is without a price.</summary>
    /// <param name="certificate">The prices.</param>
    /// <param name="learnedFrom">The problem that they were learned from.</param>
    /// <param name="problem">The problem that they are for.</param>
    public static ResourcePrices Carry(PriceCertificate certificate, SourcingProblem learnedFrom, SourcingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(learnedFrom);
        var prices = None(problem);
        var locations = Indexes(problem.Locations.Ids);
        var skus = Indexes(problem.Stock.Skus);
        var scale = (double)certificate.UnitsPerMinorUnit;
        for (var location = 0; location < certificate.LocationPrice.Length; location++)
        {
            if (locations.TryGetValue(learnedFrom.Locations.Ids[location], out var to))
            {
                prices.Location[to] = certificate.LocationPrice[location] / scale;
            }
        }

        for (var at = 0; at < certificate.Slot.Length; at++)
        {
            if (skus.TryGetValue(learnedFrom.Stock.Skus[learnedFrom.Stock.SkuOf(certificate.Slot[at])], out var toSku)
                && locations.TryGetValue(learnedFrom.Locations.Ids[learnedFrom.Stock.Location[certificate.Slot[at]]], out var to)
                && problem.Stock.Find(toSku, to) is >= 0 and var slot)
            {
                prices.Slot[slot] = certificate.SlotPrice[at] / scale;
            }
        }

        return prices;
    }

    /// <summary>
    /// What several days taught: the means of their prices, and of their stakes. Those of a SKU are told apart from where it is cheapest: a SKU that is short everywhere is
    /// dearer to nobody, only where it is taken from can be chosen.
    /// </summary>
    /// <param name="days">The days, each solved by itself; at least one.</param>
    /// <param name="problem">The problem that the prices are for.</param>
    public static ResourcePrices Learned(IReadOnlyCollection<(SourcingProblem Problem, Solution Solution)> days, SourcingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentOutOfRangeException.ThrowIfZero(days.Count);
        var (mean, stake) = (None(problem), 0.0);
        foreach (var day in days)
        {
            var prices = Carry(day.Solution.Certificate, day.Problem, problem);
            Add(prices.Location, mean.Location, days.Count);
            Add(prices.Slot, mean.Slot, days.Count);
            stake += PlaceSteering.Stake(day.Problem, day.Solution) / days.Count;
        }

        for (var sku = 0; sku < problem.Stock.Skus.Length; sku++)
        {
            var row = mean.Slot.AsSpan()[problem.Stock.RowStart[sku]..problem.Stock.RowStart[sku + 1]];
            var least = double.MaxValue;
            foreach (var price in row)
            {
                least = Math.Min(least, price);
            }

            foreach (ref var price in row)
            {
                price -= least;
            }
        }

        return mean.Steered(stake);
    }

    /// <summary>The same prices, each multiplied; the stake stays.</summary>
    /// <param name="factor">The factor, 0 or more.</param>
    public ResourcePrices Times(double factor) => new([.. Location.Select(price => price * factor)], [.. Slot.Select(price => price * factor)], Stake);

    /// <summary>The same prices with another stake.</summary>
    /// <param name="stake">The stake, minor units, 0 or more; 0 leaves the prices of places as they are, however the day goes.</param>
    public ResourcePrices Steered(double stake) => new(Location, Slot, stake);

    /// <summary>The prices in whole price units, those of locations padded with zeros.</summary>
    /// <param name="unitsPerMinorUnit">Price units in a minor unit.</param>
    /// <param name="padded">How many locations there are with padding.</param>
    internal (int[] Location, int[] Slot, int Stake) InPriceUnits(int unitsPerMinorUnit, int padded)
    {
        var location = new int[padded];
        for (var at = 0; at < Location.Length; at++)
        {
            location[at] = Rounded(Location[at] * unitsPerMinorUnit);
        }

        var slot = new int[Slot.Length];
        for (var at = 0; at < Slot.Length; at++)
        {
            slot[at] = Rounded(Slot[at] * unitsPerMinorUnit);
        }

        return (location, slot, Rounded(Stake * unitsPerMinorUnit));
    }

    private static void Add(double[] prices, double[] mean, int days)
    {
        for (var at = 0; at < prices.Length; at++)
        {
            mean[at] += prices[at] / days;
        }
    }

    private static int Rounded(double price) => (int)Math.Clamp(Math.Round(price, MidpointRounding.AwayFromZero), 0, Most);

    private static Dictionary<string, int> Indexes(string[] ids)
    {
        var indexes = new Dictionary<string, int>(ids.Length, StringComparer.Ordinal);
        for (var at = 0; at < ids.Length; at++)
        {
            indexes.Add(ids[at], at);
        }

        return indexes;
    }
}
