using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Rules;

namespace Dom.LocalHost.Demo.Network;

/// <summary>The profiles that the local host publishes by itself, both named <c>default</c> and for every channel and delivery mode.</summary>
internal static class DemoProfiles
{
    private static readonly ProfileId Default = new("default");

    /// <summary>The demo's: parcel rates as they are, and so little time to accept that offers expire while one looks on.</summary>
    public static Profile Demo { get; } = new()
    {
        ProfileId = Default,
        Version = 1,
        Name = "Demo",
        Rules = [new PartialOrders { Id = "at-most-3-locations", MaximumLocations = 3 }],
        Costs = new CostFactors { Currency = "USD", ParcelMinorUnits = 550, MinorUnitsPer100Km = 22, UnitMinorUnits = 35 },
        Acceptance = new AcceptancePolicy { AcceptWithin = TimeSpan.FromMinutes(3), MaxRejects = 5 },
    };

    /// <summary>For a network of the retailer's own: plain costs, and two hours of a location's working time to accept.</summary>
    public static Profile Plain { get; } = new()
    {
        ProfileId = Default,
        Version = 1,
        Name = "Default",
        Costs = new CostFactors { Currency = "USD", ParcelMinorUnits = 500, MinorUnitsPer100Km = 20, UnitMinorUnits = 25 },
        Acceptance = new AcceptancePolicy { AcceptWithin = TimeSpan.FromHours(2) },
    };
}
