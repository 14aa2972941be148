using Dom.Core.Inventory;

namespace Dom.Core.Sourcing.Scarcity;

/// <summary>
/// How different the mix of SKUs is in two samples of demand: half the sum, over all SKUs, of the difference between their shares of the units
/// (the total variation distance), less what two samples of these sizes would differ by if they were drawn from one mix, and stretched so that samples with nothing in common
/// are 1 apart.
/// </summary>
public static class DemandDrift
{
    // Units do not come one by one: lines of several, as orders have them (1.26 units on average, 1.97 their mean square), spread √(1.97 / 1.26) times as far as single units.
    private const double Clustering = 1.25;

    /// <summary>Measures.</summary>
    /// <param name="before">Units by SKU, each 0 or more.</param>
    /// <param name="after">Units by SKU, each 0 or more.</param>
    /// <returns>0 (no more than chance) to 1000 (nothing in common); 1000 where one of them is empty and the other is not.</returns>
    public static int PerMille(IReadOnlyDictionary<Sku, long> before, IReadOnlyDictionary<Sku, long> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (all, allAfter) = ((double)before.Values.Sum(), (double)after.Values.Sum());
        if (all == 0 || allAfter == 0)
        {
            return all == allAfter ? 0 : 1000;
        }

        var (distance, chance) = (0.0, 0.0);
        foreach (var sku in before.Keys.Concat(after.Keys.Where(sku => !before.ContainsKey(sku))).OrderBy(sku => sku.Value, StringComparer.Ordinal))
        {
            var (one, other) = (before.GetValueOrDefault(sku), after.GetValueOrDefault(sku));
            var share = (one + other) / (all + allAfter);
            distance += Math.Abs((one / all) - (other / allAfter)) / 2;

            // The mean distance from 0 of a normal deviate is √(2/π) of its spread.
            chance += Math.Sqrt(2 / Math.PI * share * (1 - share) * ((1 / all) + (1 / allAfter))) / 2;
        }

        chance *= Clustering;
        return chance >= 1 ? 0 : (int)Math.Round(1000 * Math.Clamp((distance - chance) / (1 - chance), 0, 1), MidpointRounding.AwayFromZero);
    }
}
