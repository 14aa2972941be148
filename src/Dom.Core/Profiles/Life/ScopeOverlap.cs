using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using static System.FormattableString;

namespace Dom.Core.Profiles.Life;

/// <summary>The lines that two scopes both cover.</summary>
/// <remarks>
/// Two scopes overlap where they do in every dimension. Two categories overlap where one covers the other, or a product that is known is in both; a SKU and a
/// category, where the SKU's product is known to be in the category. That a product *could* be in two categories that lie apart is no overlap: with
/// supplementary hierarchies it always could, and no two profiles could then be told apart by category. Should a product come later that is in both,
/// <see cref="ProfileChoice"/> says which profile decides.
/// </remarks>
/// <param name="Parts">What is common, dimension by dimension, such as <c>channels web</c>; none where every line is.</param>
public sealed record ScopeOverlap(ImmutableArray<string> Parts)
{
    /// <summary>The overlap in words.</summary>
    public string ToSentence() => Parts.IsEmpty ? "every line" : string.Join("; ", Parts);

    /// <summary>What two scopes have in common; none where they have nothing.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="products">The products that are known, told apart as both scopes do.</param>
    public static ScopeOverlap? Of(ProfileScope one, ProfileScope other, Assortment? products = null)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        string?[] parts =
        [
            Names("legal entities", one.LegalEntities, other.LegalEntities),
            Names("channels", one.Channels, other.Channels),
            Names("countries", one.Countries, other.Countries),
            Names("regions", one.Regions, other.Regions),
            Names("modes", one.Modes, other.Modes),
            Names("customer tiers", one.CustomerTiers, other.CustomerTiers),
            Range("amounts", one.MinAmountMinorUnits, one.MaxAmountMinorUnits, other.MinAmountMinorUnits, other.MaxAmountMinorUnits),
            Range("priorities", one.MinPriority, one.MaxPriority, other.MinPriority, other.MaxPriority),
            one.NamesADay is { } day && other.NamesADay is { } otherDay && day != otherDay ? null
                : (one.NamesADay ?? other.NamesADay) switch { true => "orders that name a day", false => "orders that name no day", null => "" },
            Products(one, other, products ?? Assortment.None),
        ];

        return parts.Contains(null) ? null : new ScopeOverlap([.. parts.Where(part => part!.Length > 0).Select(part => part!)]);
    }

    /// <summary>What is common: an empty text where all is, none where nothing is.</summary>
    private static string? Names<T>(string dimension, ImmutableArray<T> one, ImmutableArray<T> other) =>
        Common(one, other) is not { } common ? "" : common.Length > 0 ? $"{dimension} {string.Join(", ", common)}" : null;

    private static T[]? Common<T>(ImmutableArray<T> one, ImmutableArray<T> other) =>
        one.IsEmpty && other.IsEmpty ? null : one.IsEmpty ? [.. other] : other.IsEmpty ? [.. one] : [.. one.Intersect(other)];

    private static string? Range(string dimension, long? least, long? most, long? otherLeast, long? otherMost)
    {
        var from = least is null ? otherLeast : otherLeast is null ? least : Math.Max(least.Value, otherLeast.Value);
        var to = most is null ? otherMost : otherMost is null ? most : Math.Min(most.Value, otherMost.Value);
        return (from, to) switch
        {
            (null, null) => "",
            ({ } lowest, null) => Invariant($"{dimension} from {lowest}"),
            (null, { } highest) => Invariant($"{dimension} up to {highest}"),
            ({ } lowest, { } highest) => lowest <= highest ? Invariant($"{dimension} from {lowest} to {highest}") : null,
        };
    }

    private static string? Products(ProfileScope one, ProfileScope other, Assortment products)
    {
        var (isAny, isOtherAny) = (one.Skus.IsEmpty && one.Categories.IsEmpty, other.Skus.IsEmpty && other.Categories.IsEmpty);
        if (isAny || isOtherAny)
        {
            var scope = isAny ? other : one;
            return isAny && isOtherAny ? "" : Said(scope.Skus, scope.Skus.Length, scope.Categories);
        }

        var categories = one.Categories.SelectMany(category => other.Categories.Select(otherCategory => (category, otherCategory)))
            .Where(pair => pair.category.Covers(pair.otherCategory) || pair.otherCategory.Covers(pair.category))
            .Select(pair => pair.category.Depth >= pair.otherCategory.Depth ? pair.category : pair.otherCategory)
            .Distinct()
            .ToImmutableArray();
        var both = one.Skus.Intersect(other.Skus).ToImmutableArray();
        var kinds = products.Kinds
            .Where(kind => IsIn(one, kind.Example) && IsIn(other, kind.Example) && !categories.Any(kind.Example.IsIn) && !both.Contains(kind.Example.Sku))
            .ToImmutableArray();
        var skus = both.Concat(kinds.SelectMany(kind => kind.First).OrderBy(sku => sku.Value, StringComparer.Ordinal));
        return Said(skus, both.Length + kinds.Sum(kind => kind.Count), categories) is { Length: > 0 } said ? said : null;
    }

    private static bool IsIn(ProfileScope scope, Product product) => scope.Skus.Contains(product.Sku) || scope.Categories.Any(product.IsIn);

    private static string Said(IEnumerable<Sku> skus, int count, ImmutableArray<CategoryPath> categories)
    {
        const int most = ProductKind.MostNamed;
        var more = count > most ? Invariant($" and {count - most} more") : "";
        return string.Join(
            " and ",
            new[] { categories.IsEmpty ? "" : $"categories {string.Join(", ", categories)}", count == 0 ? "" : $"SKUs {string.Join(", ", skus.Take(most))}{more}" }
                .Where(part => part.Length > 0));
    }
}
