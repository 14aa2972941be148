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
    private static readonly DocumentCorpus Corpus = new("order-messages.json");

    public static TheoryData<string> Cases() => [.. Corpus.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_takes_what_is_said_of_it(string name)
    {
        var taken = OrderReader.Read(Encoding.UTF8.GetBytes(Corpus.Document(name).ToJsonString())).Match(_ => true, _ => true, _ => false);

        Assert.Equal(Corpus.IsTaken(name), taken);
    }

    [Fact]
    public void The_API_takes_what_the_queue_takes()
    {
        var file = JsonNode.Parse(Repository.Read("docs/api/order-message.schema.json"))!.AsObject();
        file.Remove("$schema");
        file.Remove("$id");

        Assert.True(JsonNode.DeepEquals(file, JsonNode.Parse(Repository.Read("docs/api/openapi.json"))!["components"]!["schemas"]!["OrderMessage"]));
    }
}
