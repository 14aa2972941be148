using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;

namespace Dom.Core.Profiles;

/// <summary>For which lines a rule or cost holds: products that any of its lists names, by any of its modes. Lists left empty name all.</summary>
public sealed record ProductScope
{
    /// <summary>How particular a match by SKU is: more than any category.</summary>
    public const int BySku = 2000;

    /// <summary>What a supplementary category adds: it wins over every ordinary one.</summary>
    public const int Supplement = 1000;

    /// <summary>Every line.</summary>
    public static ProductScope Everything { get; } = new();

    /// <summary>Products by their SKUs.</summary>
    public ImmutableArray<Sku> Skus { get; init; } = [];

    /// <summary>Categories, with all that lies below them.</summary>
    public ImmutableArray<CategoryPath> Categories { get; init; } = [];

    /// <summary>Delivery modes.</summary>
    public ImmutableArray<DeliveryMode> Modes { get; init; } = [];

    /// <summary>Whether every line is meant.</summary>
    [JsonIgnore]
    public bool IsEverything => Skus.IsEmpty && Categories.IsEmpty && Modes.IsEmpty;

    /// <summary>
    /// How particular it is about a line: 0 for all products, the depth of the deepest category that covers it, <see cref="Supplement"/> more for a
    /// supplementary category, <see cref="BySku"/> for its SKU; none where it does not hold for it.
    /// </summary>
    /// <param name="sku">The line's SKU.</param>
    /// <param name="product">What is known of it, where anything is.</param>
    /// <param name="mode">The line's mode.</param>
    public int? Match(Sku sku, Product? product, DeliveryMode mode) => Match(sku, product, mode, Supplement);

    /// <summary>How particular it is about a line, as <see cref="Match(Sku, Product?, DeliveryMode)"/>, with what a profile says of categories that compete.</summary>
    /// <param name="sku">The line's SKU.</param>
    /// <param name="product">What is known of it, where anything is.</param>
    /// <param name="mode">The line's mode.</param>
    /// <param name="conflicts">Whether the deepest category wins over a supplementary one.</param>
    public int? Match(Sku sku, Product? product, DeliveryMode mode, RuleConflicts conflicts)
    {
        ArgumentNullException.ThrowIfNull(conflicts);
        return Match(sku, product, mode, conflicts.CategoryWinsOverSupplementary ? 0 : Supplement);
    }

    private int? Match(Sku sku, Product? product, DeliveryMode mode, int supplement)
    {
        if (!Modes.IsEmpty && !Modes.Contains(mode))
        {
            return null;
        }

        if (Skus.IsEmpty && Categories.IsEmpty)
        {
            return 0;
        }

        if (Skus.Contains(sku))
        {
            return BySku;
        }

        var best = -1;
        foreach (var category in product is null ? [] : Categories)
        {
            best = product!.Category is { } own && category.Covers(own) ? Math.Max(best, category.Depth) : best;
            best = product.Supplementary.Any(category.Covers) ? Math.Max(best, supplement + category.Depth) : best;
        }

        return best < 0 ? null : best;
    }
}
