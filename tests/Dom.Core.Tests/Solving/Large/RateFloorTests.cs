using Dom.Core.Solving;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Large;
using Dom.Core.Tests.Fulfillment;

namespace Dom.Core.Tests.Solving.Large;

public sealed class RateFloorTests
{
    [Fact]
    public void Line_is_that_of_the_checker()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var rates = new ModeRates
            {
                Name = "mode",
                ZoneKm = [double.PositiveInfinity],
                BandGrams = [500, 1000, 2500, random.Next(2) == 0 ? 4000 : long.MaxValue],
                Cost = [.. Enumerable.Range(0, 4).Select(_ => random.Next(30))],
                CostPer100Km = random.Next(3),
            };
            var (grams, kilometres, units) = (random.Next(6000), random.Next(900), random.Next(1, 300));
            var floor = new RateFloor(rates, grams, units);

            var line = floor.Line(0, rates.DistanceCost(kilometres));

            var expected = RateLine.Below(rates, kilometres, grams);
            var (intercept, climb) = (floor.Intercept(0, line, rates.DistanceCost(kilometres)), floor.Climb(0, line, 777, int.MaxValue));
            Property.Holds(
                intercept == expected.Intercept(units) && climb == expected.Climb(777, units),
                () => $"Seed {seed}: {intercept} and {climb}, expected {expected.Intercept(units)} and {expected.Climb(777, units)}.");
        }
    }

    [Fact]
    public void Climb_stops_at_its_limit()
    {
        var rates = new ModeRates { Name = "mode", ZoneKm = [double.PositiveInfinity], BandGrams = [1, 2], Cost = [1000, 2000] };
        var floor = new RateFloor(rates, 2, 256);

        var climb = floor.Climb(0, floor.Line(0, 0), 1_000_000, 5000);

        Assert.Equal(5000, climb);
    }
}
