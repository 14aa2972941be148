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

    private static Core.Sourcing.SourcingRequest Request(string closes, AcceptancePolicy acceptance)
    {
        var hours = ImmutableDictionary<DayOfWeek, ImmutableArray<WorkHours>>.Empty.Add(
            DayOfWeek.Saturday, [new WorkHours(new TimeOnly(8, 0), TimeOnly.Parse(closes, System.Globalization.CultureInfo.InvariantCulture))]);
        var request = A.Request(A.Line()).At(A.Location() with { Calendar = new WorkCalendar { Hours = hours } }, ("SKU-1", 1));
        return request with { Profile = request.Profile with { Acceptance = acceptance } };
    }
}
