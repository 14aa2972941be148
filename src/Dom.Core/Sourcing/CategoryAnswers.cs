using Dom.Core.Catalogue;
using Dom.Core.Network;

namespace Dom.Core.Sourcing;

/// <summary>How a location has answered what it was offered of one category.</summary>
/// <param name="LocationId">The location.</param>
/// <param name="Category">The category, one at the root of the retailer's hierarchy.</param>
/// <param name="History">Its answers to lines of that category.</param>
public sealed record CategoryAnswers(LocationId LocationId, CategoryPath Category, AnswerHistory History);
