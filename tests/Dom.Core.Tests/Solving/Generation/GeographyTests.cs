using Dom.Core.Network;
using Dom.Core.Solving.Generation;

namespace Dom.Core.Tests.Solving.Generation;

public sealed class GeographyTests
{
    private static readonly Geography Places = Geography.Load();

    [Fact]
    public void Around_finds_what_lies_within_a_distance()
    {
        var random = new RandomStream(1, 1);
        var place = Places.Draw(random);

        var near = Places.Around(place, 100).ToHashSet();

        Assert.Contains(place, near);
        Assert.All(Enumerable.Range(0, 30_000), other =>
        {
            // The plane's distance is good to a thousandth.
            var kilometres = Kilometres(place, other);
            Assert.True(kilometres is > 99.9 and < 100.1 || near.Contains(other) == kilometres < 100, $"{kilometres} km");
        });
    }

    [Fact]
    public void Draw_prefers_places_where_many_live()
    {
        var random = new RandomStream(2, 1);

        var drawn = Enumerable.Range(0, 2000).Select(_ => Places.Around(Places.Draw(random), 15).Count()).Average();
        var any = Enumerable.Range(0, 2000).Select(_ => Places.Around((int)random.Below(30_000), 15).Count()).Average();

        Assert.True(drawn > 3 * any, $"{drawn} and {any} codes within 15 km");
    }

    [Fact]
    public void Places_lie_in_the_contiguous_states()
    {
        var random = new RandomStream(3, 1);

        var places = Enumerable.Range(0, 5000).Select(_ => Places.Degrees(Places.Draw(random)));

        Assert.All(places, place =>
        {
            Assert.InRange(place.Latitude, 24.5, 49.5);
            Assert.InRange(place.Longitude, -124.9, -66.9);
        });
    }

    private static double Kilometres(int one, int other)
    {
        var (from, to) = (Places.Degrees(one), Places.Degrees(other));
        return GreatCircle.Kilometres(from.Latitude, from.Longitude, to.Latitude, to.Longitude);
    }
}
