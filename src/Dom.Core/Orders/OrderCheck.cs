using System.Collections.Immutable;
using Dom.Core.Profiles;

namespace Dom.Core.Orders;

/// <summary>Checks an order against the profiles that are to decide it.</summary>
public static class OrderCheck
{
    /// <summary>What is wrong with an order: costs of one currency cannot be weighed against prices of another.</summary>
    /// <param name="order">The order.</param>
    /// <param name="profiles">The profiles in force. A line that none of them covers, as far as it is known before its products are, is no fault: it waits for one.</param>
    /// <param name="at">When the order is taken in.</param>
    public static ImmutableArray<Fault> Faults(Order order, ImmutableArray<Profile> profiles, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(order);
        var facts = OrderFacts.Of(order);
        var other = order.Lines
            .Select(line => ProfileChoice.Of(profiles, at, facts, line.Sku, product: null, line.Mode))
            .FirstOrDefault(profile => profile is not null && profile.Costs.Currency != order.Currency);
        return other is null ? [] : [new Fault("currency", order.Currency, $"{other.Costs.Currency}, the currency of profile '{other.ProfileId}' that decides the order")];
    }
}
