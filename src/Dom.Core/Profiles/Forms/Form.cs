using System.Text.Json.Nodes;
using Dom.Core.Messages;

namespace Dom.Core.Profiles.Forms;

/// <summary>
/// What may stand at one place of a profile's document. Said once, and read three ways: to judge a document, to publish its JSON Schema, and to tell what
/// differs between two versions.
/// </summary>
internal abstract class Form
{
    /// <summary>Reads a field into its plain spelling: no nulls, no unknown names, whole numbers as whole numbers.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The value; none where nothing stands there, or where it is faulty and the fault is noted.</returns>
    public abstract JsonNode? Read(JsonField field);

    /// <summary>What is allowed, in words.</summary>
    public abstract string Allowed { get; }

    /// <summary>Its JSON Schema.</summary>
    /// <param name="definitions">Where forms with a name of their own are gathered.</param>
    public abstract JsonObject Schema(JsonObject definitions);

    /// <summary>A value for people.</summary>
    /// <param name="value">The value, in the plain spelling.</param>
    public abstract string Say(JsonNode value);

    /// <summary>Tells what became of a value.</summary>
    /// <param name="before">What stood there; none where nothing did.</param>
    /// <param name="after">What stands there; none where nothing does.</param>
    /// <param name="place">Where the value stands.</param>
    /// <param name="sentences">Where the sentences go.</param>
    public virtual void Compare(JsonNode? before, JsonNode? after, FormPlace place, ICollection<string> sentences)
    {
        if (!JsonNode.DeepEquals(before, after))
        {
            sentences.Add(place.Sentence((before, after) switch
            {
                (null, { } now) => $"{place.Words} set to {Say(now)}",
                ({ } then, null) => $"{place.Words} no longer set, was {Say(then)}",
                ({ } then, { } now) => $"{place.Words} from {Say(then)} to {Say(now)}",
                _ => place.Words,
            }));
        }
    }
}
