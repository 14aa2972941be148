using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Sourcing.Scarcity;

namespace Dom.Core.Sourcing;

/// <summary>Everything that the sourcing of one order depends on, as it was read at one moment.</summary>
public sealed record SourcingRequest
{
    /// <summary>The order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Which sourcing of the order this is, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>When the stock was read, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where the order goes; none when the customer collects every line.</summary>
    public GeoPoint? Destination { get; init; }

    /// <summary>The lines that are still to be sourced, ids unique.</summary>
    public required ImmutableArray<DemandLine> Lines { get; init; }

    /// <summary>The version of the profile that decides.</summary>
    public required Profile Profile { get; init; }

    /// <summary>All locations, ids unique, in any order.</summary>
    public required ImmutableArray<Location> Network { get; init; }

    /// <summary>The stock of the lines' SKUs; a SKU that is absent has never been stocked anywhere.</summary>
    public required IReadOnlyDictionary<Sku, ImmutableArray<StockLevel>> Stock { get; init; }

    /// <summary>What stock and places are worth to later orders; none where nothing is known.</summary>
    public ScarcityPrices? Scarcity { get; init; }

    /// <summary>Orders that each location has taken on the day that it is there; a location that is absent has taken none.</summary>
    public IReadOnlyDictionary<LocationId, int> OrdersToday { get; init; } = ReadOnlyDictionary<LocationId, int>.Empty;
}
