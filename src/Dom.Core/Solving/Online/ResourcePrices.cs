namespace Dom.Core.Solving.Online;

/// <summary>
/// What the orders to come would pay for what a problem's orders may take: a price for each order that a location takes, and a price for each unit
/// of a slot. They come from another solve of the same network, such as yesterday's.
/// </summary>
public sealed class ResourcePrices
{
    // An order's costs stay below 2^30 price units; so do its prices, and their sum fits 32 bits.
    private const int Most = (1 << 30) - 1;

    private ResourcePrices(double[] location, double[] slot) => (Location, Slot) = (location, slot);

    /// <summary>Price of an order's use of each location, minor units, 0 or more.</summary>
    public double[] Location { get; }

    /// <summary>Price of a unit from each slot, minor units, 0 or more.</summary>
    public double[] Slot { get; }

    /// <summary>No prices: every order takes what is cheapest for itself.</summary>
    /// <param name="problem">The problem that they are for.</param>
    public static ResourcePrices None(SourcingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new(new double[problem.LocationCount], new double[problem.Stock.Location.Length]);
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

    /// <summary>The same prices, each multiplied.</summary>
    /// <param name="factor">The factor, 0 or more.</param>
    public ResourcePrices Times(double factor) => new([.. Location.Select(price => price * factor)], [.. Slot.Select(price => price * factor)]);

    /// <summary>The prices in whole price units, those of locations padded with zeros.</summary>
    /// <param name="unitsPerMinorUnit">Price units in a minor unit.</param>
    /// <param name="padded">How many locations there are with padding.</param>
    internal (int[] Location, int[] Slot) InPriceUnits(int unitsPerMinorUnit, int padded)
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

        return (location, slot);
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
