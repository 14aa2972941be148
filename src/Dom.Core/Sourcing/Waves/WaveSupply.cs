using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Sourcing.Scarcity;

namespace Dom.Core.Sourcing.Waves;

/// <summary>What locations have to give to a wave, as it was read at one moment. What its own orders hold counts as held.</summary>
public sealed record WaveSupply
{
    /// <summary>When it was read, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The whole network, ids unique.</summary>
    public required ImmutableArray<Location> Locations { get; init; }

    /// <summary>The stock of the SKUs that matter.</summary>
    public required ImmutableDictionary<Sku, ImmutableArray<StockLevel>> Stock { get; init; }

    /// <summary>What is known of the SKUs.</summary>
    public ImmutableDictionary<Sku, Product> Products { get; init; } = ImmutableDictionary<Sku, Product>.Empty;

    /// <summary>What each location has taken on the day that it is there; a location that is absent has taken nothing.</summary>
    public ImmutableDictionary<LocationId, DayLoad> Loads { get; init; } = ImmutableDictionary<LocationId, DayLoad>.Empty;

    /// <summary>How locations have answered offers so far.</summary>
    public ImmutableDictionary<LocationId, AnswerHistory> Answers { get; init; } = ImmutableDictionary<LocationId, AnswerHistory>.Empty;

    /// <summary>How they have answered offers of single categories, those of the SKUs' products.</summary>
    public ImmutableArray<CategoryAnswers> AnswersByCategory { get; init; } = [];

    /// <summary>What locations have lately refused of the SKUs.</summary>
    public ImmutableArray<RecentRefusals> Refusals { get; init; } = [];

    /// <summary>What stock and places are worth to later orders; none where nothing is known.</summary>
    public ScarcityPrices? Scarcity { get; init; }

    // A place is worth what it was when the wave began: what the wave itself moves must not change what its plans are compared by.
    private ImmutableDictionary<LocationId, DayLoad>? Began { get; init; }

    /// <summary>What is asked of a demand's lines if this is what there is.</summary>
    /// <param name="demand">The demand.</param>
    /// <param name="lines">The lines.</param>
    internal SourcingRequest Request(WaveDemand demand, ImmutableArray<DemandLine> lines) => new()
    {
        OrderId = demand.OrderId,
        Attempt = demand.Attempt + 1,
        At = At,
        Order = demand.Order,
        Destination = demand.Destination,
        Lines = lines,
        Profile = demand.Profile,
        Network = Locations,
        Stock = Stock,
        Products = Products,
        Loads = Loads,
        Answers = Answers,
        AnswersByCategory = AnswersByCategory,
        Refusals = Refusals,
        Scarcity = Scarcity is { } prices && Began is { } began ? prices with { Loads = began } : Scarcity,
    };

    /// <summary>The same when an order has taken units.</summary>
    /// <param name="units">The units.</param>
    internal WaveSupply Without(ImmutableArray<PlacedLine> units) => Change(units, 1, (load, taken) => load + taken);

    /// <summary>The same when an order has given units back.</summary>
    /// <param name="units">The units.</param>
    internal WaveSupply With(ImmutableArray<PlacedLine> units) => Change(units, -1, (load, given) => load - given);

    private WaveSupply Change(ImmutableArray<PlacedLine> units, int sign, Func<DayLoad, DayLoad, DayLoad> change)
    {
        if (units.IsEmpty)
        {
            return this;
        }

        var (stock, loads) = (Stock.ToBuilder(), Loads.ToBuilder());
        foreach (var sku in units.GroupBy(placed => placed.Sku))
        {
            var bySite = sku.ToLookup(placed => placed.LocationId, placed => placed.Quantity);
            stock[sku.Key] =
            [
                .. stock.GetValueOrDefault(sku.Key, []).Select(level => level with { Held = Math.Max(0, level.Held + (sign * bySite[level.LocationId].Sum())) }),
            ];
        }

        foreach (var location in units.Where(placed => placed.CountsToday).GroupBy(placed => placed.LocationId))
        {
            loads[location.Key] = change(
                loads.GetValueOrDefault(location.Key), new DayLoad(1, location.Count(), location.Sum(placed => placed.Quantity)));
        }

        return this with { Stock = stock.ToImmutable(), Loads = loads.ToImmutable(), Began = Began ?? Loads };
    }
}
