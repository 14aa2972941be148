using System.Collections.Immutable;
using Dom.Core.Catalogue;

namespace Dom.Core.Profiles.Life;

/// <summary>A published version that would decide the same lines at the same time as one that is to be published.</summary>
/// <param name="ProfileId">The profile.</param>
/// <param name="Version">Its version.</param>
/// <param name="From">First day on which both would be in force.</param>
/// <param name="To">Last such day; none where there is no end.</param>
/// <param name="Sentence">The overlap for people.</param>
public sealed record ScopeClash(ProfileId ProfileId, int Version, DateOnly From, DateOnly? To, string Sentence)
{
    /// <summary>The published versions that overlap with one that is to be, in scope and in time.</summary>
    /// <param name="candidate">The version to be published.</param>
    /// <param name="published">When which version of each other profile is in force; those of the candidate's own profile are passed over.</param>
    /// <param name="products">The products that are known, as <see cref="AssortmentBuilder"/> takes them in for these profiles.</param>
    /// <param name="today">The day on which it is published.</param>
    public static ImmutableArray<ScopeClash> Of(Profile candidate, IEnumerable<Reign> published, Assortment products, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(published);
        var own = ProfileVersions.Reigns([candidate], candidate.Version - 1, today).SingleOrDefault();
        return own is null || candidate.IsOnlyAlternate ? []
            : [.. published
                .Where(reign => reign.Profile.ProfileId != candidate.ProfileId && !reign.Profile.IsOnlyAlternate)
                .Select(reign => (reign.Profile, From: own.From > reign.From ? own.From : reign.From, To: own.To < reign.To ? own.To : reign.To))
                .Where(both => both.From <= both.To)
                .Select(both => Clash(candidate, both.Profile, both.From, both.To, ScopeOverlap.Of(candidate.Scope, both.Profile.Scope, products)))
                .OfType<ScopeClash>()];
    }

    private static ScopeClash? Clash(Profile candidate, Profile other, DateOnly from, DateOnly to, ScopeOverlap? overlap)
    {
        var isOpen = to == DateOnly.MaxValue;
        var until = isOpen ? "on" : FormattableString.Invariant($"to {to:O}");
        return overlap is null ? null : new ScopeClash(
            other.ProfileId,
            other.Version,
            from,
            isOpen ? null : to,
            FormattableString.Invariant($"Profiles '{candidate.ProfileId}' and '{other.ProfileId}' (version {other.Version}) would both decide, from {from:O} {until}: {overlap.ToSentence()}."));
    }
}
