using Dom.Core.Network;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Network;

public sealed class GreatCircleTests
{
    // Distances between city centres as great-circle tables give them, for a sphere of the mean radius.
    [Theory]
    [InlineData(40.7128, -74.0060, 34.0522, -118.2437, 3_935_752)]
    [InlineData(51.5074, -0.1278, 48.8566, 2.3522, 343_557)]
    [InlineData(-33.8688, 151.2093, -36.8485, 174.7633, 2_155_892)]
    [InlineData(35.6762, 139.6503, 37.7749, -122.4194, 8_270_000)]
    public void Metres_agrees_with_known_pairs_of_cities(double latitude, double longitude, double otherLatitude, double otherLongitude, int expected)
    {
        var metres = GreatCircle.Metres(new GeoPoint(latitude, longitude), new GeoPoint(otherLatitude, otherLongitude));

        Assert.InRange(metres, expected * 0.999, expected * 1.001);
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(0, 0, 0, 180, 20_015_114)]
    [InlineData(90, 0, -90, 0, 20_015_114)]
    [InlineData(0, 0, 90, 77, 10_007_557)]
    [InlineData(0, 179.5, 0, -179.5, 111_195)]
    public void Metres_is_exact_where_geometry_is_simple(double latitude, double longitude, double otherLatitude, double otherLongitude, int expected) =>
        Assert.Equal(expected, GreatCircle.Metres(new GeoPoint(latitude, longitude), new GeoPoint(otherLatitude, otherLongitude)));

    [Fact]
    public void Metres_of_many_points_is_that_of_each()
    {
        var random = new Random(11);
        Location[] many = [.. Enumerable.Range(0, 1_000).Select(number => A.Location($"L{number}", Point(random)))];
        var to = Point(random);

        var metres = GreatCircle.Metres(many, Array.ConvertAll(many, location => GreatCircle.Cosine(location.Position.Latitude)), to);

        Assert.Equal(many.Select(location => GreatCircle.Metres(location.Position, to)), metres);
    }

    [Fact]
    public void Metres_is_the_same_both_ways_and_never_out_of_range()
    {
        var random = new Random(7);
        for (var round = 0; round < 10_000; round++)
        {
            var (one, other) = (Point(random), Point(random));

            Assert.Equal(GreatCircle.Metres(one, other), GreatCircle.Metres(other, one));
            Assert.InRange(GreatCircle.Metres(one, new GeoPoint(-one.Latitude, one.Longitude > 0 ? one.Longitude - 180 : one.Longitude + 180)), 20_015_113, 20_015_115);
        }
    }

    private static GeoPoint Point(Random random) => new((random.NextDouble() * 180) - 90, (random.NextDouble() * 360) - 180);
}
