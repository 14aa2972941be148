using System.Text.Json.Nodes;
using Dom.Core.Messages;

namespace Dom.Core.Profiles.Forms;

/// <summary>One value: a text, a number, a day, yes or no.</summary>
/// <param name="allowed">What is allowed, in words.</param>
/// <param name="read">Reads it.</param>
/// <param name="schema">Makes its JSON Schema.</param>
/// <param name="say">Says it to people.</param>
internal sealed class ScalarForm(string allowed, Func<JsonField, JsonNode?> read, Func<JsonObject> schema, Func<JsonNode, string> say) : Form
{
    /// <inheritdoc/>
    public override string Allowed => allowed;

    /// <inheritdoc/>
    public override JsonNode? Read(JsonField field) => read(field);

    /// <inheritdoc/>
    public override JsonObject Schema(JsonObject definitions) => schema();

    /// <inheritdoc/>
    public override string Say(JsonNode value) => say(value);
}
