using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Network;
using Dom.Core.Profiles.Life;
using Dom.Core.Profiles.Rules;
using static System.FormattableString;

namespace Dom.Core.Profiles.Lint;

/// <summary>Rules that never hold: their days are past, they are switched off, or no location, product or mode is theirs.</summary>
internal static class DeadRuleLint
{
    private const string Dead = "deadRule";

    /// <summary>What is found.</summary>
    /// <param name="subject">The profile.</param>
    public static IEnumerable<LintFinding> Of(LintSubject subject) =>
        subject.Profile.Rules.Index().SelectMany(rule => OfRule(subject, rule.Item, Invariant($"rules[{rule.Index}]")));

    private static IEnumerable<LintFinding> OfRule(LintSubject subject, Rule rule, string path)
    {
        var (profile, around) = (subject.Profile, subject.Surroundings);
        if (rule.IsDisabled)
        {
            yield return LintSubject.Finding(LintSeverity.Hint, Dead, path + ".isDisabled", $"Rule '{rule.Id}' is switched off.");
            yield break;
        }

        if (rule.Effective.To is { } end && end < around.Today)
        {
            yield return LintSubject.Finding(LintSeverity.Warning, Dead, path + ".effective.to", Invariant($"Rule '{rule.Id}' ended on {end:O}; today is {around.Today:O}."));
        }

        if (rule.Effective.To < profile.Effective.From || rule.Effective.From > profile.Effective.To)
        {
            yield return LintSubject.Finding(LintSeverity.Warning, Dead, path + ".effective", $"Rule '{rule.Id}' holds on no day on which the profile decides.");
        }

        foreach (var finding in Places(around.Network, rule, path).Concat(Modes(subject, rule, path)))
        {
            yield return finding;
        }

        if (!rule.For.Skus.IsEmpty || !rule.For.Categories.IsEmpty)
        {
            var theirs = new ProfileScope { Skus = rule.For.Skus, Categories = rule.For.Categories };
            if (ScopeOverlap.Of(theirs, new ProfileScope { Skus = profile.Scope.Skus, Categories = profile.Scope.Categories }, around.Products) is null)
            {
                yield return LintSubject.Finding(LintSeverity.Warning, Dead, path + ".for", $"Rule '{rule.Id}' is for products that the profile does not decide.");
            }
            else
            {
                foreach (var finding in Products(around.Products, rule, path))
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<LintFinding> Products(Assortment products, Rule rule, string path)
    {
        if (products.Count == 0)
        {
            yield break;
        }

        if (!products.Kinds.Any(kind => IsFor(rule, kind.Example)))
        {
            yield return LintSubject.Finding(LintSeverity.Warning, Dead, path + ".for", Invariant($"Rule '{rule.Id}' is for none of the {products.Count} products that are known."));
            yield break;
        }

        foreach (var (index, category) in rule.For.Categories.Index().Where(named => !products.Kinds.Any(kind => kind.Example.IsIn(named.Item))))
        {
            yield return LintSubject.Finding(
                LintSeverity.Warning, "unknownCategory", Invariant($"{path}.for.categories[{index}]"), Invariant($"Rule '{rule.Id}' names category '{category}', which none of the {products.Count} products that are known is in."));
        }
    }

    private static IEnumerable<LintFinding> Places(ImmutableArray<Location> network, Rule rule, string path)
    {
        if (network.IsEmpty || rule.At.IsEverywhere)
        {
            yield break;
        }

        if (!network.Any(location => rule.At.Match(location) is not null))
        {
            yield return LintSubject.Finding(LintSeverity.Warning, Dead, path + ".at", Invariant($"Rule '{rule.Id}' holds at none of the {network.Length} locations of the network."));
            yield break;
        }

        var (ids, groups) = (network.Select(location => location.LocationId).ToHashSet(), network.SelectMany(location => location.Groups).ToHashSet(StringComparer.Ordinal));
        foreach (var (index, id) in rule.At.Locations.Index().Where(known => !ids.Contains(known.Item)))
        {
            yield return LintSubject.Finding(LintSeverity.Warning, "unknownPlace", Invariant($"{path}.at.locations[{index}]"), $"Rule '{rule.Id}' names location '{id}', which the network does not have.");
        }

        foreach (var (index, group) in rule.At.Groups.Index().Where(known => !groups.Contains(known.Item)))
        {
            yield return LintSubject.Finding(LintSeverity.Warning, "unknownPlace", Invariant($"{path}.at.groups[{index}]"), $"Rule '{rule.Id}' names group '{group}', which no location belongs to.");
        }
    }

    private static IEnumerable<LintFinding> Modes(LintSubject subject, Rule rule, string path)
    {
        var (modes, scope, network) = (rule.For.Modes, subject.Profile.Scope.Modes, subject.Surroundings.Network);
        if (modes.IsEmpty)
        {
            yield break;
        }

        if (!scope.IsEmpty && !modes.Intersect(scope).Any())
        {
            yield return LintSubject.Finding(
                LintSeverity.Warning, Dead, path + ".for.modes", $"Rule '{rule.Id}' is for {string.Join(", ", modes)}; the profile decides {string.Join(", ", scope)}.");
        }
        else if (!network.IsEmpty && !network.Any(location => location.Modes.Intersect(modes).Any()))
        {
            yield return LintSubject.Finding(
                LintSeverity.Warning, Dead, path + ".for.modes", Invariant($"Rule '{rule.Id}' is for {string.Join(", ", modes)}, which none of the {network.Length} locations offers."));
        }
    }

    private static bool IsFor(Rule rule, Product product) =>
        (rule.For with { Modes = [] }).Match(product.Sku, product, DeliveryMode.Ship) is not null;
}
