using Dom.Core.Solving.Generation;

namespace Dom.Core.Tests.Solving.Generation;

public sealed class RandomStreamTests
{
    [Fact]
    public void Streams_of_seeds_and_numbers_differ()
    {
        ulong[] first = [.. from seed in Enumerable.Range(0, 100) from stream in Enumerable.Range(0, 100) select new RandomStream(seed, (ulong)stream).Next()];

        Assert.Equal(first.Length, first.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void Below_is_even(int limit)
    {
        const int Draws = 100_000;
        var (random, drawn) = (new RandomStream(3, 1), new int[limit]);

        for (var draw = 0; draw < Draws; draw++)
        {
            drawn[random.Below(limit)]++;
        }

        // Five standard deviations.
        Assert.All(drawn, count => Assert.InRange(Math.Abs(count - (Draws / (double)limit)), 0, 1 + (5 * Math.Sqrt(Draws / (double)limit))));
    }

    [Fact]
    public void Between_reaches_both_ends()
    {
        var random = new RandomStream(4, 1);

        var drawn = Enumerable.Range(0, 1000).Select(_ => random.Between(-2, 2)).Distinct().Order();

        Assert.Equal([-2, -1, 0, 1, 2], drawn);
    }
}
