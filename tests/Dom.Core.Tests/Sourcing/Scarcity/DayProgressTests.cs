using System.Collections.Immutable;
using Dom.Core.Sourcing.Scarcity;

namespace Dom.Core.Tests.Sourcing.Scarcity;

public sealed class DayProgressTests
{
    private static readonly ImmutableArray<int> Even = [.. Enumerable.Repeat(5, 24)];
    private static readonly DateTimeOffset HalfPastNoon = new(2026, 11, 21, 12, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("UTC", 520)]
    [InlineData("America/Los_Angeles", 187)]
    [InlineData("Asia/Tokyo", 895)]
    public void PerMille_counts_from_midnight_where_the_location_is(string timeZone, int expected) =>
        Assert.Equal(expected, DayProgress.Of(Even, HalfPastNoon)!.PerMille(timeZone));

    [Fact]
    public void PerMille_weighs_hours_by_their_orders()
    {
        ImmutableArray<int> evenings = [.. Enumerable.Range(0, 24).Select(hour => hour == 20 ? 3 : hour == 6 ? 1 : 0)];

        Assert.Equal(250, DayProgress.Of(evenings, HalfPastNoon)!.PerMille("UTC"));
        Assert.Equal(1000, DayProgress.Of(evenings, HalfPastNoon.AddHours(11))!.PerMille("UTC"));
        Assert.Equal(0, DayProgress.Of(evenings, HalfPastNoon.AddHours(-12.5))!.PerMille("UTC"));
    }

    [Fact]
    public void Of_knows_nothing_where_no_order_came()
    {
        Assert.Null(DayProgress.Of([], HalfPastNoon));
        Assert.Null(DayProgress.Of(default, HalfPastNoon));
        Assert.Null(DayProgress.Of([.. new int[24]], HalfPastNoon));
    }
}
