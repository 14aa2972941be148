using System.Text.Json.Nodes;
using Dom.Functions.Tests.TestKit;

namespace Dom.Functions.Tests.Api;

/// <summary>Documents with what the reader and the published schema say of each: a few whole ones, and cases that change one thing in them.</summary>
internal sealed class DocumentCorpus(string file)
{
    private readonly JsonNode _corpus = JsonNode.Parse(Repository.Read("tests/Dom.Functions.Tests/Api/" + file))!;

    /// <summary>The names of the cases.</summary>
    public IEnumerable<string> Names => _corpus["cases"]!.AsArray().Select(one => (string)one!["name"]!);

    /// <summary>Whether the reader is said to take a case.</summary>
    public bool IsTaken(string name) => (bool)Case(name)["reader"]!;

    /// <summary>The document of a case.</summary>
    public JsonNode Document(string name) => Message(Case(name));

    private JsonNode Case(string name) => _corpus["cases"]!.AsArray().Single(one => (string)one!["name"]! == name)!;

    private JsonNode Message(JsonNode one)
    {
        var message = _corpus["messages"]![(string)one["message"]!]!.DeepClone();
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
