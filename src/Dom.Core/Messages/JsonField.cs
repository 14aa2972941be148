using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Dom.Core.Messages;

/// <summary>
/// A field of a posted document. Reading it gives its value, or none and a fault. A field that is not there, or is null, is none without a fault
/// unless it is <see cref="Required"/>.
/// </summary>
/// <param name="element">The value; undefined for a field that is not there.</param>
/// <param name="path">Where it stands, from the root; empty for the root itself.</param>
/// <param name="faults">Where faults are gathered.</param>
internal readonly partial struct JsonField(JsonElement element, string path, List<Fault> faults)
{
    /// <summary>What faults call the whole document.</summary>
    public const string Root = "body";

    private const int MaxValueLength = 100;
    private const string Missing = "missing";

    /// <summary>Whether a value stands there.</summary>
    public bool IsPresent => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    private string Name => path.Length == 0 ? Root : path;

    /// <summary>A field of this object; not there when this is no object.</summary>
    /// <param name="name">Its name, letter case counts.</param>
    public JsonField Member(string name)
    {
        var member = default(JsonElement);
        if (element.ValueKind == JsonValueKind.Object)
        {
            element.TryGetProperty(name, out member);
        }

        return new JsonField(member, path.Length == 0 ? name : $"{path}.{name}", faults);
    }

    /// <summary>The same field; not being there is a fault.</summary>
    /// <param name="allowed">What is allowed there, in words.</param>
    public JsonField Required(string allowed)
    {
        if (!IsPresent)
        {
            Refuse(allowed);
        }

        return this;
    }

    /// <summary>Whether nothing in the whole document has been found faulty so far.</summary>
    public bool IsFaultless => faults.Count == 0;

    /// <summary>Notes a fault that was found in what the document says.</summary>
    /// <param name="fault">The fault, with its path from the root.</param>
    public void Add(Fault fault) => faults.Add(fault);

    /// <summary>Notes a fault, with the value as it stands there in JSON.</summary>
    /// <param name="allowed">What is allowed, in words.</param>
    public void Refuse(string allowed) => Refuse(allowed, element.ValueKind == JsonValueKind.Undefined ? Missing : element.GetRawText());

    /// <summary>Whether this is an object; anything else that stands there is a fault.</summary>
    /// <param name="allowed">What is allowed, in words.</param>
    public bool IsObject(string allowed) => Is(JsonValueKind.Object, allowed);

    /// <summary>The elements of a list.</summary>
    /// <param name="least">Fewest elements.</param>
    /// <param name="most">Most elements.</param>
    /// <param name="allowed">What is allowed, in words.</param>
    /// <returns>The elements; none of them when the list is faulty or not there.</returns>
    public IReadOnlyList<JsonField> Elements(int least, int most, string allowed)
    {
        if (!Is(JsonValueKind.Array, allowed))
        {
            return [];
        }

        var count = element.GetArrayLength();
        if (count < least || count > most)
        {
            Refuse(allowed, string.Create(CultureInfo.InvariantCulture, $"a list of {count}"));
            return [];
        }

        var listPath = Name;
        var fields = new JsonField[count];
        for (var index = 0; index < count; index++)
        {
            fields[index] = new JsonField(element[index], string.Create(CultureInfo.InvariantCulture, $"{listPath}[{index}]"), faults);
        }

        return fields;
    }

    /// <summary>The names of an object's fields.</summary>
    public IReadOnlyList<string> Names() => element.ValueKind == JsonValueKind.Object ? [.. element.EnumerateObject().Select(member => member.Name)] : [];

    /// <summary>Yes or no.</summary>
    public bool? Flag()
    {
        const string allowed = "true or false";
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return element.GetBoolean();
        }

        if (IsPresent)
        {
            Refuse(allowed);
        }

        return null;
    }

    /// <summary>A whole number, however it is spelled: 2, 2.0 and 2e0 are one number.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    public T? Whole<T>(T least, T most)
        where T : struct, IBinaryInteger<T>
    {
        if (!IsPresent)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number) && decimal.IsInteger(number)
            && number >= decimal.CreateChecked(least) && number <= decimal.CreateChecked(most))
        {
            return T.CreateChecked(number);
        }

        Refuse(string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
        return null;
    }

    /// <summary>A number.</summary>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    public double? Number(double least, double most)
    {
        if (!IsPresent)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"));
        return null;
    }

    private void Refuse(string allowed, string value)
    {
        if (value.Length > MaxValueLength)
        {
            var end = char.IsHighSurrogate(value[MaxValueLength - 2]) ? MaxValueLength - 2 : MaxValueLength - 1;
            value = value[..end] + '…';
        }

        faults.Add(new Fault(Name, value, allowed));
    }

    private bool Is(JsonValueKind kind, string allowed)
    {
        if (IsPresent && element.ValueKind != kind)
        {
            Refuse(allowed);
        }

        return element.ValueKind == kind;
    }
}
