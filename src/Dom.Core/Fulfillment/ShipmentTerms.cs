using System.Collections.Immutable;
using Dom.Core.Profiles;

namespace Dom.Core.Fulfillment;

/// <summary>What the acceptance policy that a shipment was planned with means for its answer.</summary>
/// <remarks>What was stored before there were terms has the defaults, which ask for nothing.</remarks>
public sealed record ShipmentTerms
{
    /// <summary>Whether the location takes all of the offer or nothing.</summary>
    public bool IsWholeOnly { get; init; }

    /// <summary>Whether what the location says about a SKU takes back other offers, and whether this one is taken back for what it says to others.</summary>
    public bool ReroutesCollateral { get; init; }

    /// <summary>Reasons that do not count towards the refusals after which a line waits for an operator.</summary>
    public ImmutableArray<string> UncountedReasons { get; init; } = [];

    /// <summary>Reasons after which the location may be asked again at once.</summary>
    public ImmutableArray<string> ReasonsWithoutCoolingOff { get; init; } = [];

    /// <summary>How long the location is not asked for a line that it refused; none means never again.</summary>
    public TimeSpan? CoolOffAfterReject { get; init; }

    /// <summary>How long the location is not asked for a line that it let expire; none means never again.</summary>
    public TimeSpan? CoolOffAfterExpiry { get; init; }

    /// <summary>The terms that a policy sets.</summary>
    /// <param name="policy">The policy.</param>
    public static ShipmentTerms Of(AcceptancePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new ShipmentTerms
        {
            IsWholeOnly = !policy.AllowsPartialAccept,
            ReroutesCollateral = policy.ReroutesCollateral,
            UncountedReasons = policy.UncountedReasons,
            ReasonsWithoutCoolingOff = policy.ReasonsWithoutCoolingOff,
            CoolOffAfterReject = policy.CoolOffAfterReject,
            CoolOffAfterExpiry = policy.CoolOffAfterExpiry,
        };
    }
}
