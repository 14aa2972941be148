using Dom.Core.Network;

namespace Dom.Core.Tests.Network;

public sealed class PostalCentroidsTests
{
    [Theory]
    [InlineData("89501", 39.526, -119.8126)]
    [InlineData("10001", 40.7507, -73.9973)]
    [InlineData("00601", 18.1806, -66.75)]
    [InlineData(" 89501 ", 39.526, -119.8126)]
    [InlineData("89501-1234", 39.526, -119.8126)]
    [InlineData("89501 1234", 39.526, -119.8126)]
    [InlineData("895011234", 39.526, -119.8126)]
    public void Find_knows_codes_however_they_are_written(string code, double latitude, double longitude) =>
        Assert.Equal(new GeoPoint(latitude, longitude), PostalCentroids.Find("US", code));

    [Theory]
    [InlineData("10008", "10007")]
    [InlineData("89505", "89506")]
    [InlineData("89599", "89557")]
    public void Find_takes_the_nearest_code_of_the_same_sorting_centre_for_one_without_an_area(string code, string nearest)
    {
        var known = CentroidTable.Load("us").FindNearest(int.Parse(nearest, null), sharing: 1);

        Assert.NotNull(known);
        Assert.Equal(known, PostalCentroids.Find("US", code));
    }

    [Theory]
    [InlineData("US", "00001")]
    [InlineData("US", "")]
    [InlineData("US", "8950")]
    [InlineData("US", "8950A")]
    [InlineData("US", "89501-12")]
    [InlineData("US", "89501-12345")]
    [InlineData("US", "89501-123x")]
    [InlineData("US", "٨٩٥٠١")]
    [InlineData("us", "89501")]
    [InlineData("CA", "K1A0B1")]
    [InlineData("DE", "10115")]
    public void Find_gives_no_point_for_what_it_does_not_know(string country, string code) =>
        Assert.Null(PostalCentroids.Find(country, code));

    [Fact]
    public void Load_reads_every_row() => Assert.Equal(33_791, CentroidTable.Load("us").Count);

    [Fact]
    public void Load_names_a_table_that_is_missing()
    {
        var fault = Assert.Throws<InvalidDataException>(() => CentroidTable.Load("xx"));

        Assert.Contains("xx.csv.gz", fault.Message, StringComparison.Ordinal);
    }
}
