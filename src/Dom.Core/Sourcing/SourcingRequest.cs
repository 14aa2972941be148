using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Dom.Core.Catalogue;
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

    /// <summary>What is known of the order besides its lines.</summary>
    public OrderFacts Order { get; init; } = new() { Channel = "" };

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

    /// <summary>What is known of the lines' SKUs; one that is absent is of no category.</summary>
    public IReadOnlyDictionary<Sku, Product> Products { get; init; } = ReadOnlyDictionary<Sku, Product>.Empty;

    /// <summary>What each location has taken on the day that it is there; a location that is absent has taken nothing.</summary>
    public IReadOnlyDictionary<LocationId, DayLoad> Loads { get; init; } = ReadOnlyDictionary<LocationId, DayLoad>.Empty;

    /// <summary>How locations have answered offers so far; one that is absent has been offered nothing.</summary>
    public IReadOnlyDictionary<LocationId, AnswerHistory> Answers { get; init; } = ReadOnlyDictionary<LocationId, AnswerHistory>.Empty;

    /// <summary>The same by the top category of the lines' products, a location and category once; what is absent was offered nothing of it.</summary>
    public ImmutableArray<CategoryAnswers> AnswersByCategory { get; init; } = [];

    /// <summary>What locations have lately refused of the lines' SKUs.</summary>
    public ImmutableArray<RecentRefusals> Refusals { get; init; } = [];
}
