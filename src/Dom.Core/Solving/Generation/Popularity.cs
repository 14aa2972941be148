namespace Dom.Core.Solving.Generation;

/// <summary>How often SKUs are ordered: Zipf's law with exponent 0.95, ranks given to SKUs by chance.</summary>
internal sealed class Popularity
{
    // The weight of the first rank; the last of ten million ranks still weighs about a thousand.
    private const double FirstWeight = 1L << 32;
    private const int FirstPromoted = 10;
    private const int PromotedEvery = 20;
    private readonly long[] _weights;
    private readonly int[] _rank;
    private readonly WeightedChoice _choice;

    /// <summary>Ranks SKUs.</summary>
    /// <param name="skus">How many.</param>
    /// <param name="random">Where chance comes from.</param>
    public Popularity(int skus, RandomStream random)
    {
        _rank = [.. Enumerable.Range(0, skus)];
        for (var sku = skus - 1; sku > 0; sku--)
        {
            var other = (int)random.Below(sku + 1L);
            (_rank[sku], _rank[other]) = (_rank[other], _rank[sku]);
        }

        _weights = [.. _rank.Select(rank => (long)(FirstWeight * TwentiethRoot(rank + 1.0) / (rank + 1.0)))];
        _choice = new WeightedChoice(_weights);
    }

    private Popularity(int[] rank, long[] weights) => (_rank, _weights, _choice) = (rank, weights, new WeightedChoice(weights));

    /// <summary>The same ranking with some SKUs drawn more often.</summary>
    /// <param name="skus">How many: each twentieth from the tenth rank on, as far as there are any.</param>
    /// <param name="factor">What their weight is multiplied by, 1 to 1000.</param>
    public Popularity Promote(int skus, int factor) =>
        new(_rank, [.. _weights.Select((weight, sku) => IsPromoted(_rank[sku], skus) ? weight * factor : weight)]);

    /// <summary>Draws a SKU.</summary>
    /// <param name="random">Where chance comes from.</param>
    public int Draw(RandomStream random) => _choice.Draw(random);

    /// <summary>How many of a number of draws fall on a SKU, on average, rounded down.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="draws">The number of draws.</param>
    public long Expected(int sku, long draws) => (long)((Int128)draws * _weights[sku] / _choice.Total);

    /// <summary>How many in 65,536 SKUs are less popular.</summary>
    /// <param name="sku">The SKU.</param>
    public long LessPopular(int sku) => (_rank.Length - (long)_rank[sku]) * 65_536 / _rank.Length;

    private static bool IsPromoted(int rank, int skus) => (rank + 1 - FirstPromoted) is >= 0 and var beyond && beyond % PromotedEvery == 0 && beyond / PromotedEvery < skus;

    // Exponent 0.95 is 1 less a twentieth. Math.Pow may differ in its last bit from machine to machine; multiplying, dividing and square roots never do.
    private static double TwentiethRoot(double value)
    {
        var fourthRoot = Math.Sqrt(Math.Sqrt(value));
        var root = 1.0;
        for (var step = 0; step < 24; step++)
        {
            var square = root * root;
            root = ((4 * root) + (fourthRoot / (square * square))) / 5;
        }

        return root;
    }
}
