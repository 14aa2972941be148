namespace Dom.Core.Profiles.Lint;

/// <summary>Something in a profile that is allowed and hardly meant.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">Its kind, as a word: <c>deadRule</c>, <c>shadowedRule</c>.</param>
/// <param name="Path">Where it stands in the document: <c>rules[2].at</c>.</param>
/// <param name="Sentence">The same for people, with the numbers.</param>
public sealed record LintFinding(LintSeverity Severity, string Code, string Path, string Sentence);

/// <summary>How bad a finding is.</summary>
public enum LintSeverity
{
    /// <summary>Worth knowing.</summary>
    Hint,

    /// <summary>Most likely not meant.</summary>
    Warning,

    /// <summary>Cannot be meant: a profile that has one is not published.</summary>
    Error,
}
