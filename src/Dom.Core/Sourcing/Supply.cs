using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Life;

namespace Dom.Core.Sourcing;

/// <summary>What locations have to give: says which of the orders that wait are worth waking. Pure: what one of them would take is not there for the next.</summary>
public sealed record Supply
{
    /// <summary>When it was read, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The whole network, ids unique.</summary>
    public required ImmutableArray<Location> Locations { get; init; }

    /// <summary>The versions of profiles, as <see cref="ProfileChoice"/> wants them.</summary>
    public required ImmutableArray<Profile> Profiles { get; init; }

    /// <summary>Every version that there is: orders keep those that began them.</summary>
    public ImmutableArray<Profile> Versions { get; init; } = [];

    /// <summary>The stock of SKUs at the locations that are asked; what is absent is not asked for.</summary>
    public required ImmutableDictionary<Sku, ImmutableArray<StockLevel>> Stock { get; init; }

    /// <summary>What is known of the SKUs.</summary>
    public ImmutableDictionary<Sku, Product> Products { get; init; } = ImmutableDictionary<Sku, Product>.Empty;

    /// <summary>What each location has taken on the day that it is there; a location that is absent has taken nothing.</summary>
    public required ImmutableDictionary<LocationId, DayLoad> Loads { get; init; }

    /// <summary>What locations have lately refused of the SKUs.</summary>
    public ImmutableArray<RecentRefusals> Refusals { get; init; } = [];

    /// <summary>What an order that waits could have of this, line by line. Limits of the whole order are left out, so what comes of its sourcing may be less.</summary>
    /// <param name="order">The order.</param>
    /// <returns>None where nothing here can serve it.</returns>
    public ImmutableArray<Assignment> For(WaitingOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);

        var lines = order.Lines.Where(line => Stock.ContainsKey(line.Sku)).Select(line => line with { KeepTogether = null, PlannedAt = [] });
        var profiles = new OrderProfiles(Profiles, ProfileVersions.Kept(Versions, order.DecidedBy, At), order.Order, At);
        var rounds = ProfileRounds.Source(lines, Products, profiles, (profile, own) => Sourcing.SourceLines(Request(order, profile, own)));
        return [.. rounds.Parts.SelectMany(part => part.Assignments)];
    }

    /// <summary>What is left when an order has taken what it could have.</summary>
    /// <param name="taken">What it could have.</param>
    public Supply Without(ImmutableArray<Assignment> taken)
    {
        var (stock, loads) = (Stock.ToBuilder(), Loads.ToBuilder());
        foreach (var assignment in taken)
        {
            stock[assignment.Sku] =
            [
                .. stock[assignment.Sku].Select(level =>
                    level.LocationId == assignment.LocationId ? level with { Held = level.Held + assignment.Quantity } : level),
            ];
        }

        foreach (var location in taken.GroupBy(assignment => assignment.LocationId))
        {
            loads[location.Key] = loads.GetValueOrDefault(location.Key) + new DayLoad(1, location.Count(), location.Sum(assignment => assignment.Quantity));
        }

        return this with { Stock = stock.ToImmutable(), Loads = loads.ToImmutable() };
    }

    private SourcingRequest Request(WaitingOrder order, Profile profile, ImmutableArray<DemandLine> lines) => new()
    {
        OrderId = order.OrderId,
        Attempt = 1,
        At = At,
        Order = order.Order,
        Destination = order.Destination,
        Lines = lines,
        Profile = profile,
        Network = Locations,
        Stock = Stock,
        Products = Products,
        Loads = Loads,
        Refusals = Refusals,
    };
}
