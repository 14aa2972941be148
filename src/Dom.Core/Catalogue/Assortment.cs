using System.Collections.Immutable;
using Dom.Core.Inventory;

namespace Dom.Core.Catalogue;

/// <summary>All products, as far as scopes and rules can tell them apart.</summary>
/// <param name="Kinds">The products, those that nobody can tell apart together; one that nothing names may be left out.</param>
/// <param name="Count">How many products there are, those that are left out too, 0 or more.</param>
public sealed record Assortment(ImmutableArray<ProductKind> Kinds, int Count)
{
    /// <summary>No products.</summary>
    public static Assortment None { get; } = new([], 0);

    /// <summary>Products that all stand alone.</summary>
    /// <param name="products">The products, each SKU once.</param>
    public static Assortment Of(IEnumerable<Product> products)
    {
        ImmutableArray<ProductKind> kinds = [.. products.Select(product => new ProductKind(product, 1, [product.Sku]))];
        return new Assortment(kinds, kinds.Length);
    }
}

/// <summary>Products that scopes and rules cannot tell apart.</summary>
/// <param name="Example">One of them.</param>
/// <param name="Count">How many they are, 1 or more.</param>
/// <param name="First">Those whose SKUs come first, in ordinal order: <see cref="MostNamed"/>, or all where they are fewer.</param>
public sealed record ProductKind(Product Example, int Count, ImmutableArray<Sku> First)
{
    /// <summary>SKUs that a sentence names at most.</summary>
    public const int MostNamed = 20;
}
