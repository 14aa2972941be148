using System.Text;
using System.Text.Json.Nodes;
using Dom.Core.Profiles;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles;

public sealed class ProfileWriterTests
{
    [Fact]
    public void Write_makes_what_the_reader_reads_back()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var profile = new RandomProfiles(seed).Profile();

            var read = ProfileReader.Read(Encoding.UTF8.GetBytes(ProfileWriter.WriteText(profile)))
                .Match(ok => ok.Value, refused => throw new InvalidOperationException($"Seed {seed}: {refused.Faults[0].ToSentence()}"));

            Assert.True(JsonNode.DeepEquals(ProfileWriter.Full(profile), ProfileWriter.Full(read)), $"Seed {seed}: {ProfileWriter.WriteText(profile)}");
        }
    }

    [Fact]
    public void Write_says_everything_that_was_posted()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var document = new RandomProfiles(seed).Document();
            document["version"] = seed;

            var written = ProfileWriter.Write(RandomProfiles.Read(document));

            Assert.True(IsWithin(document, written), $"Seed {seed}: {document.ToJsonString()} is not in {written.ToJsonString()}");
        }
    }

    [Fact]
    public void Write_leaves_out_empty_lists_and_the_version_of_a_draft()
    {
        var written = ProfileWriter.Write(A.Profile() with { Version = 0 });

        Assert.False(written.ContainsKey("version"));
        Assert.False(written.ContainsKey("rules"));
        Assert.False(written.ContainsKey("scope"));
    }

    [Fact]
    public void Write_puts_names_that_retailers_choose_in_order() => Assert.Equal(
        ["closed", "damaged", "displayOnly", "noCapacity", "notFound", "other"],
        ProfileWriter.Write(A.Profile())["acceptance"]!["reasons"]!.AsObject().Select(reason => reason.Key));

    /// <summary>Whether a document says all that another does; texts may be spelled otherwise (14:00 is 14:00:00), and what is empty left out.</summary>
    private static bool IsWithin(JsonNode? less, JsonNode? more) => less switch
    {
        null => true,
        JsonObject record => record.All(field => IsWithin(field.Value, more?[field.Key])),
        JsonArray list => list.Count == 0 || (more is JsonArray other && other.Count == list.Count && (list.Index().All(item => IsWithin(item.Item, other[item.Index])) || IsSorted(other))),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => more is not null && ((string)more!).StartsWith(((string)value!), StringComparison.Ordinal),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => more is not null && Number(value) == Number(more),
        _ => JsonNode.DeepEquals(less, more),
    };

    private static decimal Number(JsonNode value) => decimal.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    // Holidays are a set: they are written in the order of the year.
    private static bool IsSorted(JsonArray list) => list.All(item => item is JsonValue) && list.Select(item => item!.ToJsonString()).SequenceEqual(list.Select(item => item!.ToJsonString()).Order(StringComparer.Ordinal));
}
