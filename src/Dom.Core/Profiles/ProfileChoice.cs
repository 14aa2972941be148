using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;

namespace Dom.Core.Profiles;

/// <summary>Which profile decides a line.</summary>
public static class ProfileChoice
{
    /// <summary>The profile in force whose scope covers a line; none where none does. Scopes of published profiles do not overlap; if they did, the first in order of ids would decide.</summary>
    /// <param name="profiles">The profiles, in order of their ids.</param>
    /// <param name="at">When the line is sourced.</param>
    /// <param name="order">The line's order.</param>
    /// <param name="sku">The line's SKU.</param>
    /// <param name="product">What is known of it, where anything is.</param>
    /// <param name="mode">The line's delivery mode.</param>
    public static Profile? Of(ImmutableArray<Profile> profiles, DateTimeOffset at, OrderFacts order, Sku sku, Product? product, DeliveryMode mode) =>
        profiles.FirstOrDefault(profile => profile.Effective.Holds(at) && profile.Scope.Covers(order, sku, product, mode));
}
