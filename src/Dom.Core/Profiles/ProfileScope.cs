using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;

namespace Dom.Core.Profiles;

/// <summary>Which order lines a profile decides: those that all of its lists hold for. A list left empty holds for all.</summary>
public sealed record ProfileScope
{
    /// <summary>The companies that sold them.</summary>
    public ImmutableArray<string> LegalEntities { get; init; } = [];

    /// <summary>The channels.</summary>
    public ImmutableArray<string> Channels { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2 codes of the countries that they go to.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Regions that they go to, as the destination names them.</summary>
    public ImmutableArray<string> Regions { get; init; } = [];

    /// <summary>The delivery modes.</summary>
    public ImmutableArray<DeliveryMode> Modes { get; init; } = [];

    /// <summary>Products by their SKUs.</summary>
    public ImmutableArray<Sku> Skus { get; init; } = [];

    /// <summary>Categories, with all that lies below them.</summary>
    public ImmutableArray<CategoryPath> Categories { get; init; } = [];

    /// <summary>Least amount of the order's goods, minor units; none means any.</summary>
    public long? MinAmountMinorUnits { get; init; }

    /// <summary>Greatest amount of the order's goods, minor units; none means any.</summary>
    public long? MaxAmountMinorUnits { get; init; }

    /// <summary>Least priority of the order; none means any.</summary>
    public int? MinPriority { get; init; }

    /// <summary>Greatest priority of the order; none means any.</summary>
    public int? MaxPriority { get; init; }

    /// <summary>The tiers of the customers.</summary>
    public ImmutableArray<string> CustomerTiers { get; init; } = [];

    /// <summary>Whether the order names a day: only those that do, only those that do not, or none for both.</summary>
    public bool? NamesADay { get; init; }

    /// <summary>Whether a line is in scope.</summary>
    /// <param name="order">The line's order.</param>
    /// <param name="sku">The line's SKU.</param>
    /// <param name="product">What is known of it, where anything is.</param>
    /// <param name="mode">The line's delivery mode.</param>
    public bool Covers(OrderFacts order, Sku sku, Product? product, DeliveryMode mode)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Allows(LegalEntities, order.LegalEntity)
            && Allows(Channels, order.Channel)
            && Allows(Countries, order.Country)
            && Allows(Regions, order.Region)
            && Allows(CustomerTiers, order.CustomerTier)
            && (Modes.IsEmpty || Modes.Contains(mode))
            && new ProductScope { Skus = Skus, Categories = Categories }.Match(sku, product, mode) is not null
            && !(order.AmountMinorUnits < MinAmountMinorUnits) && !(order.AmountMinorUnits > MaxAmountMinorUnits)
            && !(order.Priority < MinPriority) && !(order.Priority > MaxPriority)
            && (NamesADay is not { } names || names == order.RequestedDeliveryDate.HasValue);
    }

    private static bool Allows(ImmutableArray<string> list, string? value) => list.IsEmpty || (value is not null && list.Contains(value));
}
