using System.Collections.Immutable;

namespace Dom.Core.Sourcing.Scarcity;

/// <summary>
/// Makes one set of prices of those of several days, each learned by itself. The mean of what a unit turned out to be worth is what it is worth before it is known which orders
/// come; solving all days as one long one gives poorer prices, as chance evens out there that does not even out within a day.
/// </summary>
public static class PriceAveraging
{
    /// <summary>The means: a day on which something had no price counts as 0.</summary>
    /// <param name="days">What each day taught, at least one.</param>
    /// <returns>The means, rounded. The gap is the worst of the days, the orders of each hour are summed up.</returns>
    public static LearnedPrices Average(IReadOnlyCollection<LearnedPrices> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentOutOfRangeException.ThrowIfZero(days.Count);
        var units = days.SelectMany(day => day.Units)
            .GroupBy(unit => unit.Sku, unit => unit.Prices)
            .Select(sku => new SkuUnitPrices(sku.Key, Mean(sku.SelectMany(prices => prices), days.Count)))
            .Where(sku => !sku.Prices.IsEmpty)
            .OrderBy(sku => sku.Sku.Value, StringComparer.Ordinal);
        return new LearnedPrices(Mean(days.SelectMany(day => day.Places), days.Count), [.. units], days.Max(day => day.Gap))
        {
            StakeThousandths = Rounded(days.Aggregate(Int128.Zero, (sum, day) => sum + day.StakeThousandths), days.Count),
            OrdersByHour = [.. Enumerable.Range(0, DayProgress.Hours).Select(hour => days.Sum(day => day.OrdersByHour.Length > hour ? day.OrdersByHour[hour] : 0))],
        };
    }

    private static ImmutableArray<LocationPrice> Mean(IEnumerable<LocationPrice> prices, int days) =>
    [
        .. prices.GroupBy(price => price.LocationId, price => (Int128)price.Thousandths)
            .Select(location => new LocationPrice(location.Key, Rounded(location.Aggregate((sum, price) => sum + price), days)))
            .Where(price => price.Thousandths > 0)
            .OrderBy(price => price.LocationId.Value, StringComparer.Ordinal),
    ];

    private static long Rounded(Int128 sum, int days) => (long)((sum + (days / 2)) / days);
}
