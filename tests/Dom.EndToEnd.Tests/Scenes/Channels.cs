using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Rules;

namespace Dom.EndToEnd.Tests.Scenes;

/// <summary>Channels, each with the profile that its tests want.</summary>
internal static class Channels
{
    /// <summary>The profile that a first start publishes: two hours to accept, five rejects at most.</summary>
    public const string Web = "web";

    /// <summary>Offers expire after one and a half seconds.</summary>
    public const string Hasty = "hasty";

    /// <summary>Two rejects at most.</summary>
    public const string Strict = "strict";

    /// <summary>Ships complete or not at all.</summary>
    public const string Complete = "complete";

    /// <summary>One location at most.</summary>
    public const string Single = "single";

    /// <summary>At most 400 km away.</summary>
    public const string Near = "near";

    /// <summary>Stores take what is shipped without being asked.</summary>
    public const string Willing = "willing";

    /// <summary>Locations have an hour, are warned one and a half seconds after they are asked, and take all or nothing.</summary>
    public const string Patient = "patient";

    /// <summary>Waves move what is offered where that saves more than 100 for each line.</summary>
    public const string Moving = "moving";

    /// <summary>Waves move what is offered where that saves more than a move from one end of the country to the other can.</summary>
    public const string Settled = "settled";

    /// <summary>What the channels need beyond the first start.</summary>
    public static IReadOnlyList<Profile> Profiles { get; } =
    [
        Of(Hasty) with { Acceptance = new AcceptancePolicy { AcceptWithin = TimeSpan.FromSeconds(1.5) } },
        Of(Strict) with { Acceptance = new AcceptancePolicy { MaxRejects = 2 } },
        Of(Willing) with { Acceptance = new AcceptancePolicy { AutoAccept = [new OfferScope { Mode = DeliveryMode.Ship, Type = LocationType.Store }] } },
        Of(Patient) with
        {
            Acceptance = new AcceptancePolicy
            {
                AcceptWithin = TimeSpan.FromHours(1),
                WarnBefore = TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1.5),
                AllowsPartialAccept = false,
            },
        },
        Waving(Moving, 100),
        Waving(Settled, 5_000),
        Of(Complete) with { Rules = [new PartialOrders { Id = "complete", Orders = false }] },
        Of(Single) with { Rules = [new PartialOrders { Id = "single", MaximumLocations = 1 }] },
        Of(Near) with { Rules = [new MaximumDistance { Id = "near", Km = 400 }] },
    ];

    private static Profile Waving(string channel, long churn) => Of(channel) with
    {
        Waves = new WavePolicy { MovesOffers = true },
        Costs = Of(channel).Costs with { ChurnMinorUnits = churn },
    };

    // Profiles are tried in the order of their ids: these come before 'default', which covers every channel.
    private static Profile Of(string channel) => new()
    {
        ProfileId = new ProfileId("a-" + channel),
        Version = 1,
        Name = channel,
        Scope = new ProfileScope { Channels = [channel] },
        Costs = new CostFactors { Currency = "USD", ParcelMinorUnits = 500, MinorUnitsPer100Km = 50, UnitMinorUnits = 50 },
    };
}
