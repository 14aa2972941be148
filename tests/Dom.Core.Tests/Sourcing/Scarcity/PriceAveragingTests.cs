using Dom.Core.Sourcing.Scarcity;

namespace Dom.Core.Tests.Sourcing.Scarcity;

public sealed class PriceAveragingTests
{
    [Fact]
    public void Average_counts_a_day_without_a_price_as_none()
    {
        LearnedPrices[] days =
        [
            new([new(new("S2"), 900)], [Sku("B", ("S1", 40)), Sku("A", ("S2", 10), ("S1", 31))], 0.01) { StakeThousandths = 5, OrdersByHour = Hours(3) },
            new([new(new("S1"), 100), new(new("S2"), 300)], [Sku("A", ("S1", 60))], 0.02) { StakeThousandths = 8, OrdersByHour = Hours(4) },
        ];

        var mean = PriceAveraging.Average(days);

        Assert.Equal([new(new("S1"), 50), new(new("S2"), 600)], mean.Places.AsEnumerable());
        Assert.Equal(["A", "B"], mean.Units.Select(unit => unit.Sku.Value));
        Assert.Equal([new(new("S1"), 46), new(new("S2"), 5)], mean.Units[0].Prices.AsEnumerable());
        Assert.Equal((0.02, 7L, 7), (mean.Gap, mean.StakeThousandths, mean.OrdersByHour[23]));
    }

    [Fact]
    public void Average_leaves_out_what_rounds_to_nothing()
    {
        LearnedPrices[] days = [new([new(new("S1"), 1)], [Sku("A", ("S1", 1))], 0), .. Enumerable.Repeat(new LearnedPrices([], [], 0), 2)];

        var mean = PriceAveraging.Average(days);

        Assert.Empty(mean.Places);
        Assert.Empty(mean.Units);
    }

    [Fact]
    public void Average_of_one_day_is_that_day()
    {
        var day = new LearnedPrices([new(new("S1"), 7)], [Sku("A", ("S1", 3))], 0.5) { StakeThousandths = 9, OrdersByHour = Hours(1) };

        var mean = PriceAveraging.Average([day]);

        Assert.Equal(day.Places.AsEnumerable(), mean.Places);
        Assert.Equal(day.Units.Single().Prices.AsEnumerable(), mean.Units.Single().Prices);
        Assert.Equal(day.StakeThousandths, mean.StakeThousandths);
    }

    [Fact]
    public void Average_of_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => PriceAveraging.Average([]));

    private static SkuUnitPrices Sku(string sku, params (string LocationId, long Thousandths)[] prices) =>
        new(new(sku), [.. prices.Select(price => new LocationPrice(new(price.LocationId), price.Thousandths))]);

    private static System.Collections.Immutable.ImmutableArray<int> Hours(int last) => [.. new int[23], last];
}
