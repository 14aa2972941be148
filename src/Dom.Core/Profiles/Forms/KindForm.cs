using System.Text.Json.Nodes;
using Dom.Core.Messages;

namespace Dom.Core.Profiles.Forms;

/// <summary>An object of one of several kinds, each with fields of its own.</summary>
/// <param name="discriminator">The field that names the kind.</param>
/// <param name="kinds">The kinds, by their names.</param>
internal sealed class KindForm(string discriminator, IReadOnlyDictionary<string, RecordForm> kinds) : Form
{
    /// <summary>The field that names the kind.</summary>
    public string Discriminator => discriminator;

    /// <summary>The kinds, by their names.</summary>
    public IReadOnlyDictionary<string, RecordForm> Kinds => kinds;

    /// <inheritdoc/>
    public override string Allowed => $"a JSON object with '{discriminator}'";

    /// <inheritdoc/>
    public override JsonNode? Read(JsonField field)
    {
        if (!field.IsObject(Allowed))
        {
            return null;
        }

        var known = $"one of {string.Join(", ", kinds.Keys)}";
        var kind = field.Member(discriminator).Required(known).Text(kinds.ContainsKey, known);
        if (kind is null)
        {
            return null;
        }

        var read = kinds[kind].ReadFields(field, [discriminator]);
        read.Insert(0, discriminator, kind);
        return read;
    }

    /// <inheritdoc/>
    public override JsonObject Schema(JsonObject definitions) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray(discriminator),
        ["oneOf"] = new JsonArray([.. kinds.Select(kind => (JsonNode)kind.Value.FieldsSchema(definitions, (discriminator, kind.Key)))]),
    };

    /// <inheritdoc/>
    public override string Say(JsonNode value) => $"{Words(value)}; {kinds[Kind(value)].Say(value)}";

    /// <inheritdoc/>
    public override void Compare(JsonNode? before, JsonNode? after, FormPlace place, ICollection<string> sentences)
    {
        if (before is not null && after is not null && Kind(before) == Kind(after))
        {
            kinds[Kind(after)].CompareFields(before, after, place.Thing, sentences);
        }
        else
        {
            sentences.Add(place.Sentence($"was {(before is null ? "nothing" : Say(before))}; is {(after is null ? "nothing" : Say(after))}"));
        }
    }

    private string Kind(JsonNode value) => (string)value[discriminator]!;

    private string Words(JsonNode value) =>
        string.Concat(Kind(value).Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
