using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Network;
using Dom.Core.Sourcing;

namespace Dom.Functions.Storage;

/// <summary>How locations have answered offers over the months that are remembered.</summary>
/// <param name="ByLocation">All their answers; a location that has answered nothing is absent.</param>
/// <param name="ByCategory">Their answers by the top category of the lines' products; a category that nobody has answered for is absent.</param>
public sealed record RememberedAnswers(
    ImmutableDictionary<LocationId, AnswerHistory> ByLocation, ImmutableDictionary<CategoryPath, ImmutableArray<CategoryAnswers>> ByCategory)
{
    /// <summary>Nothing is remembered.</summary>
    public static RememberedAnswers None { get; } =
        new(ImmutableDictionary<LocationId, AnswerHistory>.Empty, ImmutableDictionary<CategoryPath, ImmutableArray<CategoryAnswers>>.Empty);

    /// <summary>The answers for the top categories of products, and for no other: a network's answers for all categories are many.</summary>
    /// <param name="products">The products; one that is not known is of no category.</param>
    public ImmutableArray<CategoryAnswers> Of(IEnumerable<Product?> products) =>
    [
        .. products.Select(product => product?.Category?.Top).OfType<CategoryPath>().Distinct()
            .SelectMany(category => ByCategory.TryGetValue(category, out var answers) ? answers : []),
    ];
}
