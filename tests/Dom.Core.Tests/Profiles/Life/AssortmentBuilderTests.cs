using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;
using Dom.Core.Profiles.Rules;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Profiles.Life;

public sealed class AssortmentBuilderTests
{
    private static readonly string[] Paths = ["toys", "toys/trains", "toys/dolls", "toystore", "shoes", "shoes/running", "sale", "sale/winter", "new"];

    [Fact]
    public void For_a_profile_that_names_no_product_there_is_none() =>
        Assert.Null(AssortmentBuilder.For(A.Profile() with { Rules = [new MaximumDistance { Id = "r", Km = 9 }] }, [Scoped(categories: ["toys"])]));

    [Fact]
    public void For_a_profile_whose_costs_name_products_they_are_told_apart()
    {
        var costs = A.Costs() with
        {
            Handling = [new() { Id = "h", For = new() { Categories = [new("toys")] } }],
            Shipping = [new() { Id = "s", Surcharges = [new("bulky", 900) { For = new() { Skus = [new("P-2")] } }] }],
        };
        var builder = AssortmentBuilder.For(A.Profile(costs), [])!;

        builder.Add(Product("P-1", "toys/trains", []));
        builder.Add(Product("P-2", "garden", []));
        builder.Add(Product("P-3", "garden", []));

        Assert.Equal(["P-2", "P-1"], builder.Build().Kinds.Select(kind => kind.Example.Sku.Value));
    }

    [Fact]
    public void Build_keeps_one_kind_for_products_that_nobody_tells_apart()
    {
        var candidate = Scoped(categories: ["toys"]) with { Rules = [new MaximumDistance { Id = "r", Km = 9, For = new() { Categories = [new("sale")], Skus = [new("P-00007")] } }] };
        var builder = AssortmentBuilder.For(candidate, [Scoped(skus: ["P-00009"]), Scoped(categories: ["shoes"])])!;

        for (var number = 10_000; number > 0; number--)
        {
            builder.Add(Product($"P-{number:00000}", number % 2 == 0 ? "toys/trains" : "garden", number % 4 == 0 ? ["sale", "toys/dolls"] : []));
        }

        var assortment = builder.Build();
        Assert.Equal(10_000, assortment.Count);
        Assert.Equal(
            [("P-00002", 2500), ("P-00004", 2500), ("P-00007", 1), ("P-00009", 1)],
            assortment.Kinds.Select(kind => (kind.First[0].Value, kind.Count)).Order());
        Assert.Equal("P-00078", assortment.Kinds.Single(kind => kind.First[0].Value == "P-00002").First[^1].Value);
    }

    [Fact]
    public void Build_makes_no_difference_to_what_overlaps()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var (one, other) = (Random(random), Random(random));
            Product[] products = [.. Enumerable.Range(1, random.Next(1, 120)).Select(number => Product($"P-{number:000}", Path(random), [.. Enumerable.Range(0, random.Next(3)).Select(_ => Path(random))]))];
            var builder = AssortmentBuilder.For(one, [other]);
            foreach (var product in products)
            {
                builder?.Add(product);
            }

            var expected = ScopeOverlap.Of(one.Scope, other.Scope, Assortment.Of(products))?.ToSentence();
            var found = ScopeOverlap.Of(one.Scope, other.Scope, builder?.Build())?.ToSentence();

            Assert.True(expected == found, $"Seed {seed}: {found ?? "nothing"} instead of {expected ?? "nothing"}");
        }
    }

    private static Profile Random(Random random) => random.Next(3) switch
    {
        0 => Scoped(categories: [Path(random), Path(random)]),
        1 => Scoped(skus: [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => $"P-{random.Next(1, 100):000}").Distinct()]),
        _ => Scoped([$"P-{random.Next(1, 100):000}"], [Path(random)]),
    };

    private static string Path(Random random) => Paths[random.Next(Paths.Length)];

    private static Profile Scoped(string[]? skus = null, string[]? categories = null) => A.Profile() with
    {
        Scope = new ProfileScope { Skus = [.. (skus ?? []).Select(sku => new Sku(sku))], Categories = [.. (categories ?? []).Select(path => new CategoryPath(path))] },
    };

    private static Product Product(string sku, string category, ImmutableArray<string> supplementary) => new()
    {
        Sku = new Sku(sku),
        Category = new CategoryPath(category),
        Supplementary = [.. supplementary.Select(path => new CategoryPath(path))],
    };
}
