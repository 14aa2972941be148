using System.Collections.Immutable;
using System.Globalization;
using Dom.Core.Fulfillment;
using Dom.Core.Network;
using Dom.Core.Profiles;

namespace Dom.Core.Tests.Fulfillment;

public sealed class OfferTermsTests
{
    // Every day 9 to 18 UTC.
    private static readonly Location Shop = TestKit.A.Location() with
    {
        Type = LocationType.Store,
        TimeZone = "UTC",
        Calendar = new WorkCalendar
        {
            Hours = Enum.GetValues<DayOfWeek>().ToImmutableDictionary(day => day, _ => ImmutableArray.Create(new WorkHours(new TimeOnly(9, 0), new TimeOnly(18, 0)))),
        },
    };

    private static readonly AcceptancePolicy Policy = new() { AcceptWithin = TimeSpan.FromHours(2), WarnBefore = TimeSpan.FromMinutes(30) };

    [Theory]
    [InlineData("10:00", "12:00", "11:30")]
    [InlineData("17:00", "+10:00", "+09:30")]
    [InlineData("07:00", "11:00", "10:30")]
    [InlineData("16:15", "+09:15", "17:45")]
    public void Of_counts_deadline_and_warning_in_working_time(string at, string acceptBy, string warnAt)
    {
        var terms = OfferTerms.Of(Policy, DeliveryMode.Ship, Shop, At(at));

        Assert.Equal(new OfferTerms { AcceptBy = At(acceptBy), WarnAt = At(warnAt) }, terms);
    }

    [Theory]
    [InlineData("10:00", "12:00", "11:30", false)]
    [InlineData("16:00", "18:00", "17:30", false)]
    [InlineData("16:01", "18:00", "17:30", true)]
    [InlineData("17:45", "18:00", "17:45", true)]
    [InlineData("18:00", "+11:00", "+10:30", false)]
    [InlineData("08:00", "11:00", "10:30", false)]
    public void Of_ends_at_closing_where_the_policy_says_so(string at, string acceptBy, string warnAt, bool endsAtClosing)
    {
        var terms = OfferTerms.Of(Policy with { ExpiresAtClosing = true }, DeliveryMode.Ship, Shop, At(at));

        Assert.Equal(new OfferTerms { AcceptBy = At(acceptBy), WarnAt = At(warnAt), EndsAtClosing = endsAtClosing }, terms);
    }

    [Fact]
    public void Of_warns_at_once_where_there_is_less_time_than_that()
    {
        var terms = OfferTerms.Of(Policy with { AcceptWithin = TimeSpan.FromMinutes(20) }, DeliveryMode.Ship, Shop, At("10:00"));

        Assert.Equal(At("10:00"), terms.WarnAt);
    }

    [Fact]
    public void Of_warns_nobody_where_the_policy_does_not()
    {
        Assert.Null(OfferTerms.Of(new AcceptancePolicy(), DeliveryMode.Ship, Shop, At("10:00")).WarnAt);
    }

    [Fact]
    public void Of_takes_the_deadline_of_mode_and_kind()
    {
        var policy = Policy with
        {
            Deadlines = [new AcceptanceDeadline { AcceptWithin = TimeSpan.FromHours(1), Mode = DeliveryMode.Pickup, Type = LocationType.Store }],
        };

        Assert.Equal(At("11:00"), OfferTerms.Of(policy, DeliveryMode.Pickup, Shop, At("10:00")).AcceptBy);
        Assert.Equal(At("12:00"), OfferTerms.Of(policy, DeliveryMode.Ship, Shop, At("10:00")).AcceptBy);
    }

    [Fact]
    public void Of_runs_around_the_clock_where_the_location_is_not_known_any_more()
    {
        var terms = OfferTerms.Of(Policy with { ExpiresAtClosing = true }, DeliveryMode.Ship, null, At("17:30"));

        Assert.Equal(new OfferTerms { AcceptBy = At("19:30"), WarnAt = At("19:00") }, terms);
    }

    [Fact]
    public void Of_runs_around_the_clock_where_the_location_never_opens()
    {
        var terms = OfferTerms.Of(Policy with { ExpiresAtClosing = true }, DeliveryMode.Ship, Shop with { Calendar = new WorkCalendar() }, At("17:30"));

        Assert.Equal(new OfferTerms { AcceptBy = At("19:30"), WarnAt = At("19:00") }, terms);
    }

    [Fact]
    public void Of_asks_nobody_where_the_offer_is_accepted_by_itself()
    {
        var policy = Policy with { AutoAccept = [new OfferScope { Mode = DeliveryMode.Pickup }] };

        var terms = OfferTerms.Of(policy, DeliveryMode.Pickup, Shop, At("10:00"));

        Assert.Equal(new OfferTerms { AcceptBy = At("10:00"), IsAutoAccepted = true }, terms);
    }

    [Theory]
    [InlineData("16:00", true)]
    [InlineData("16:01", false)]
    [InlineData("17:59", false)]
    [InlineData("18:00", true)]
    [InlineData("07:00", true)]
    public void MayBeOffered_where_the_whole_time_is_left_before_closing(string at, bool expected)
    {
        Assert.Equal(expected, OfferTerms.MayBeOffered(Policy with { NeedsFullTime = true }, DeliveryMode.Ship, Shop, At(at)));
    }

    [Fact]
    public void MayBeOffered_asks_for_no_time_that_is_not_needed()
    {
        var policy = Policy with { NeedsFullTime = true };

        Assert.True(OfferTerms.MayBeOffered(Policy, DeliveryMode.Ship, Shop, At("17:59")));
        Assert.True(OfferTerms.MayBeOffered(policy, DeliveryMode.Ship, Shop with { Calendar = null }, At("17:59")));
        Assert.True(OfferTerms.MayBeOffered(policy with { AutoAccept = [new OfferScope()] }, DeliveryMode.Ship, Shop, At("17:59")));
        Assert.False(OfferTerms.MayBeOffered(policy, DeliveryMode.Ship, Shop with { Calendar = new WorkCalendar() }, At("10:00")));
    }

    /// <summary>A time of 23 November 2026, or with a plus of the day after.</summary>
    private static DateTimeOffset At(string time) => time.StartsWith('+')
        ? At(time[1..]).AddDays(1)
        : new DateTimeOffset(new DateOnly(2026, 11, 23), TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), TimeSpan.Zero);
}
