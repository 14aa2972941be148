namespace Dom.Core.Solving.Generation;

/// <summary>What generated orders are drawn from.</summary>
/// <param name="Geography">Where they go.</param>
/// <param name="Network">The locations.</param>
/// <param name="Stock">What the locations have.</param>
/// <param name="Demand">What is ordered.</param>
/// <param name="UnitGrams">What a unit of each SKU weighs.</param>
/// <param name="WestPercent">How many orders of a hundred are sent to the west although they were drawn elsewhere.</param>
internal sealed record OrderContext(Geography Geography, GeneratedNetwork Network, StockColumns Stock, SkuMix Demand, int[] UnitGrams, int WestPercent);
