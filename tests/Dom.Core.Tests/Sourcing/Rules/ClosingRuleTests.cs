using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing.Rules;

public sealed class ClosingRuleTests
{
    // Asked on a Saturday at 10:00 UTC.
    [Theory]
    [InlineData("13:00", 2, false)]
    [InlineData("12:00", 2, false)]
    [InlineData("11:59", 2, true)]
    public void Excludes_a_location_that_closes_before_its_time_is_over(string closes, int hours, bool isExcluded)
    {
        var decision = Core.Sourcing.Sourcing.Source(Request(closes, new AcceptancePolicy { NeedsFullTime = true, AcceptWithin = TimeSpan.FromHours(hours) }));

        Assert.Equal(isExcluded ? "closing" : null, decision.Candidate("1", "S1").Exclusion?.Rule);
    }

    [Fact]
    public void Excludes_none_where_the_policy_does_not_ask_for_it() =>
        Assert.Null(Core.Sourcing.Sourcing.Source(Request("10:30", new AcceptancePolicy())).Candidate("1", "S1").Exclusion);

    [Fact]
    public void Excludes_none_that_has_no_hours_or_accepts_by_itself_and_one_that_never_opens()
    {
        var policy = new AcceptancePolicy { NeedsFullTime = true };
        var around = Request("10:30", policy);
        var closed = around with { Network = [around.Network[0] with { Calendar = new WorkCalendar() }] };

        Assert.Null(Exclusion(around with { Network = [around.Network[0] with { Calendar = null }] }));
        Assert.Null(Exclusion(Request("10:30", policy with { AutoAccept = [new OfferScope { Mode = DeliveryMode.Ship }] })));
        Assert.Equal(new Core.Sourcing.Exclusion("closing", "'S1' closes before its time to accept would be over."), Exclusion(closed));
    }

    [Fact]
    public void Asks_for_the_time_of_the_kind_of_location_and_of_each_ones_hours()
    {
        var policy = new AcceptancePolicy { NeedsFullTime = true, Deadlines = [new AcceptanceDeadline { Type = LocationType.Dc, AcceptWithin = TimeSpan.FromMinutes(20) }] };
        var store = Request("10:30", policy).Network[0];
        Location[] network =
        [
            store,
            store with { LocationId = new LocationId("S2"), Type = LocationType.Dc },
            store with { LocationId = new LocationId("S3"), TimeZone = "Asia/Tokyo" },
            store with { LocationId = new LocationId("S4"), Calendar = Request("12:00", policy).Network[0].Calendar },
        ];
        var decision = Core.Sourcing.Sourcing.Source(Request("10:30", policy) with { Network = [.. network] });

        Assert.Equal(["closing", null, null, null], network.Select(place => decision.Candidate("1", place.LocationId.Value).Exclusion?.Rule is "closing" ? "closing" : null));
    }

    private static Core.Sourcing.Exclusion? Exclusion(Core.Sourcing.SourcingRequest request) => Core.Sourcing.Sourcing.Source(request).Candidate("1", "S1").Exclusion;

    private static Core.Sourcing.SourcingRequest Request(string closes, AcceptancePolicy acceptance)
    {
        var hours = ImmutableDictionary<DayOfWeek, ImmutableArray<WorkHours>>.Empty.Add(
            DayOfWeek.Saturday, [new WorkHours(new TimeOnly(8, 0), TimeOnly.Parse(closes, System.Globalization.CultureInfo.InvariantCulture))]);
        var request = A.Request(A.Line()).At(A.Location() with { Calendar = new WorkCalendar { Hours = hours } }, ("SKU-1", 1));
        return request with { Profile = request.Profile with { Acceptance = acceptance } };
    }
}
