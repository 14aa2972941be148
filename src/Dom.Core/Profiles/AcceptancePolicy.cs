using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Network;

namespace Dom.Core.Profiles;

/// <summary>How long a location may think about an offer, and what a refusal means.</summary>
/// <remarks>Orchestrations under way keep the policy that their shipments were planned with: what a policy of an older version lacks has its default.</remarks>
public sealed record AcceptancePolicy
{
    /// <summary>The reasons that every retailer has, with what each says about the stock.</summary>
    public static ImmutableDictionary<string, StockEffect> DefaultReasons { get; } = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new KeyValuePair<string, StockEffect>[]
        {
            new("notFound", StockEffect.All),
            new("damaged", StockEffect.Quantity),
            new("displayOnly", StockEffect.Quantity),
            new("noCapacity", StockEffect.None),
            new("closed", StockEffect.None),
            new("other", StockEffect.None),
        });

    /// <summary>Working time of the location within which it must accept, above 0, where no deadline says otherwise. Default 2 hours.</summary>
    public TimeSpan AcceptWithin { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Deadlines by delivery mode and kind of location. Default none.</summary>
    public ImmutableArray<AcceptanceDeadline> Deadlines { get; init; } = [];

    /// <summary>
    /// Working time before the deadline at which the location is warned, once, above 0; none for no warning. Where it has less time than that from
    /// the start, it is warned at once.
    /// </summary>
    public TimeSpan? WarnBefore { get; init; }

    /// <summary>Whether an offer that is not accepted when the location closes for the day expires then. Default no: its time runs on when it opens.</summary>
    public bool ExpiresAtClosing { get; init; }

    /// <summary>Whether a location is offered only what it has its whole time for before it closes for the day. Default no.</summary>
    public bool NeedsFullTime { get; init; }

    /// <summary>The offers that are accepted by themselves. Default none.</summary>
    public ImmutableArray<OfferScope> AutoAccept { get; init; } = [];

    /// <summary>Whether a location may take a part of what it is offered. Default yes. What it has taken it may always give back in part.</summary>
    public bool AllowsPartialAccept { get; init; } = true;

    /// <summary>Refusals (rejections, expiries, short picks) of a line after which it waits for an operator, 1 or more. Default 5.</summary>
    public int MaxRejects { get; init; } = 5;

    /// <summary>Reasons that a location may give, with what each says about the stock.</summary>
    public ImmutableDictionary<string, StockEffect> Reasons { get; init; } = DefaultReasons;

    /// <summary>Reasons that do not count towards <see cref="MaxRejects"/>, <c>expired</c> among the possible ones. Default none.</summary>
    public ImmutableArray<string> UncountedReasons { get; init; } = [];

    /// <summary>Reasons after which the location may be asked again at once, <c>expired</c> among the possible ones. Default none.</summary>
    /// <remarks>One that is uncounted as well lets one location be asked without end; for <c>expired</c> nobody even has to answer.</remarks>
    public ImmutableArray<string> ReasonsWithoutCoolingOff { get; init; } = [];

    /// <summary>How long a location is not asked for a line that it refused, above 0, in elapsed time; none means never again.</summary>
    public TimeSpan? CoolOffAfterReject { get; init; }

    /// <summary>How long a location is not asked for a line that it let expire, above 0, in elapsed time; none means never again.</summary>
    public TimeSpan? CoolOffAfterExpiry { get; init; }

    /// <summary>
    /// Whether other offers of a SKU are taken back from a location that says that it has none (a reason with <see cref="StockEffect.All"/>), as far
    /// as it has not accepted them, and sourced again. Default yes.
    /// </summary>
    public bool ReroutesCollateral { get; init; } = true;

    /// <summary>Working time that a location has for an offer.</summary>
    /// <param name="mode">How the goods reach the customer.</param>
    /// <param name="type">The kind of the location; none where the location is not known any more.</param>
    public TimeSpan TimeFor(DeliveryMode mode, LocationType? type) => Deadlines
        .Select(deadline => (Match: deadline.Match(mode, type), deadline.AcceptWithin))
        .Where(deadline => deadline.Match is not null)
        .OrderByDescending(deadline => deadline.Match).ThenBy(deadline => deadline.AcceptWithin)
        .Select(deadline => (TimeSpan?)deadline.AcceptWithin)
        .FirstOrDefault() ?? AcceptWithin;

    /// <summary>Whether an offer is accepted by itself.</summary>
    /// <param name="mode">How the goods reach the customer.</param>
    /// <param name="type">The kind of the location; none where the location is not known any more.</param>
    public bool AcceptsByItself(DeliveryMode mode, LocationType? type) => AutoAccept.Any(scope => scope.Match(mode, type) is not null);
}
