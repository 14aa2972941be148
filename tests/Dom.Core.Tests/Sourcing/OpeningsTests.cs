using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Sourcing;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Sourcing;

public sealed class OpeningsTests
{
    [Fact]
    public void Number_is_the_same_for_one_kind_zone_and_hours_whosever_calendar_it_is()
    {
        var one = A.Location("S1") with { Calendar = Calendar(18) };
        Location[] locations =
        [
            one,
            one with { LocationId = new LocationId("S2"), Name = "Other", Calendar = Calendar(18) },
            one with { Calendar = Calendar(17) },
            one with { Calendar = Calendar(18) with { Holidays = [new DateOnly(2026, 12, 25)] } },
            one with { Calendar = null },
            one with { Calendar = new WorkCalendar() },
            one with { TimeZone = "Asia/Tokyo" },
            one with { Type = LocationType.Dc },
            A.Location("S3"),
        ];

        Assert.Equal([0, 0, 1, 2, 3, 4, 5, 6, 3], Openings.Number(locations));
    }

    private static WorkCalendar Calendar(int closes) => new()
    {
        Hours = ImmutableDictionary<DayOfWeek, ImmutableArray<WorkHours>>.Empty
            .Add(DayOfWeek.Monday, [new WorkHours(new TimeOnly(9, 0), new TimeOnly(12, 0)), new WorkHours(new TimeOnly(13, 0), new TimeOnly(closes, 0))])
            .Add(DayOfWeek.Friday, [new WorkHours(new TimeOnly(9, 0), new TimeOnly(closes, 0))]),
    };
}
