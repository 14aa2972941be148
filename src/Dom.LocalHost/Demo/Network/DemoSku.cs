using Dom.Core.Inventory;

namespace Dom.LocalHost.Demo.Network;

/// <summary>Something the demo sells.</summary>
/// <param name="Sku">Its name: <c>SKU-0001</c>, the first the most wanted.</param>
/// <param name="UnitPriceMinorUnits">Price of a unit, in cents.</param>
/// <param name="UnitGrams">Weight of a unit.</param>
/// <param name="DemandShare">The share of all order lines that ask for it, 0 to 1; the shares of all SKUs add up to 1.</param>
internal sealed record DemoSku(Sku Sku, long UnitPriceMinorUnits, int UnitGrams, double DemandShare);
