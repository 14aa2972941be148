using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Delivery;

namespace Dom.Core.Sourcing.Scarcity;

/// <summary>What learning needs of an order: where to and what, decided by one profile, in one parcel's reach.</summary>
/// <param name="ProfileId">The profile.</param>
/// <param name="Mode">How the goods reach the customer.</param>
/// <param name="To">Where they go; for a pickup, where the store lies.</param>
/// <param name="OnlyAt">The one location that may give them, for a pickup.</param>
/// <param name="Lines">What is wanted, at least one line.</param>
public sealed record DemandOrder(ProfileId ProfileId, DeliveryMode Mode, GeoPoint To, LocationId? OnlyAt, ImmutableArray<SkuQuantity> Lines)
{
    /// <summary>The hour of its day, UTC, in which it came, 0 to 23.</summary>
    public int Hour { get; init; }

    /// <summary>An order's demand: a part for each profile, mode and destination; lines that no profile decides, or that go nowhere known, are no demand.</summary>
    /// <param name="order">The order.</param>
    /// <param name="profiles">The profiles, the first that covers a line decides it.</param>
    /// <param name="stores">Positions of the locations.</param>
    public static ImmutableArray<DemandOrder> Of(Order order, ImmutableArray<Profile> profiles, IReadOnlyDictionary<LocationId, GeoPoint> stores)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(stores);
        var facts = OrderFacts.Of(order);
        var parts = order.Lines
            .Select(line => (Line: line, Profile: ProfileChoice.Of(profiles, order.PlacedAt, facts, line.Sku, null, line.Mode)))
            .Select(line => (line.Line, Profile: line.Profile?.ProfileId, Kind: KindOf(line.Profile, line.Line.Mode)))
            .Select(line => (line.Line, line.Profile, line.Kind, To: Target(order, line.Line, line.Kind, stores)))
            .Where(line => line.Profile is not null && line.To is not null)
            .GroupBy(line => (line.Profile, line.Line.Mode, line.To, At: line.Kind == DeliveryKind.Pickup ? line.Line.PickupLocationId : null));
        return
        [
            .. parts.Select(part => new DemandOrder(
                part.Key.Profile!.Value,
                part.Key.Mode,
                part.Key.To!.Value,
                part.Key.At,
                [.. part.GroupBy(line => line.Line.Sku, line => line.Line.Quantity).Select(sku => new SkuQuantity(sku.Key, sku.Sum()))])),
        ];
    }

    private static DeliveryKind KindOf(Profile? profile, DeliveryMode mode) => (profile?.Delivery.Of(mode) ?? ModeDelivery.Default(mode)).Kind;

    private static GeoPoint? Target(Order order, OrderLine line, DeliveryKind kind, IReadOnlyDictionary<LocationId, GeoPoint> stores) =>
        kind != DeliveryKind.Ship
            ? line.PickupLocationId is { } store && stores.TryGetValue(store, out var position) ? position : null
            : order.Destination?.Position;
}

/// <summary>Units of a SKU.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Quantity">Units, at least 1.</param>
public sealed record SkuQuantity(Sku Sku, int Quantity);

/// <summary>Units of a SKU that locations could promise.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Levels">Where, and how many.</param>
public sealed record SkuStock(Sku Sku, ImmutableArray<StockLevel> Levels);
