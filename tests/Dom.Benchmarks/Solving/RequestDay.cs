using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Rules;
using Dom.Core.Solving;
using Dom.Core.Sourcing;

namespace Dom.Benchmarks.Solving;

/// <summary>A generated problem as a day of sourcing requests: what stands before the columns of a problem are written. All go by its first mode.</summary>
/// <param name="problem">The problem.</param>
internal sealed class RequestDay(SourcingProblem problem)
{
    private static readonly CategoryPath[] Categories = [new("apparel/shoes"), new("apparel/coats"), new("home/kitchen"), new("toys")];

    private readonly ImmutableArray<Location> _network =
    [
        .. problem.Locations.Ids.Select((id, at) => new Location
        {
            LocationId = new LocationId(id),
            Name = id,
            Type = problem.Locations.Types[at],
            Position = new GeoPoint(problem.Locations.Latitude[at], problem.Locations.Longitude[at]),
            Modes = [DeliveryMode.Ship],
            Groups = [$"region-{at % 9}", $"tier-{at % 4}"],
            OrdersPerDay = problem.Locations.MaxOrders[at] == LocationColumns.NoLimit ? null : problem.Locations.MaxOrders[at],
        }),
    ];

    private readonly Dictionary<Sku, ImmutableArray<StockLevel>> _stock = ReadStock(problem);

    private readonly Dictionary<Sku, Product> _products = problem.Stock.Skus
        .Select((sku, at) => new Product { Sku = new Sku(sku), Category = Categories[at % Categories.Length] })
        .ToDictionary(product => product.Sku);

    /// <summary>Its orders as requests by one profile.</summary>
    /// <param name="withRules">Whether the profile has <see cref="ThirtyRules"/>, or none.</param>
    public ImmutableArray<SourcingRequest> Requests(bool withRules)
    {
        var profile = new Profile
        {
            ProfileId = new ProfileId("day"),
            Version = 1,
            Name = "Day",
            Costs = new CostFactors { Currency = "USD", UnassignedUnitMinorUnits = problem.UnfilledUnitCost, Shipping = [Shipping(problem.Modes[0])] },

            // Lines and units of a day are no columns of a problem.
            Rules = withRules ? [.. ThirtyRules.Make(_network).Select(rule => rule is DailyLimit limit ? limit with { Lines = null, Units = null } : rule)] : [],
        };
        return [.. Enumerable.Range(0, problem.Orders.Ids.Length).Select(order => Request(order, profile))];
    }

    private SourcingRequest Request(int order, Profile profile) => new()
    {
        OrderId = new OrderId(problem.Orders.Ids[order]),
        Attempt = 1,
        At = DateTimeOffset.UnixEpoch,
        Destination = new GeoPoint(problem.Orders.Latitude[order], problem.Orders.Longitude[order]),
        Lines = [.. Enumerable.Range(problem.Orders.LineStart[order], problem.Orders.LineStart[order + 1] - problem.Orders.LineStart[order]).Select(Line)],
        Profile = profile,
        Network = _network,
        Stock = _stock,
        Products = _products,
    };

    private DemandLine Line(int line) => new()
    {
        LineId = new LineId(problem.Lines.Ids[line]),
        Sku = new Sku(problem.Stock.Skus[problem.Lines.Sku[line]]),
        Quantity = problem.Lines.Quantity[line],
        UnitGrams = problem.Lines.UnitGrams[line],
        Mode = DeliveryMode.Ship,
    };

    private static ShippingCost Shipping(ModeRates rates) => new()
    {
        Id = rates.Name,
        Rates = new RateTable
        {
            ZoneKm = [.. rates.ZoneKm.Select(km => double.IsPositiveInfinity(km) ? (double?)null : km)],
            BandGrams = [.. rates.BandGrams.Select(grams => grams == long.MaxValue ? (long?)null : grams)],
            MinorUnits = [.. rates.Cost.Select(cost => (long)cost)],
        },
    };

    private static Dictionary<Sku, ImmutableArray<StockLevel>> ReadStock(SourcingProblem problem) => Enumerable.Range(0, problem.Stock.Skus.Length).ToDictionary(
        sku => new Sku(problem.Stock.Skus[sku]),
        sku => Enumerable.Range(problem.Stock.RowStart[sku], problem.Stock.RowStart[sku + 1] - problem.Stock.RowStart[sku])
            .Select(slot => new StockLevel(new LocationId(problem.Locations.Ids[problem.Stock.Location[slot]]), problem.Stock.Available[slot], 0))
            .OrderBy(level => level.LocationId.Value, StringComparer.Ordinal)
            .ToImmutableArray());
}
