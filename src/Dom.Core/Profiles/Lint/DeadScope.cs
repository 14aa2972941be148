using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Network;
using Dom.Core.Profiles.Life;
using static System.FormattableString;

namespace Dom.Core.Profiles.Lint;

/// <summary>Says where a scope of a rule or a cost comes to nothing, or names what there is not.</summary>
/// <param name="subject">The profile.</param>
/// <param name="code">The code of findings of what comes to nothing.</param>
/// <param name="words">Whose scope it is, as a sentence begins with it, such as <c>Rule 'near'</c>.</param>
/// <param name="path">Where that stands in the document.</param>
internal sealed class DeadScope(LintSubject subject, string code, string words, string path)
{
    private const int MostNamed = 5;

    /// <summary>Days that are past, or on none of which the profile decides.</summary>
    /// <param name="days">The days.</param>
    public IEnumerable<LintFinding> Days(Effective days)
    {
        var (profile, today) = (subject.Profile, subject.Surroundings.Today);
        if (days.To is { } end && end < today)
        {
            yield return Dead(".effective.to", Invariant($"ended on {end:O}; today is {today:O}."));
        }

        if (days.To < profile.Effective.From || days.From > profile.Effective.To)
        {
            yield return Dead(".effective", "holds on no day on which the profile decides.");
        }
    }

    /// <summary>Locations and groups that the network does not have.</summary>
    /// <param name="at">The locations.</param>
    public IEnumerable<LintFinding> Places(PlaceScope at)
    {
        var network = subject.Surroundings.Network;
        if (network.IsEmpty || at.IsEverywhere)
        {
            yield break;
        }

        if (!network.Any(location => at.Match(location) is not null))
        {
            yield return Dead(".at", Invariant($"holds at none of the {network.Length} locations of the network."));
            yield break;
        }

        var (ids, groups) = (network.Select(location => location.LocationId).ToHashSet(), network.SelectMany(location => location.Groups).ToHashSet(StringComparer.Ordinal));
        foreach (var (index, id) in at.Locations.Index().Where(known => !ids.Contains(known.Item)))
        {
            yield return Warning("unknownPlace", Invariant($".at.locations[{index}]"), $"names location '{id}', which the network does not have.");
        }

        foreach (var (index, group) in at.Groups.Index().Where(known => !groups.Contains(known.Item)))
        {
            yield return Warning("unknownPlace", Invariant($".at.groups[{index}]"), $"names group '{group}', which no location belongs to.");
        }
    }

    /// <summary>Delivery modes that the profile does not decide, or that no location offers.</summary>
    /// <param name="modes">The modes; none named means all.</param>
    /// <param name="field">Where they stand below the path.</param>
    public IEnumerable<LintFinding> Modes(ImmutableArray<DeliveryMode> modes, string field)
    {
        var (scope, network) = (subject.Profile.Scope.Modes, subject.Surroundings.Network);
        if (modes.IsEmpty)
        {
            yield break;
        }

        if (!scope.IsEmpty && !modes.Intersect(scope).Any())
        {
            yield return Dead(field, $"is for {string.Join(", ", modes)}; the profile decides {string.Join(", ", scope)}.");
        }
        else if (!network.IsEmpty && !network.Any(location => location.Modes.Intersect(modes).Any()))
        {
            yield return Dead(field, Invariant($"is for {string.Join(", ", modes)}, which none of the {network.Length} locations offers."));
        }
        else if (!network.IsEmpty)
        {
            foreach (var (index, mode) in modes.Index().Where(named => !network.Any(location => location.Modes.Contains(named.Item))))
            {
                yield return Warning("unknownMode", Invariant($"{field}[{index}]"), Invariant($"names mode '{mode}', which none of the {network.Length} locations offers."));
            }
        }
    }

    /// <summary>Products that the profile does not decide, or that nobody knows.</summary>
    /// <param name="lines">The lines.</param>
    public IEnumerable<LintFinding> Products(ProductScope lines)
    {
        if (lines.Skus.IsEmpty && lines.Categories.IsEmpty)
        {
            return [];
        }

        var (scope, products) = (subject.Profile.Scope, subject.Surroundings.Products);
        var theirs = new ProfileScope { Skus = lines.Skus, Categories = lines.Categories };
        return ScopeOverlap.Of(theirs, new ProfileScope { Skus = scope.Skus, Categories = scope.Categories }, products) is null
                ? [Dead(".for", "is for products that the profile does not decide.")]
            : products.Count == 0
                ? []
            : !products.Kinds.Any(kind => (lines with { Modes = [] }).Match(kind.Example.Sku, kind.Example, DeliveryMode.Ship) is not null)
                ? [Dead(".for", Invariant($"is for none of the {products.Count} products that are known."))]
            : UnknownProducts(lines, products);
    }

    private IEnumerable<LintFinding> UnknownProducts(ProductScope lines, Assortment products)
    {
        foreach (var (index, category) in lines.Categories.Index().Where(named => !products.Kinds.Any(kind => kind.Example.IsIn(named.Item))))
        {
            yield return Warning("unknownCategory", Invariant($".for.categories[{index}]"), Invariant($"names category '{category}', which none of the {products.Count} products that are known is in."));
        }

        // Stock can be there before its product is known, so it may well be meant.
        var known = products.Kinds.Select(kind => kind.Example.Sku).ToHashSet();
        ImmutableArray<string> unknown = [.. lines.Skus.Where(sku => !known.Contains(sku)).Select(sku => $"'{sku}'")];
        if (!unknown.IsEmpty)
        {
            var more = unknown.Length > MostNamed ? Invariant($" and {unknown.Length - MostNamed} more") : "";
            yield return LintSubject.Finding(
                LintSeverity.Hint, "unknownSku", path + ".for.skus", Invariant($"{words} names {string.Join(", ", unknown.Take(MostNamed))}{more}, none of the {products.Count} products that are known."));
        }
    }

    private LintFinding Dead(string field, string what) => Warning(code, field, what);

    private LintFinding Warning(string kind, string field, string what) => LintSubject.Finding(LintSeverity.Warning, kind, path + field, $"{words} {what}");
}
