using System.Globalization;
using Dom.LocalHost.Hosting.Triggers;

namespace Dom.LocalHost.Tests.Hosting;

public sealed class NcrontabScheduleTests
{
    [Theory]
    [InlineData("* * * * * *", "2026-01-01T00:00:00.5Z", "2026-01-01T00:00:01Z")]
    [InlineData("0 */5 * * * *", "2026-01-01T00:05:00Z", "2026-01-01T00:10:00Z")]
    [InlineData("0 */5 * * * *", "2026-01-01T00:04:59Z", "2026-01-01T00:05:00Z")]
    [InlineData("30 15 8-17/3 * * *", "2026-01-01T14:15:30Z", "2026-01-01T17:15:30Z")]
    [InlineData("0 0 0 1 1,7 *", "2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z")]
    [InlineData("0 0 2 * * 1-5", "2026-11-20T02:00:00Z", "2026-11-23T02:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-03-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 10/20 * * * *", "2026-01-01T00:10:00Z", "2026-01-01T00:30:00Z")]
    [InlineData("0 0 0 31 12 *", "2026-12-31T00:00:00Z", "2027-12-31T00:00:00Z")]
    public void Next_is_the_first_time_after(string expression, string after, string expected)
    {
        var next = NcrontabSchedule.Parse(expression).Next(Time(after));

        Assert.Equal(Time(expected), next);
    }

    [Fact]
    public void Next_of_a_day_that_never_comes_is_none()
    {
        var next = NcrontabSchedule.Parse("0 0 0 31 2 *").Next(Time("2026-01-01T00:00:00Z"));

        Assert.Null(next);
    }

    [Theory]
    [InlineData("* * * * *", "5 fields")]
    [InlineData("60 * * * * *", "second '60'")]
    [InlineData("* * * 0 * *", "day '0'")]
    [InlineData("* * 5-3 * * *", "hour '5-3'")]
    [InlineData("* */0 * * * *", "minute '*/0'")]
    [InlineData("* * * * * 7", "day of week '7'")]
    [InlineData("a * * * * *", "second 'a'")]
    [InlineData("1//2 * * * * *", "second '1//2'")]
    public void Parse_names_the_field_that_is_wrong(string expression, string said)
    {
        var failure = Assert.Throws<FormatException>(() => NcrontabSchedule.Parse(expression));

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
