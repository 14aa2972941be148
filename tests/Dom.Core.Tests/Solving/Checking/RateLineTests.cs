using System.Globalization;
using Dom.Core.Solving;
using Dom.Core.Solving.Checking;

namespace Dom.Core.Tests.Solving.Checking;

public sealed class RateLineTests
{
    [Theory]
    [InlineData("100:4 200:6 400:20", 400, 20, 20)] // 2 + 2 per 100 g; the next edge would start below nothing.
    [InlineData("100:5 200:9 300:10", 300, 25, 25)] // The middle point lies above the hull's edge: 2.5 + 2.5 per 100 g.
    [InlineData("100:1 200:10", 200, 10, 0)] // The only edge starts below nothing: the least rate, flat.
    [InlineData("100:9 200:3", 200, 30, 0)] // Rates that fall: the least rate, flat.
    [InlineData("100:4 9999:5", 150, 20, 20)] // No parcel weighs more than 150 g: the last point stands there, not at the band's end.
    public void Below_is_the_steepest_edge_that_does_not_start_below_nothing(string bands, long grams, int intercept, int climb)
    {
        var points = bands.Split(' ').Select(point => point.Split(':').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var rates = new ModeRates
        {
            Name = "ship",
            ZoneKm = [double.PositiveInfinity],
            BandGrams = [.. points.Select(point => (long)point[0])],
            Cost = [.. points.Select(point => point[1])],
        };

        var line = RateLine.Below(rates, kilometres: 1, grams);

        // Tenths of a minor unit.
        Assert.Equal((intercept, climb), ((int)line.Intercept(10), (int)line.Climb(100, 10)));
    }
}
