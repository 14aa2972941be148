using System.Collections.Immutable;
using System.Text.Json;
using Dom.Core.Profiles.Life;
using Dom.Core.Profiles.Lint;
using Dom.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Dom.Functions.Profiles;

/// <summary>Refusals that only profiles know.</summary>
internal static class ProfileProblems
{
    /// <summary>What a state is called.</summary>
    /// <param name="state">The state.</param>
    public static string Word(ProfileState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    /// <summary>Other profiles would decide the same lines at the same time.</summary>
    /// <param name="clashes">Which.</param>
    public static IResult Clashing(ImmutableArray<ScopeClash> clashes) => new JsonAnswer(
        StatusCodes.Status409Conflict,
        new
        {
            type = "urn:dom:problem:scope-overlap",
            title = "Another profile decides the same lines.",
            status = StatusCodes.Status409Conflict,
            detail = clashes[0].Sentence,
            overlaps = clashes,
        },
        IsProblem: true);

    /// <summary>The profile has findings that keep it from being published.</summary>
    /// <param name="findings">Which.</param>
    public static IResult Faulty(ImmutableArray<LintFinding> findings) => new JsonAnswer(
        StatusCodes.Status409Conflict,
        new
        {
            type = "urn:dom:problem:lint",
            title = "The profile cannot be meant so.",
            status = StatusCodes.Status409Conflict,
            detail = findings[0].Sentence,
            findings,
        },
        IsProblem: true);
}
