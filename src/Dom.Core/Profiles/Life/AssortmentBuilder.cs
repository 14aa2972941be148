using Dom.Core.Catalogue;
using Dom.Core.Inventory;

namespace Dom.Core.Profiles.Life;

/// <summary>
/// Takes in all products for a profile that is to be published, one by one, and keeps what its scope, rules and costs and the scopes of others can tell apart:
/// the room that it takes depends on what they name, and not on how many products there are.
/// </summary>
public sealed class AssortmentBuilder
{
    private readonly HashSet<Sku> _skus;
    private readonly HashSet<string> _categories;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<Product> _named = [];
    private readonly Dictionary<string, Alike> _alike = new(StringComparer.Ordinal);
    private int _count;

    private AssortmentBuilder(IEnumerable<Sku> skus, IEnumerable<CategoryPath> categories)
    {
        (_skus, _categories) = ([.. skus], categories.Select(category => category.Value).ToHashSet(StringComparer.Ordinal));
        _lookup = _categories.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A builder for what is to be said of a profile.</summary>
    /// <param name="candidate">The profile.</param>
    /// <param name="others">The profiles that it may overlap with.</param>
    /// <returns>None where the profile names no product and no category: then products make no difference to it.</returns>
    public static AssortmentBuilder? For(Profile candidate, IEnumerable<Profile> others)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        var scope = candidate.Scope;
        List<ProductScope> parts =
        [
            .. candidate.Rules.Select(rule => rule.For),
            .. candidate.Costs.Handling.Select(cost => cost.For),
            .. candidate.Costs.Shipping.SelectMany(cost => cost.Surcharges).Select(surcharge => surcharge.For),
        ];
        if (scope.Skus.IsEmpty && scope.Categories.IsEmpty && parts.TrueForAll(part => part.Skus.IsEmpty && part.Categories.IsEmpty))
        {
            return null;
        }

        ProfileScope[] scopes = [scope, .. others.Select(other => other.Scope)];
        return new AssortmentBuilder(
            scopes.SelectMany(one => one.Skus).Concat(parts.SelectMany(part => part.Skus)),
            scopes.SelectMany(one => one.Categories).Concat(parts.SelectMany(part => part.Categories)));
    }

    /// <summary>Takes a product in.</summary>
    /// <param name="product">The product; its SKU has not come before.</param>
    public void Add(Product product)
    {
        ArgumentNullException.ThrowIfNull(product);
        _count++;
        if (_skus.Contains(product.Sku))
        {
            _named.Add(product);
            return;
        }

        var covering = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in product.Category is { } own ? product.Supplementary.Add(own) : product.Supplementary)
        {
            for (var end = path.Value.Length; end > 0; end = path.Value.LastIndexOf(CategoryPath.Separator, end - 1))
            {
                if (_lookup.TryGetValue(path.Value.AsSpan(0, end), out var named))
                {
                    covering.Add(named);
                }
            }
        }

        if (covering.Count > 0)
        {
            var key = string.Join('|', covering);
            if (!_alike.TryGetValue(key, out var alike))
            {
                _alike.Add(key, alike = new Alike(product));
            }

            alike.Add(product.Sku);
        }
    }

    /// <summary>What has come so far.</summary>
    public Assortment Build() => new([.. Assortment.Of(_named).Kinds, .. _alike.Values.Select(alike => alike.ToKind())], _count);

    private sealed class Alike(Product example)
    {
        private readonly SortedSet<string> _first = new(StringComparer.Ordinal);
        private int _count;

        public void Add(Sku sku)
        {
            _count++;
            if (_first.Count < ProductKind.MostNamed || string.CompareOrdinal(sku.Value, _first.Max) < 0)
            {
                _first.Add(sku.Value);
                _ = _first.Count > ProductKind.MostNamed && _first.Remove(_first.Max!);
            }
        }

        public ProductKind ToKind() => new(example, _count, [.. _first.Select(sku => new Sku(sku))]);
    }
}
