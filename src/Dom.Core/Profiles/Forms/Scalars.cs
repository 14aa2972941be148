using System.Text.Json.Nodes;
using static System.FormattableString;

namespace Dom.Core.Profiles.Forms;

/// <summary>The values that profiles are made of.</summary>
internal static partial class Scalars
{
    /// <summary>Greatest amount of money, in minor units: a million million.</summary>
    public const long MostMinorUnits = 1_000_000_000_000;

    /// <summary>Greatest distance, in kilometres: more than once around the Earth.</summary>
    public const double MostKm = 50_000;

    /// <summary>An identifier of letters and digits.</summary>
    public static Form Plain { get; } = Text(Identifier.IsPlain, Identifier.PlainRule, "^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$");

    /// <summary>A name of printable characters.</summary>
    public static Form Printable { get; } = Text(Identifier.IsPrintable, Identifier.PrintableRule, @"^[^\s\p{Cc}]([^\p{Cc}]{0,62}[^\s\p{Cc}])?$");

    /// <summary>Yes or no.</summary>
    public static Form Flag { get; } = new ScalarForm(
        "true or false", field => field.Flag() is { } flag ? JsonValue.Create(flag) : null, () => new() { ["type"] = "boolean" }, value => (bool)value ? "yes" : "no");

    /// <summary>An amount of money in minor units, 0 or more.</summary>
    public static Form Money { get; } = Whole(0, MostMinorUnits, "minor units");

    /// <summary>A distance in kilometres, 0 or more.</summary>
    public static Form Km { get; } = Number(0, MostKm, "km");

    /// <summary>A text.</summary>
    /// <param name="isAllowed">Whether a text may stand there.</param>
    /// <param name="allowed">The same in words.</param>
    /// <param name="pattern">The same as a regular expression, for the schema; it may take more.</param>
    public static Form Text(Func<string, bool> isAllowed, string allowed, string pattern) => new ScalarForm(
        allowed,
        field => field.Text(isAllowed, allowed) is { } text ? JsonValue.Create(text) : null,
        () => new() { ["type"] = "string", ["pattern"] = pattern },
        value => $"'{(string)value!}'");

    /// <summary>One of a few words.</summary>
    /// <param name="words">The words, two or more.</param>
    public static Form Word(params string[] words)
    {
        var allowed = $"{string.Join(", ", words[..^1])} or {words[^1]}";
        return new ScalarForm(
            allowed,
            field => field.Text(text => words.Contains(text), allowed) is { } word ? JsonValue.Create(word) : null,
            () => new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) },
            value => (string)value!);
    }

    /// <summary>A whole number.</summary>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    /// <param name="unit">What it counts, in plural; none where nothing.</param>
    public static Form Whole(long least, long most, string unit = "") => new ScalarForm(
        Invariant($"a whole number from {least} to {most}"),
        field => field.Whole(least, most) is { } number ? JsonValue.Create(number) : null,
        () => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most },
        value => Invariant($"{value.ToJsonString()} {unit}").TrimEnd());

    /// <summary>A number.</summary>
    /// <param name="least">Least value, allowed itself.</param>
    /// <param name="most">Greatest value.</param>
    /// <param name="unit">What it measures.</param>
    public static Form Number(double least, double most, string unit) => new ScalarForm(
        Invariant($"a number from {least} to {most}"),
        field => field.Number(least, most) is { } number ? JsonValue.Create(number) : null,
        () => new() { ["type"] = "number", ["minimum"] = least, ["maximum"] = most },
        value => Invariant($"{value.ToJsonString()} {unit}"));

    /// <summary>A number above 0.</summary>
    /// <param name="most">Greatest value.</param>
    /// <param name="unit">What it measures.</param>
    public static Form Above0(double most, string unit)
    {
        var allowed = Invariant($"a number above 0, up to {most}");
        return new ScalarForm(
            allowed,
            field =>
            {
                if (field.Number(0, most) is not { } number)
                {
                    return null;
                }

                if (number == 0)
                {
                    field.Refuse(allowed);
                }

                return JsonValue.Create(number);
            },
            () => new() { ["type"] = "number", ["exclusiveMinimum"] = 0, ["maximum"] = most },
            value => Invariant($"{value.ToJsonString()} {unit}"));
    }
}
