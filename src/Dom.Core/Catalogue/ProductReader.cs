using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Messages;

namespace Dom.Core.Catalogue;

/// <summary>Reads what operators and other systems post about products.</summary>
/// <remarks>Names are camelCase and letter case counts; names that are not known are ignored; null is the same as not there.</remarks>
public static class ProductReader
{
    /// <summary>Most products at once.</summary>
    public const int MaxRows = 1_000;

    /// <summary>Most supplementary categories of a product.</summary>
    public const int MaxSupplementary = 50;

    /// <summary>Longest side of a unit, in millimetres: 100 m.</summary>
    public const int MaxSideMm = 100_000;

    private const int MaxGrams = 1_000_000_000;

    /// <summary>Reads a list of products.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <returns>The products in the order in which they came, no SKU twice; or everything that is wrong.</returns>
    public static Reading<IReadOnlyList<Product>> Read(ReadOnlyMemory<byte> utf8) => JsonDocumentReader.Read<IReadOnlyList<Product>>(utf8, ReadRows);

    private static ImmutableList<Product> ReadRows(JsonField root)
    {
        const string allowed = "a list of 1 to 1000 products";
        var products = ImmutableList.CreateBuilder<Product>();
        var seen = new HashSet<Sku>();
        foreach (var field in root.Required(allowed).Elements(1, MaxRows, allowed))
        {
            if (ReadProduct(field) is not { } product)
            {
                continue;
            }

            products.Add(product);
            if (!seen.Add(product.Sku))
            {
                field.Refuse("each SKU once");
            }
        }

        return products.ToImmutable();
    }

    private static Product? ReadProduct(JsonField field)
    {
        if (!field.Required("a product").IsObject("a product: a JSON object"))
        {
            return null;
        }

        var sku = field.Member("sku").Required(Identifier.PrintableRule).Printable();
        var category = ReadCategory(field.Member("category"));
        var supplementary = ImmutableArray.CreateBuilder<CategoryPath>();
        foreach (var element in field.Member("supplementary").Elements(0, MaxSupplementary, $"a list of at most {MaxSupplementary} categories"))
        {
            if (ReadCategory(element.Required(CategoryPath.Rule)) is { } path)
            {
                supplementary.Add(path);
            }
        }

        var grams = field.Member("unitGrams").Whole(0, MaxGrams);
        var size = ReadSize(field.Member("size"));
        return sku is null
            ? null
            : new Product { Sku = new Sku(sku), Category = category, Supplementary = supplementary.ToImmutable(), UnitGrams = grams ?? 0, Size = size };
    }

    private static CategoryPath? ReadCategory(JsonField field) => field.Text(CategoryPath.IsPath, CategoryPath.Rule) is { } text ? new CategoryPath(text) : null;

    private static UnitSize? ReadSize(JsonField field)
    {
        if (!field.IsObject("a size: a JSON object"))
        {
            return null;
        }

        var length = Side("lengthMm");
        var width = Side("widthMm");
        var height = Side("heightMm");
        return length is { } l && width is { } w && height is { } h ? new UnitSize(l, w, h) : null;

        int? Side(string name) => field.Member(name).Required("a whole number of millimetres from 1 to 100000").Whole(1, MaxSideMm);
    }
}
