using Dom.Core.Orders;

namespace Dom.Core.Profiles;

/// <summary>What profiles, rules and costs look at of an order besides its lines.</summary>
public sealed record OrderFacts
{
    /// <summary>Where it was sold.</summary>
    public required string Channel { get; init; }

    /// <summary>The company that sold it, where one is named.</summary>
    public string? LegalEntity { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the country that it goes to; none where it goes nowhere.</summary>
    public string? Country { get; init; }

    /// <summary>The region that it goes to, where one is named.</summary>
    public string? Region { get; init; }

    /// <summary>The postal code that it goes to, where one is named.</summary>
    public string? PostalCode { get; init; }

    /// <summary>What its goods are worth, all lines whatever has become of them, minor units.</summary>
    public long AmountMinorUnits { get; init; }

    /// <summary>Higher goes first.</summary>
    public int Priority { get; init; }

    /// <summary>The tier of the customer, where one is named.</summary>
    public string? CustomerTier { get; init; }

    /// <summary>The day on which the customer wants it, where one is named.</summary>
    public DateOnly? RequestedDeliveryDate { get; init; }

    /// <summary>The facts of an order.</summary>
    /// <param name="order">The order.</param>
    public static OrderFacts Of(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new()
        {
            Channel = order.Channel,
            LegalEntity = order.LegalEntity,
            Country = order.Destination?.Country,
            Region = order.Destination?.Region,
            PostalCode = order.Destination?.PostalCode,
            AmountMinorUnits = order.Lines.Sum(line => checked(line.UnitPriceMinorUnits * line.Quantity)),
            Priority = order.Priority,
            CustomerTier = order.CustomerTier,
            RequestedDeliveryDate = order.RequestedDeliveryDate,
        };
    }
}
