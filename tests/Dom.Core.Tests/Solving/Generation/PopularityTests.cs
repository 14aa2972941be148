using Dom.Core.Solving.Generation;

namespace Dom.Core.Tests.Solving.Generation;

public sealed class PopularityTests
{
    [Fact]
    public void Expected_falls_with_rank_by_the_power_of_0_95()
    {
        const long Draws = 1_000_000_000;
        var popularity = new Popularity(1000, new RandomStream(1, 1));

        var expected = Enumerable.Range(0, 1000).Select(sku => popularity.Expected(sku, Draws)).OrderDescending().ToArray();

        Assert.All([2, 10, 500, 1000], rank => Assert.Equal(Math.Pow(rank, -0.95), expected[rank - 1] / (double)expected[0], precision: 6));
        Assert.InRange(expected.Sum(), Draws - 1000, Draws);
    }

    [Fact]
    public void Draw_takes_SKUs_as_often_as_expected()
    {
        const int Draws = 200_000;
        var (popularity, random, drawn) = (new Popularity(50, new RandomStream(1, 1)), new RandomStream(1, 2), new int[50]);

        for (var draw = 0; draw < Draws; draw++)
        {
            drawn[popularity.Draw(random)]++;
        }

        // Five standard deviations.
        Assert.All(Enumerable.Range(0, 50), sku => Assert.InRange(Math.Abs(drawn[sku] - popularity.Expected(sku, Draws)), 0, 1 + (5 * Math.Sqrt(drawn[sku]))));
    }
}
