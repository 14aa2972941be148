using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles.Life;

public sealed class ProfileVersionsTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Reigns_give_the_newest_version_all_days_that_have_no_end() =>
        Assert.Equal(["v2 22 Nov 26 on"], Reigns(0, Version(1), Version(2)));

    [Fact]
    public void Reigns_leave_the_version_before_in_force_until_the_next_begins() =>
        Assert.Equal(["v2 01 Dec 26 on", "v1 22 Nov 26 to 30 Nov 26"], Reigns(0, Version(1), Version(2, "2026-12-01")));

    [Fact]
    public void Reigns_give_back_to_the_version_before_when_one_ends() =>
        Assert.Equal(["v2 01 Dec 26 to 24 Dec 26", "v1 22 Nov 26 to 30 Nov 26", "v1 25 Dec 26 on"], Reigns(0, Version(1), Version(2, "2026-12-01", "2026-12-24")));

    [Fact]
    public void Reigns_pass_over_what_is_past() =>
        Assert.Equal(["v1 22 Nov 26 on"], Reigns(0, Version(1), Version(2, "2026-01-01", "2026-11-21")));

    [Fact]
    public void Reigns_end_with_the_retirement_and_begin_anew_after_it()
    {
        Assert.Empty(Reigns(2, Version(1), Version(2, "2026-12-01")));
        Assert.Equal(["v3 22 Nov 26 on"], Reigns(2, Version(1), Version(2, "2026-12-01"), Version(3)));
    }

    [Fact]
    public void ToCome_keeps_each_version_that_has_days_left_once() =>
        Assert.Equal([3, 1], ProfileVersions.ToCome([Version(1), Version(2, "2026-12-02", "2026-12-03"), Version(3, "2026-12-01", "2026-12-24")], 0, Today).Select(profile => profile.Version));

    [Fact]
    public void InForce_agrees_with_the_reigns_on_every_day()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            var versions = Enumerable.Range(1, 5).Select(number => Version(number) with { Effective = Days(random) }).ToList();
            var retired = random.Next(3);
            var kept = ProfileVersions.ToCome(versions, retired, Today);
            var reigns = ProfileVersions.Reigns(versions, retired, Today);
            for (var day = Today; day < Today.AddDays(30); day = day.AddDays(1))
            {
                var reigning = reigns.SingleOrDefault(reign => reign.From <= day && day <= reign.To)?.Profile;

                Assert.True(reigning == ProfileChoice.InForce(kept, new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero)).SingleOrDefault(), $"Seed {seed}, {day}");
            }
        }
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    public void Keeping_gives_the_version_that_began_the_order_or_took_it_over(int begunBy, int expected)
    {
        Profile[] versions = [Version(1), Version(2), Version(3) with { TakesOverOrders = true }, Version(4), Version(5, "2027-01-01") with { TakesOverOrders = true }];

        Assert.Equal(expected, ProfileVersions.Keeping(versions, begunBy, A.Moment)?.Version);
    }

    [Fact]
    public void Keeping_finds_nothing_where_the_version_is_not_known() => Assert.Null(ProfileVersions.Keeping([Version(1)], 2, A.Moment));

    private static Effective Days(Random random) => new(
        random.Next(2) == 0 ? null : Today.AddDays(random.Next(-5, 20)), random.Next(2) == 0 ? null : Today.AddDays(random.Next(20, 30)));

    private static string[] Reigns(int retired, params Profile[] versions) =>
    [
        .. ProfileVersions.Reigns(versions, retired, Today).Select(reign =>
            FormattableString.Invariant($"v{reign.Profile.Version} {reign.From:dd MMM yy} {(reign.To == DateOnly.MaxValue ? "on" : FormattableString.Invariant($"to {reign.To:dd MMM yy}"))}")),
    ];

    private static Profile Version(int version, string? from = null, string? to = null) => A.Profile() with { Version = version, Effective = new(Day(from), Day(to)) };

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
