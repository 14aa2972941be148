using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;

namespace Dom.Core.Sourcing.Scarcity;

/// <summary>The scarcity prices that a decision is made with.</summary>
/// <param name="Version">Where they come from, with the prices of locations.</param>
/// <param name="Units">The prices of units by SKU; a SKU that is absent costs nothing anywhere.</param>
public sealed record ScarcityPrices(ScarcityVersion Version, ImmutableDictionary<Sku, SkuPrices> Units)
{
    private const long Million = 1_000_000;

    /// <summary>What of locations' days is taken where that moves the prices of their places; none where the request's own loads say it. A location that is absent has taken nothing.</summary>
    public IReadOnlyDictionary<LocationId, DayLoad>? Loads { get; init; }

    /// <summary>
    /// The share of the prices that a decision charges: the policy's strength, less what the drift of demand takes from it; nothing where the policy
    /// leaves prices off, or they are older than it allows.
    /// </summary>
    /// <param name="policy">The profile's policy.</param>
    /// <param name="at">When the decision is made.</param>
    /// <returns>0 or more; 1000 charges them as they were learned.</returns>
    public int SharePerMille(Profiles.ScarcityPolicy policy, DateTimeOffset at)
    {
        return (int)(StrengthPerMille(policy, at) * Undamped(policy) / Million);
    }

    /// <summary>The policy's strength; 0 where it leaves prices off, or they are older than it allows.</summary>
    /// <param name="policy">The profile's policy.</param>
    /// <param name="at">When the decision is made.</param>
    internal int StrengthPerMille(Profiles.ScarcityPolicy policy, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return !policy.IsUsed || at - Version.LearnedAt > policy.MaxAge ? 0 : policy.StrengthPerMille;
    }

    /// <summary>What drift leaves of learned prices, whatever the policy's strength, rounded down.</summary>
    /// <param name="policy">The profile's policy.</param>
    /// <param name="thousandths">The price.</param>
    internal long Damped(Profiles.ScarcityPolicy policy, long thousandths) => (long)((Int128)thousandths * Undamped(policy) / Million);

    private long Undamped(Profiles.ScarcityPolicy policy) => Math.Max(0, Million - ((long)policy.DriftDampingPerMille * Version.DriftPerMille));
}
