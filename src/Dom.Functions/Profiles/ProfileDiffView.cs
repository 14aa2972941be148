using System.Collections.Immutable;

namespace Dom.Functions.Profiles;

/// <summary>What differs between two versions of a profile.</summary>
/// <param name="From">The one: a number, or <c>draft</c>.</param>
/// <param name="To">The other.</param>
/// <param name="Changes">What differs, in sentences; nothing where nothing does.</param>
public sealed record ProfileDiffView(string From, string To, ImmutableArray<string> Changes);
