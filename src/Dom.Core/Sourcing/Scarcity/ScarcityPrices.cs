using System.Collections.Immutable;
using Dom.Core.Inventory;

namespace Dom.Core.Sourcing.Scarcity;

/// <summary>The scarcity prices that a decision is made with.</summary>
/// <param name="Version">Where they come from, with the prices of locations.</param>
/// <param name="Units">The prices of units by SKU; a SKU that is absent costs nothing anywhere.</param>
public sealed record ScarcityPrices(ScarcityVersion Version, ImmutableDictionary<Sku, SkuPrices> Units)
{
    /// <summary>
    /// The share of the prices that a decision charges: the policy's strength, less what the drift of demand takes from it; nothing where the policy
    /// leaves prices off, or they are older than it allows.
    /// </summary>
    /// <param name="policy">The profile's policy.</param>
    /// <param name="at">When the decision is made.</param>
    /// <returns>0 or more; 1000 charges them as they were learned.</returns>
    public int SharePerMille(Profiles.ScarcityPolicy policy, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return !policy.IsUsed || at - Version.LearnedAt > policy.MaxAge
            ? 0
            : (int)(policy.StrengthPerMille * Math.Max(0, 1_000_000L - ((long)policy.DriftDampingPerMille * Version.DriftPerMille)) / 1_000_000L);
    }
}
