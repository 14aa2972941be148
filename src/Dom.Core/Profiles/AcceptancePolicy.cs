using System.Collections.Immutable;
using Dom.Core.Inventory;

namespace Dom.Core.Profiles;

/// <summary>How long a location may think about an offer, and what a refusal means.</summary>
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

    /// <summary>Working time of the location within which it must accept. Default 2 hours.</summary>
    public TimeSpan AcceptWithin { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Refusals (rejections, expiries, short picks) of a line after which it waits for an operator, 1 or more. Default 5.</summary>
    public int MaxRejects { get; init; } = 5;

    /// <summary>Reasons that a location may give, with what each says about the stock.</summary>
    public ImmutableDictionary<string, StockEffect> Reasons { get; init; } = DefaultReasons;
}
