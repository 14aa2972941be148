using System.Text.Json;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests;

public sealed class DomJsonTests
{
    public static TheoryData<Type> Records =>
    [
        .. typeof(DomJson).Assembly.GetExportedTypes().Where(type => Sample.IsRecord(type) && !type.IsAbstract && !type.ContainsGenericParameters).OrderBy(type => type.FullName, StringComparer.Ordinal),
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
}
