using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Sourcing.Rules;

/// <summary>What locations keep back, for those who hold stock: nobody may take it, whoever was quicker.</summary>
public static class Floors
{
    /// <summary>
    /// Units of a SKU that a location keeps back for a line. Soft rules may have fallen for it: of the floors that hold while none has, and after each
    /// importance has, it is the lowest.
    /// </summary>
    /// <param name="profile">The profile that decided.</param>
    /// <param name="at">The moment of the sourcing.</param>
    /// <param name="location">The location.</param>
    /// <param name="sku">The SKU.</param>
    /// <param name="product">What is known of it, where anything is.</param>
    /// <param name="mode">The line's delivery mode.</param>
    /// <returns>Units, 0 or more.</returns>
    public static int Of(Profile profile, DateTimeOffset at, Location location, Sku sku, Product? product, DeliveryMode mode)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var floors = profile.Rules.OfType<MinimumInventory>().Where(rule => rule.Holds(at))
            .Select(rule => (Rule: rule, Product: rule.For.Match(sku, product, mode, profile.Conflicts), Place: rule.At.Match(location)))
            .Where(floor => floor.Product is not null && floor.Place is not null)
            .OrderByDescending(floor => floor.Product).ThenByDescending(floor => floor.Place).ThenByDescending(floor => floor.Rule.Units)
            .Select(floor => floor.Rule)
            .ToArray();
        return floors.Where(rule => !rule.IsHard).Select(rule => rule.Importance).Append(0)
            .Select(fallen => Array.Find(floors, rule => rule.IsHard || rule.Importance > fallen)?.Units ?? 0)
            .Min();
    }
}
