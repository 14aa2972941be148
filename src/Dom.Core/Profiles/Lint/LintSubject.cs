using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Profiles.Lint;

/// <summary>A profile that is looked through, with what several looks need.</summary>
/// <param name="profile">The profile.</param>
/// <param name="surroundings">What it is held against.</param>
internal sealed class LintSubject(Profile profile, LintSurroundings surroundings)
{
    private const int MostNamed = 5;

    /// <summary>The profile.</summary>
    public Profile Profile => profile;

    /// <summary>What it is held against.</summary>
    public LintSurroundings Surroundings => surroundings;

    /// <summary>The rules that are on, now or later, each with its place in the document and the locations that it holds at.</summary>
    public ImmutableArray<LiveRule> Rules { get; } =
    [
        .. profile.Rules.Index().Where(rule => !rule.Item.IsDisabled && !(rule.Item.Effective.To < surroundings.Today)).Select(rule => new LiveRule(
            rule.Item,
            Invariant($"rules[{rule.Index}]"),
            rule.Index,
            [.. surroundings.Network.Where(location => rule.Item.At.Match(location) is not null).Select(location => location.LocationId)])),
    ];

    /// <summary>Whether a rule is on from today without an end: what it shuts out is shut out for good.</summary>
    /// <param name="rule">The rule.</param>
    public bool IsForGood(Rule rule) => rule.IsHard && rule.Effective.To is null && !(rule.Effective.From > surroundings.Today);

    /// <summary>A finding.</summary>
    /// <param name="severity">How bad it is.</param>
    /// <param name="code">Its kind.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="sentence">What it is.</param>
    public static LintFinding Finding(LintSeverity severity, string code, string path, string sentence) => new(severity, code, path, sentence);

    /// <summary>Some names, and how many more there are.</summary>
    /// <param name="names">All of them.</param>
    public static string Some(IReadOnlyCollection<LocationId> names) => names.Count <= MostNamed
        ? string.Join(", ", names)
        : Invariant($"{string.Join(", ", names.Take(MostNamed))} and {names.Count - MostNamed} more");
}

/// <summary>A rule that is on, now or later.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Path">Where it stands in the document.</param>
/// <param name="Index">Its place among the rules.</param>
/// <param name="Locations">The locations that it holds at.</param>
internal sealed record LiveRule(Rule Rule, string Path, int Index, ImmutableHashSet<LocationId> Locations)
{
    /// <summary>The rule for people: its name and what it sets.</summary>
    public string Words => $"'{Rule.Id}' ({RuleWords.Of(Rule)})";
}
