using System.Globalization;
using System.Text.Json.Nodes;
using Dom.Core.Messages;

namespace Dom.Core.Profiles.Forms;

/// <summary>A list of values or of objects.</summary>
/// <param name="item">What its elements are.</param>
/// <param name="most">Most elements.</param>
/// <param name="one">What one element is called: <c>tier</c>.</param>
/// <param name="key">The field by which elements are told from each other, where objects have one; each value of it stands once.</param>
/// <param name="isSet">Whether an element stands once at most and their order says nothing.</param>
/// <param name="least">Fewest elements.</param>
/// <param name="isOpen">Whether an element may be null, for no limit.</param>
internal sealed class ListForm(Form item, int most, string one, string? key = null, bool isSet = false, int least = 0, bool isOpen = false) : Form
{
    /// <summary>What its elements are.</summary>
    public Form Item => item;

    /// <summary>Whether an element may be null, for no limit.</summary>
    public bool IsOpen => isOpen;

    /// <summary>Whether an element stands once at most and their order says nothing.</summary>
    public bool IsSet => isSet;

    /// <summary>The field by which elements are told from each other, where there is one.</summary>
    public string? Key => key;

    /// <summary>Fewest elements.</summary>
    public int Least => least;

    /// <inheritdoc/>
    public override string Allowed => string.Create(CultureInfo.InvariantCulture, $"a list of {least} to {most}");

    /// <inheritdoc/>
    public override JsonNode? Read(JsonField field)
    {
        var read = new JsonArray();
        var seen = new HashSet<string>();
        foreach (var element in field.Elements(least, most, Allowed))
        {
            var value = (isOpen ? element : element.Required(item.Allowed)).IsPresent ? item.Read(element) : null;
            if (value is null && !isOpen)
            {
                continue;
            }

            var mark = key is null ? value : value![key];
            if ((isSet || key is not null) && mark is not null && !seen.Add(mark.ToJsonString()))
            {
                (key is null ? element : element.Member(key)).Refuse(key is null ? "each one once" : $"another one for each {one}");
            }

            read.Add(value);
        }

        return read;
    }

    /// <inheritdoc/>
    public override JsonObject Schema(JsonObject definitions)
    {
        var items = item.Schema(definitions);
        if (isOpen)
        {
            items["type"] = new JsonArray(items["type"]!.DeepClone(), "null");
        }

        var schema = new JsonObject { ["type"] = "array" };
        if (least > 0)
        {
            schema["minItems"] = least;
        }

        schema["maxItems"] = most;
        if (isSet)
        {
            schema["uniqueItems"] = true;
        }

        schema["items"] = items;
        return schema;
    }

    /// <inheritdoc/>
    public override string Say(JsonNode value) => value.AsArray() is { Count: > 0 } list
        ? string.Join(item is ScalarForm ? ", " : "; ", list.Select(element => element is null ? "no limit" : item.Say(element)))
        : "none";

    /// <inheritdoc/>
    public override void Compare(JsonNode? before, JsonNode? after, FormPlace place, ICollection<string> sentences)
    {
        var (then, now) = (before as JsonArray ?? [], after as JsonArray ?? []);
        if (JsonNode.DeepEquals(then, now))
        {
            return;
        }

        if (key is not null && then.DistinctBy(Name).Count() == then.Count && now.DistinctBy(Name).Count() == now.Count)
        {
            CompareKeyed(then, now, place, sentences);
        }
        else if (isSet)
        {
            CompareSets(then, now, place, sentences);
        }
        else
        {
            sentences.Add(place.Sentence($"{place.Words} from {Say(then)} to {Say(now)}"));
        }
    }

    private void CompareKeyed(JsonArray before, JsonArray after, FormPlace place, ICollection<string> sentences)
    {
        var then = before.ToDictionary(Name, element => element!);
        var now = after.ToDictionary(Name, element => element!);
        foreach (var (name, element) in then.Where(element => !now.ContainsKey(element.Key)))
        {
            sentences.Add($"{place.OneOf(one, name)} removed, was: {item.Say(element)}.");
        }

        foreach (var (name, element) in now)
        {
            if (then.TryGetValue(name, out var was))
            {
                Compare(item, was, element, place.OneOf(one, name), sentences);
            }
            else
            {
                sentences.Add($"{place.OneOf(one, name)} added: {item.Say(element)}.");
            }
        }

        if (!before.Select(Name).Where(now.ContainsKey).SequenceEqual(after.Select(Name).Where(then.ContainsKey)))
        {
            sentences.Add(place.Sentence($"{place.Words} stand in another order: {string.Join(", ", after.Select(Name))}"));
        }
    }

    private static void Compare(Form form, JsonNode before, JsonNode after, string thing, ICollection<string> sentences)
    {
        if (form is RecordForm record)
        {
            record.CompareFields(before, after, thing, sentences);
        }
        else
        {
            form.Compare(before, after, new FormPlace(thing, "changed"), sentences);
        }
    }

    private void CompareSets(JsonArray before, JsonArray after, FormPlace place, ICollection<string> sentences)
    {
        var then = before.Select(element => item.Say(element!)).ToHashSet();
        var now = after.Select(element => item.Say(element!)).ToHashSet();
        foreach (var gone in then.Except(now))
        {
            sentences.Add(place.Sentence($"{place.Words}: {gone} removed"));
        }

        foreach (var come in now.Except(then))
        {
            sentences.Add(place.Sentence($"{place.Words}: {come} added"));
        }

        if (then.SetEquals(now))
        {
            sentences.Add(place.Sentence($"{place.Words} stand in another order: {Say(after)}"));
        }
    }

    private string Name(JsonNode? element) => $"'{(string)element![key!]!}'";
}
