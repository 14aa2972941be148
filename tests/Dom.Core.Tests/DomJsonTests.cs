using System.Globalization;
using System.Text.Json;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests;

public sealed class DomJsonTests
{
    public static TheoryData<Type> Records =>
    [
        .. typeof(DomJson).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && !type.ContainsGenericParameters && Sample.IsRecordOfValues(type)).OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Records))]
    public void Options_bring_every_public_record_back_from_JSON(Type type)
    {
        var written = JsonSerializer.Serialize(Sample.Of(type), type, DomJson.Options);

        var read = JsonSerializer.Deserialize(written, type, DomJson.Options);

        Assert.Equal(written, JsonSerializer.Serialize(read, type, DomJson.Options));
    }

    [Fact]
    public void Options_leave_out_what_is_not_there() =>
        Assert.DoesNotContain("null", JsonSerializer.Serialize(Core.Sourcing.Sourcing.Source(A.Request(A.Line())), DomJson.Options), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-21T10:00:00+00:00", "\"2026-11-21T10:00:00Z\"")]
    [InlineData("2026-11-21T02:00:00.125-08:00", "\"2026-11-21T10:00:00.125Z\"")]
    public void Options_write_times_in_UTC(string time, string written) =>
        Assert.Equal(written, JsonSerializer.Serialize(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture), DomJson.Options));
}
