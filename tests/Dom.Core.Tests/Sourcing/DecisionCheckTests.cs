using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing;

public sealed class DecisionCheckTests
{
    private static readonly AcceptancePolicy FullTime = new() { NeedsFullTime = true, AcceptWithin = TimeSpan.FromHours(2) };

    // Asked on a Saturday at 10:00 UTC; the location has a break at noon, and opens again on Monday.
    [Theory]
    [InlineData("11:30", "12:30", "13:00", true)]
    [InlineData("11:30", "12:30", "12:59", false)]
    [InlineData("08:30", "09:00", "12:00", true)]
    [InlineData("08:30", "09:00", "11:59", false)]
    [InlineData("08:30", "09:00", "10:00", true)]
    public void Checked_refuses_a_location_that_closes_before_its_time_is_over(string noon, string afterNoon, string closes, bool isRight)
    {
        var hours = ImmutableDictionary<DayOfWeek, ImmutableArray<WorkHours>>.Empty
            .Add(DayOfWeek.Saturday, [new WorkHours(new TimeOnly(8, 0), Time(noon)), new WorkHours(Time(afterNoon), Time(closes))])
            .Add(DayOfWeek.Monday, [new WorkHours(new TimeOnly(8, 0), new TimeOnly(18, 0))]);
        var fault = FaultOf(A.Location() with { Calendar = new WorkCalendar { Hours = hours } }, FullTime);

        Assert.Equal(isRight ? null : "The sourcing of order 'W-1', attempt 1, made a plan that is not feasible: line '1' is at 'S1' against rule 'closing'.", fault);
    }

    [Fact]
    public void Checked_asks_for_no_time_where_nobody_needs_it()
    {
        var never = A.Location() with { Calendar = new WorkCalendar() };

        Assert.NotNull(FaultOf(never, FullTime));
        Assert.Null(FaultOf(never, FullTime with { NeedsFullTime = false }));
        Assert.Null(FaultOf(never, FullTime with { AutoAccept = [new OfferScope { Type = LocationType.Store }] }));
        Assert.Null(FaultOf(never with { Calendar = null }, FullTime));
    }

    /// <summary>What the check says to a decision that was made as if no time were needed.</summary>
    private static string? FaultOf(Location location, AcceptancePolicy acceptance)
    {
        var request = A.Request(A.Line()).At(location, ("SKU-1", 1));
        var decision = Core.Sourcing.Sourcing.Source(request);

        var check = Record.Exception(() => DecisionCheck.Checked(request with { Profile = request.Profile with { Acceptance = acceptance } }, decision));

        return check?.Message;
    }

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
