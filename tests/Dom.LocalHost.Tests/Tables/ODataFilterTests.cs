using Azure.Data.Tables;

namespace Dom.LocalHost.Tests.Tables;

public sealed class ODataFilterTests
{
    public static TheoryData<object, string> Literals => new()
    {
        { "it's", "'it''s'" },
        { 'x', "'x'" },
        { 7, "7" },
        { 7L, "7L" },
        { 1.5, "1.5" },
        { true, "true" },
        { Guid.Empty, "guid'00000000-0000-0000-0000-000000000000'" },
        { new DateTimeOffset(2026, 11, 2, 5, 0, 0, TimeSpan.FromHours(-5)), "datetime'2026-11-02T10:00:00Z'" },
        { new DateTime(2026, 11, 2, 10, 0, 0, 1, DateTimeKind.Utc), "datetime'2026-11-02T10:00:00.001Z'" },
        { new byte[] { 0, 255 }, "X'00FF'" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void CreateQueryFilter_writes_a_literal(object value, string expected)
    {
        var filter = TableClient.CreateQueryFilter($"P eq {value}");

        Assert.Equal("P eq " + expected, filter);
    }

    [Fact]
    public void CreateQueryFilter_refuses_what_cannot_be_compared()
    {
        var refusal = Assert.Throws<ArgumentException>(
            () => TableClient.CreateQueryFilter($"P eq {1} and Q eq {TimeSpan.Zero}"));

        Assert.Contains("Argument 1 of the filter is a System.TimeSpan", refusal.Message, StringComparison.Ordinal);
    }
}
