using System.Collections.Immutable;
using Dom.Core.Inventory;

namespace Dom.Core.Catalogue;

/// <summary>What rules and costs need to know of a SKU. A SKU that has no product is of no category, and weighs what its order line says.</summary>
public sealed record Product
{
    /// <summary>The SKU.</summary>
    public required Sku Sku { get; init; }

    /// <summary>Its place in the retailer's hierarchy, from the root down; none where it has no place.</summary>
    public CategoryPath? Category { get; init; }

    /// <summary>Its places in supplementary hierarchies, which win over <see cref="Category"/> where rules of both would hold.</summary>
    public ImmutableArray<CategoryPath> Supplementary { get; init; } = [];

    /// <summary>Weight of one unit in grams, 0 or more; counts where the order line tells none.</summary>
    public int UnitGrams { get; init; }

    /// <summary>Room that one packed unit takes; none where only weight counts.</summary>
    public UnitSize? Size { get; init; }

    /// <summary>Whether it is in a category, by its own hierarchy or a supplementary one.</summary>
    /// <param name="category">The category, with all that lies below it.</param>
    public bool IsIn(CategoryPath category) => (Category is { } own && category.Covers(own)) || Supplementary.Any(category.Covers);
}
