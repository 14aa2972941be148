using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;

namespace Dom.Functions.Tests.TestKit;

/// <summary>Locations and profiles with safe defaults.</summary>
internal static class Network
{
    /// <summary>A profile that decides every line, by nearness.</summary>
    public static Profile Profile { get; } = new()
    {
        ProfileId = new ProfileId("default"),
        Version = 1,
        Name = "Default",
        Costs = new CostFactors { Currency = "USD", ParcelMinorUnits = 500, MinorUnitsPer100Km = 50, UnitMinorUnits = 50 },
    };

    /// <summary>A store some way east of Reno: the higher its number, the farther. It offers shipping and pickup.</summary>
    public static Location Store(int number, int? ordersPerDay = null) => new()
    {
        LocationId = new LocationId(FormattableString.Invariant($"S{number}")),
        Name = FormattableString.Invariant($"Store {number}"),
        Type = LocationType.Store,
        Position = new GeoPoint(39.5, -119.8 + (number * 0.01)),
        TimeZone = "America/Los_Angeles",
        Modes = [DeliveryMode.Ship, DeliveryMode.Pickup],
        OrdersPerDay = ordersPerDay,
    };
}
