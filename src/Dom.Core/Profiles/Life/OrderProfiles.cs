using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;

namespace Dom.Core.Profiles.Life;

/// <summary>Which versions decide the lines of one order: those that began it, and for the rest those in force.</summary>
public sealed class OrderProfiles
{
    private readonly OrderFacts _order;
    private readonly ImmutableArray<Profile> _kept;
    private readonly ImmutableArray<Profile> _others;

    /// <summary>Finds the versions.</summary>
    /// <param name="profiles">Versions of the profiles, in order of their ids, the newest of each first.</param>
    /// <param name="kept">The versions that go on deciding the order (<see cref="ProfileVersions.Kept"/>), in force or not.</param>
    /// <param name="order">The order.</param>
    /// <param name="at">When it is sourced.</param>
    public OrderProfiles(ImmutableArray<Profile> profiles, IEnumerable<Profile> kept, OrderFacts order, DateTimeOffset at)
    {
        _order = order;
        _kept = [.. kept.OrderBy(profile => profile.ProfileId.Value, StringComparer.Ordinal)];
        var begun = _kept.Select(profile => profile.ProfileId).ToHashSet();
        _others = [.. ProfileChoice.InForce(profiles, at).Where(profile => !begun.Contains(profile.ProfileId))];
    }

    /// <summary>The version that decides a line; none where none does.</summary>
    /// <param name="sku">The line's SKU.</param>
    /// <param name="product">What is known of it, where anything is.</param>
    /// <param name="mode">The line's delivery mode.</param>
    public Profile? Of(Sku sku, Product? product, DeliveryMode mode) => _kept.Concat(_others)
        .FirstOrDefault(profile => !profile.IsOnlyAlternate && profile.Scope.Covers(_order, sku, product, mode));

    /// <summary>The version that decides what a profile finds nothing for; none where there is none.</summary>
    /// <param name="profile">The profile.</param>
    public Profile? AlternateOf(Profile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Alternate is { } alternate ? _kept.Concat(_others).FirstOrDefault(other => other.ProfileId == alternate) : null;
    }
}
