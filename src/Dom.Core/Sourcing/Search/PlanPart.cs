namespace Dom.Core.Sourcing.Search;

/// <summary>What a plan takes of an item from a location.</summary>
/// <param name="Item">Number of the item.</param>
/// <param name="Location">Index of the location.</param>
/// <param name="Amount">How much, 1 or more.</param>
internal readonly record struct PlanPart(int Item, int Location, int Amount);
