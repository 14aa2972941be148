using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;

namespace Dom.Core.Sourcing;

/// <summary>What locations have to give: says which of the orders that wait are worth waking. Pure: what one of them would take is not there for the next.</summary>
public sealed record Supply
{
    /// <summary>When it was read, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The whole network, ids unique.</summary>
    public required ImmutableArray<Location> Locations { get; init; }

    /// <summary>The profiles in force.</summary>
    public required ImmutableArray<Profile> Profiles { get; init; }

    /// <summary>The stock of SKUs at the locations that are asked; what is absent is not asked for.</summary>
    public required ImmutableDictionary<Sku, ImmutableArray<StockLevel>> Stock { get; init; }

    /// <summary>Orders that each location has taken on the day that it is there; a location that is absent has taken none.</summary>
    public required ImmutableDictionary<LocationId, int> OrdersToday { get; init; }

    /// <summary>What an order that waits could have of this, line by line. Limits of the whole order are left out, so what comes of its sourcing may be less.</summary>
    /// <param name="order">The order.</param>
    /// <returns>None where nothing here can serve it.</returns>
    public ImmutableArray<Assignment> For(WaitingOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);

        var lines = order.Lines.Where(line => Stock.ContainsKey(line.Sku)).Select(line => line with { KeepTogether = null });
        return
        [
            .. lines.Select(line => (line, profile: Profiles.FirstOrDefault(profile => profile.Scope.Covers(order.Channel, line.Mode))))
                .Where(item => item.profile is not null)
                .GroupBy(item => item.profile!, item => item.line)
                .SelectMany(group => Sourcing.Source(Request(order, group.Key, [.. group])).Assignments),
        ];
    }

    /// <summary>What is left when an order has taken what it could have.</summary>
    /// <param name="taken">What it could have.</param>
    public Supply Without(ImmutableArray<Assignment> taken)
    {
        var (stock, orders) = (Stock.ToBuilder(), OrdersToday.ToBuilder());
        foreach (var assignment in taken)
        {
            stock[assignment.Sku] =
            [
                .. stock[assignment.Sku].Select(level =>
                    level.LocationId == assignment.LocationId ? level with { Held = level.Held + assignment.Quantity } : level),
            ];
        }

        foreach (var location in taken.Select(assignment => assignment.LocationId).Distinct())
        {
            orders[location] = orders.GetValueOrDefault(location) + 1;
        }

        return this with { Stock = stock.ToImmutable(), OrdersToday = orders.ToImmutable() };
    }

    private SourcingRequest Request(WaitingOrder order, Profile profile, ImmutableArray<DemandLine> lines) => new()
    {
        OrderId = order.OrderId,
        Attempt = 1,
        At = At,
        Destination = order.Destination,
        Lines = lines,
        Profile = profile with { Rules = profile.Rules with { MaxLocations = null, ShipComplete = false } },
        Network = Locations,
        Stock = Stock,
        OrdersToday = OrdersToday,
    };
}
