namespace Dom.Core.Sourcing;

/// <summary>The rule that kept a location from fulfilling a line.</summary>
/// <param name="Rule">The rule's id in the profile; for what every profile demands, its kind.</param>
/// <param name="Sentence">Why, for people, with the numbers.</param>
public sealed record Exclusion(string Rule, string Sentence)
{
    /// <summary>The kind of rule, as profiles name it, such as <c>maximumDistance</c>.</summary>
    public string Kind { get; init; } = Rule;

    /// <summary>Stands in for a rule where none excludes a location but no tariff takes the line's parcel there: kilometres, or kilograms.</summary>
    public const string Tariff = "tariff";

    /// <summary>What the rule allows, in the rule's unit; none for rules without numbers.</summary>
    public double? Limit { get; init; }

    /// <summary>What was found, in the rule's unit; none for rules without numbers.</summary>
    public double? Actual { get; init; }
}
