using System.Globalization;
using System.Text.Json.Nodes;
using Dom.Core.Messages;

namespace Dom.Core.Profiles.Forms;

/// <summary>Values by names that the retailer chooses.</summary>
/// <param name="item">What stands at each name.</param>
/// <param name="most">Most names.</param>
/// <param name="one">What one of them is called: <c>reason</c>.</param>
internal sealed class MapForm(Form item, int most, string one) : Form
{
    /// <summary>What stands at each name.</summary>
    public Form Item => item;

    /// <inheritdoc/>
    public override string Allowed => string.Create(CultureInfo.InvariantCulture, $"a JSON object of at most {most} names, each {Identifier.PlainRule}");

    /// <inheritdoc/>
    public override JsonNode? Read(JsonField field)
    {
        if (!field.IsObject(Allowed))
        {
            return null;
        }

        var names = field.Names();
        if (names.Count > most)
        {
            field.Refuse(Allowed);
            return null;
        }

        var read = new JsonObject();
        foreach (var name in names)
        {
            var member = field.Member(name);
            if (!Identifier.IsPlain(name))
            {
                member.Refuse($"a name of {Identifier.PlainRule}");
            }
            else if (member.Required(item.Allowed).IsPresent && item.Read(member) is { } value)
            {
                read[name] = value;
            }
        }

        return read;
    }

    /// <inheritdoc/>
    public override JsonObject Schema(JsonObject definitions) => new()
    {
        ["type"] = "object",
        ["maxProperties"] = most,
        ["propertyNames"] = new JsonObject { ["pattern"] = "^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$" },
        ["additionalProperties"] = item.Schema(definitions),
    };

    /// <inheritdoc/>
    public override string Say(JsonNode value) =>
        string.Join(", ", value.AsObject().OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"'{one.Key}': {item.Say(one.Value!)}"));

    /// <inheritdoc/>
    public override void Compare(JsonNode? before, JsonNode? after, FormPlace place, ICollection<string> sentences)
    {
        var names = Names(before).Union(Names(after)).Order(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var (then, now) = (before?[name], after?[name]);
            if (!JsonNode.DeepEquals(then, now))
            {
                sentences.Add((then, now) switch
                {
                    (null, { } added) => $"{place.OneOf(one, $"'{name}'")} added: {item.Say(added)}.",
                    ({ } gone, null) => $"{place.OneOf(one, $"'{name}'")} removed, was: {item.Say(gone)}.",
                    _ => $"{place.OneOf(one, $"'{name}'")} from {item.Say(then!)} to {item.Say(now!)}.",
                });
            }
        }
    }

    private static IEnumerable<string> Names(JsonNode? map) => (map as JsonObject)?.Select(one => one.Key) ?? [];
}
