using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Sourcing;
using Dom.Functions.Storage;

namespace Dom.Functions.Sourcing;

/// <summary>What is known at the moment of a decision.</summary>
/// <param name="Order">The order and how far it is.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
/// <param name="Revision">Which decision of the attempt this is, from 0.</param>
/// <param name="Supply">What locations have to give of the SKUs that the order still needs.</param>
public sealed record SourcingSituation(StoredOrder Order, int Attempt, int Revision, SupplyReading Supply)
{
    /// <summary>What is known of those SKUs: worked out once for all profiles and shipments.</summary>
    public ImmutableDictionary<Sku, Product> Products { get; } = Supply.Products;

    /// <summary>What locations have lately refused of them, worked out once as well.</summary>
    public ImmutableArray<RecentRefusals> Refusals { get; } = Supply.Refusals;
}
