using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;

namespace Dom.Core.Profiles;

/// <summary>Which profile decides a line.</summary>
public static class ProfileChoice
{
    /// <summary>
    /// The version in force whose scope covers a line; none where none does. Of a profile's versions the newest whose days hold is in force; those before it
    /// wait for it to end. Scopes of published profiles do not overlap; if they did, the first in order of ids would decide.
    /// </summary>
    /// <param name="profiles">Versions of the profiles, in order of their ids, the newest of each first.</param>
    /// <param name="at">When the line is sourced.</param>
    /// <param name="order">The line's order.</param>
    /// <param name="sku">The line's SKU.</param>
    /// <param name="product">What is known of it, where anything is.</param>
    /// <param name="mode">The line's delivery mode.</param>
    public static Profile? Of(ImmutableArray<Profile> profiles, DateTimeOffset at, OrderFacts order, Sku sku, Product? product, DeliveryMode mode) =>
        InForce(profiles, at).FirstOrDefault(profile => !profile.IsOnlyAlternate && profile.Scope.Covers(order, sku, product, mode));

    /// <summary>The version of each profile that is in force, where one is.</summary>
    /// <param name="profiles">Versions of the profiles, in order of their ids, the newest of each first.</param>
    /// <param name="at">When.</param>
    public static IEnumerable<Profile> InForce(ImmutableArray<Profile> profiles, DateTimeOffset at)
    {
        ProfileId? last = null;
        foreach (var profile in profiles)
        {
            if (profile.ProfileId != last && profile.Effective.Holds(at))
            {
                last = profile.ProfileId;
                yield return profile;
            }
        }
    }
}
