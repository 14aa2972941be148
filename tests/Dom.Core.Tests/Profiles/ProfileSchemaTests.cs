using System.Text.Json.Nodes;
using Dom.Core.Profiles;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles;

public sealed class ProfileSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(ProfileSchema.Write())!.AsObject();

    [Fact]
    public void Write_names_only_definitions_that_there_are()
    {
        var named = References(Schema).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Schema["$defs"]!.AsObject().Select(definition => "#/$defs/" + definition.Key).Order(StringComparer.Ordinal), named);
    }

    [Fact]
    public void Write_gives_an_example_that_the_reader_takes() =>
        Assert.Equal("us", RandomProfiles.Read(Schema["examples"]![0]!.AsObject()).ProfileId.Value);

    [Fact]
    public void Write_refuses_unknown_names_in_every_object() =>
        Assert.All(Objects(Schema).Where(schema => schema.ContainsKey("properties")), schema => Assert.False((bool)schema["additionalProperties"]!));

    private static IEnumerable<string> References(JsonNode node) => Objects(node).Where(schema => schema["$ref"] is JsonValue).Select(schema => (string)schema["$ref"]!);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject schema => schema.SelectMany(field => Objects(field.Value)).Prepend(schema),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
