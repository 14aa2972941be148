using System.Text;
using System.Text.Json.Nodes;
using Dom.Core.Orders;
using Dom.Functions.Tests.TestKit;

namespace Dom.Functions.Tests.Api;

/// <summary>
/// The reader against the messages that also the published JSON Schema is held against (<c>.ci/checks/api.mjs</c>): the schema takes all that
/// the reader takes, and what it takes beyond that is listed there.
/// </summary>
public sealed class OrderMessagesTests
{
    private static readonly JsonNode Corpus = JsonNode.Parse(Repository.Read("tests/Dom.Functions.Tests/Api/order-messages.json"))!;

    public static TheoryData<string> Cases() => [.. Corpus["cases"]!.AsArray().Select(one => (string)one!["name"]!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_takes_what_is_said_of_it(string name)
    {
        var one = Corpus["cases"]!.AsArray().Single(one => (string)one!["name"]! == name)!;

        var taken = OrderReader.Read(Encoding.UTF8.GetBytes(Message(one).ToJsonString())).Match(_ => true, _ => true, _ => false);

        Assert.Equal((bool)one["reader"]!, taken);
    }

    [Fact]
    public void The_API_takes_what_the_queue_takes()
    {
        var file = JsonNode.Parse(Repository.Read("docs/api/order-message.schema.json"))!.AsObject();
        file.Remove("$schema");
        file.Remove("$id");

        Assert.True(JsonNode.DeepEquals(file, JsonNode.Parse(Repository.Read("docs/api/openapi.json"))!["components"]!["schemas"]!["OrderMessage"]));
    }

    private static JsonNode Message(JsonNode one)
    {
        var message = Corpus["messages"]![(string)one["message"]!]!.DeepClone();
        if (one["lines"] is { } count)
        {
            message["lines"] = new JsonArray([.. Enumerable.Range(0, (int)count).Select(number => Line(message, number))]);
        }

        if ((string?)one["at"] is not { } at)
        {
            return message;
        }

        var steps = at.Split('/')[1..];
        var parent = steps[..^1].Aggregate(message, (node, step) => node is JsonArray list ? list[int.Parse(step, null)]! : node[step]!);
        Set(parent, steps[^1], one.AsObject().ContainsKey("value"), one["value"]?.DeepClone());
        return message;
    }

    private static JsonNode Line(JsonNode message, int number)
    {
        var line = message["lines"]![0]!.DeepClone();
        line["lineId"] = $"{number}";
        return line;
    }

    private static void Set(JsonNode parent, string name, bool isThere, JsonNode? value)
    {
        if (parent is JsonArray list)
        {
            list[int.Parse(name, null)] = value;
        }
        else if (isThere)
        {
            parent[name] = value;
        }
        else
        {
            parent.AsObject().Remove(name);
        }
    }
}
