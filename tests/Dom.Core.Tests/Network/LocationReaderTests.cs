using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Dom.Core.Messages;
using Dom.Core.Network;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Network;

public sealed class LocationReaderTests
{
    [Fact]
    public void Read_takes_the_location_of_the_contract()
    {
        var location = Location(Json.Location);

        Assert.Equal(("S1", "Reno", LocationType.Store, "America/Los_Angeles"), (location.LocationId.Value, location.Name, location.Type, location.TimeZone));
        Assert.Equal(new GeoPoint(39.5296, -119.8138), location.Position);
        Assert.Equal([DeliveryMode.Ship, DeliveryMode.Pickup], location.Modes.ToArray());
        Assert.Equal(["west"], location.Groups.ToArray());
        Assert.Equal([new WorkHours(new(9, 0), new(12, 0)), new WorkHours(new(13, 0), new(18, 0))], location.Calendar!.Hours[DayOfWeek.Monday].ToArray());
        Assert.Equal([new WorkHours(new(10, 0), TimeOnly.MaxValue)], location.Calendar.Hours[DayOfWeek.Saturday].ToArray());
        Assert.Equal(2, location.Calendar.Hours.Count);
        Assert.Equal([new DateOnly(2026, 12, 25)], location.Calendar.Holidays);
        Assert.Equal((40, 90, 200, true), (location.OrdersPerDay, location.LinesPerDay, location.UnitsPerDay, location.IsActive));
    }

    [Fact]
    public void Read_fills_in_what_may_be_left_out()
    {
        var location = Location("""{"locationId":"S1","name":"Reno","type":"dc","latitude":-90,"longitude":180}""");

        Assert.Equal(("UTC", null, null, true), (location.TimeZone, location.Calendar, location.OrdersPerDay, location.IsActive));
        Assert.Empty(location.Modes);
        Assert.Empty(location.Groups);
    }

    [Theory]
    [InlineData("locationId", null)]
    [InlineData("locationId", "\"S 1\"")]
    [InlineData("name", null)]
    [InlineData("name", "\"\"")]
    [InlineData("type", "\"shop\"")]
    [InlineData("type", "\"Store\"")]
    [InlineData("type", "1")]
    [InlineData("latitude", null)]
    [InlineData("latitude", "90.5")]
    [InlineData("longitude", "-180.5")]
    [InlineData("timeZone", "\"Mars/Olympus\"")]
    [InlineData("timeZone", "\"\"")]
    [InlineData("modes", "\"ship\"")]
    [InlineData("modes[1]", "\"ship\"")]
    [InlineData("modes[1]", "\"by air\"")]
    [InlineData("modes[1]", "null")]
    [InlineData("groups[0]", "7")]
    [InlineData("calendar", "[]")]
    [InlineData("calendar.hours", null)]
    [InlineData("calendar.hours", "{}")]
    [InlineData("calendar.hours.monday", "[\"09:00-18:00\"]")]
    [InlineData("calendar.hours.mon", "\"09:00-18:00\"")]
    [InlineData("calendar.hours.mon[0]", "\"9-18\"")]
    [InlineData("calendar.hours.mon[0]", "\"12:00-12:00\"")]
    [InlineData("calendar.hours.mon[0]", "\"22:00-06:00\"")]
    [InlineData("calendar.hours.mon[0]", "\"24:00-24:00\"")]
    [InlineData("calendar.hours.mon[1]", "\"11:59-18:00\"")]
    [InlineData("calendar.holidays", "\"2026-12-25\"")]
    [InlineData("calendar.holidays[0]", "\"25.12.2026\"")]
    [InlineData("capacity", "40")]
    [InlineData("capacity.ordersPerDay", "-1")]
    [InlineData("capacity.ordersPerDay", "1.5")]
    [InlineData("capacity.linesPerDay", "-1")]
    [InlineData("capacity.unitsPerDay", "1000001")]
    [InlineData("active", "\"yes\"")]
    public void Read_names_the_one_field_that_is_wrong(string path, string? value) =>
        Assert.Equal([path], Json.Fields(Faults(Json.With(Json.Location, path, value))));

    [Fact]
    public void Read_refuses_a_name_that_is_not_Unicode() =>
        Assert.NotEmpty(Faults(Json.Location.Replace("\"mon\"", "\"\\ud800\"", StringComparison.Ordinal)));

    [Fact]
    public void Read_takes_hours_that_touch() =>
        Assert.NotNull(Location(Json.With(Json.Location, "calendar.hours.mon[1]", "\"12:00-18:00\"")));

    [Fact]
    public void Read_takes_the_id_from_the_address_and_refuses_another()
    {
        var document = Json.With(Json.Location, "locationId", null);

        Assert.Equal("S7", LocationReader.Read(Json.Bytes(document), new LocationId("S7")).Match(read => read.Value.LocationId.Value, _ => ""));
        Assert.Equal(["locationId"], LocationReader.Read(Json.Bytes(Json.Location), new LocationId("S7")).Match(_ => [], refused => Json.Fields(refused.Faults)));
    }

    [Fact]
    public void Write_gives_back_the_document_that_was_read()
    {
        var written = Encoding.UTF8.GetString(LocationWriter.Write(Location(Json.Location)));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json.Location), JsonNode.Parse(written)), written);
    }

    [Fact]
    public void Write_leaves_out_a_calendar_and_a_capacity_that_are_not_set()
    {
        var written = JsonNode.Parse(LocationWriter.Write(A.Location()))!.AsObject();

        Assert.False(written.ContainsKey("calendar"));
        Assert.False(written.ContainsKey("capacity"));
    }

    private static Location Location(string text) => LocationReader.Read(Json.Bytes(text)).Match(
        read => read.Value,
        refused => throw new InvalidOperationException(string.Join(' ', refused.Faults.Select(fault => fault.ToSentence()))));

    private static ImmutableArray<Fault> Faults(string text) => Assert.IsType<Reading<Location>.Refused>(LocationReader.Read(Json.Bytes(text))).Faults;
}
