using Dom.Core.Sourcing.Costs;

namespace Dom.Core.Tests.Sourcing.Costs;

public sealed class WeightLineTests
{
    [Fact]
    public void Below_has_a_flat_line_and_every_edge_that_climbs()
    {
        var lines = WeightLine.Below([(250, 450), (500, 520), (1000, 560), (2000, 900)]);

        Assert.Equal([new(0, 450, 0, 1), new(250, 450, 110, 750), new(1000, 560, 340, 1000)], lines);
    }

    [Fact]
    public void Below_is_flat_where_rates_fall()
    {
        Assert.Equal([new(0, 300, 0, 1)], WeightLine.Below([(250, 450), (500, 300)]));
    }

    [Fact]
    public void Below_is_above_no_step()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var steps = Enumerable.Range(1, random.Next(1, 9)).Select(step => (Grams: step * 100L, MinorUnits: (long)random.Next(1000))).ToArray();

            var lines = WeightLine.Below(steps);

            for (var grams = 1; grams <= steps[^1].Grams; grams++)
            {
                var rate = steps.First(step => grams <= step.Grams).MinorUnits;
                Assert.All(lines, line => Assert.True((line.MinorUnits * line.Run) + (line.Rise * (grams - line.Grams)) <= rate * line.Run, $"Seed {seed}: {line} at {grams} g, where the rate is {rate}."));
            }
        }
    }
}
