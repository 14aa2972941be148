using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Profiles.Rules;
using Dom.Core.Solving;
using Dom.Core.Sourcing.Rules;

namespace Dom.Core.Sourcing.Scarcity;

/// <summary>
/// What learning takes from the rules of profiles: those that hold for every product at the moment of the learning, soft ones like hard ones. Rules that tell
/// products, amounts or dates apart are left out: demand that is learned from does not.
/// </summary>
/// <param name="profiles">The profiles.</param>
/// <param name="at">The moment of the learning.</param>
internal sealed class HorizonRules(IReadOnlyCollection<Profile> profiles, DateTimeOffset at)
{
    private readonly Dictionary<ProfileId, Rule[]> _rules =
        profiles.ToDictionary(profile => profile.ProfileId, profile => profile.Rules.Where(rule => rule.Holds(at) && rule.For.IsEverything).ToArray());

    /// <summary>Whether a location does for a profile what a mode needs.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="location">The location.</param>
    public bool Serves(Profile profile, DeliveryMode mode, Location location)
    {
        var isSent = profile.Delivery.Of(mode).Kind != DeliveryKind.Pickup;
        return location.IsActive
            && location.Modes.Contains(mode)
            && (profile.Delivery.Groups.IsEmpty || profile.Delivery.Groups.Any(use => location.Groups.Contains(use.Group) && (isSent ? use.Ships : use.HandsOver)))
            && !Of<OfflineLocation>(profile.ProfileId).Any(rule => rule.At.Match(location) is not null);
    }

    /// <summary>The fewest units of a SKU that a location keeps back by any profile.</summary>
    /// <param name="location">The location.</param>
    /// <param name="sku">The SKU.</param>
    public int Floor(Location location, Sku sku) => profiles.Select(profile => Floors.Of(profile, at, location, sku, null, DeliveryMode.Ship)).DefaultIfEmpty().Min();

    /// <summary>Orders that a location takes in a day by its own limit and those of all profiles; none for no limit.</summary>
    /// <param name="location">The location.</param>
    public int? OrdersPerDay(Location location) => _rules.Values
        .SelectMany(rules => rules.OfType<DailyLimit>().Where(rule => rule.At.Match(location) is not null).Select(rule => rule.Orders))
        .Append(location.OrdersPerDay)
        .Min();

    /// <summary>Most locations of an order; <see cref="OrderColumns.NoLimit"/> for no limit.</summary>
    /// <param name="profile">The profile that decides it.</param>
    public int MaxLocations(ProfileId profile) => Math.Min(
        Of<PartialOrders>(profile).Min(rule => rule.MaximumLocations) ?? OrderColumns.NoLimit,
        Of<Unsplittable>(profile).Any(rule => rule.BelowMinorUnits is null) ? 1 : OrderColumns.NoLimit);

    /// <summary>The farthest distance from any location, in kilometres.</summary>
    /// <param name="profile">The profile that decides the order.</param>
    public double MaxDistanceKm(ProfileId profile) =>
        Of<MaximumDistance>(profile).Where(rule => rule.At.IsEverywhere).Select(rule => rule.Km).DefaultIfEmpty(double.PositiveInfinity).Min();

    /// <summary>Whether an order is sourced whole or not at all.</summary>
    /// <param name="profile">The profile that decides it.</param>
    public bool ShipsComplete(ProfileId profile) => Of<PartialOrders>(profile).Any(rule => !rule.Orders);

    private IEnumerable<T> Of<T>(ProfileId profile)
        where T : Rule => _rules[profile].OfType<T>();
}
