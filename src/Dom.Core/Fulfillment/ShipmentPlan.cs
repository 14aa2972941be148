using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Sourcing;

namespace Dom.Core.Fulfillment;

/// <summary>What sourcing gives one location to do for one order by one mode; its stock is held.</summary>
public sealed record ShipmentPlan
{
    /// <summary>The shipment's identifier.</summary>
    public required ShipmentId ShipmentId { get; init; }

    /// <summary>The order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The location.</summary>
    public required LocationId LocationId { get; init; }

    /// <summary>How the goods reach the customer.</summary>
    public required DeliveryMode Mode { get; init; }

    /// <summary>What that mode does by the profile that decided; none in what was stored before it was kept: then the mode's name tells.</summary>
    public DeliveryKind? Kind { get; init; }

    /// <summary>What is to be fulfilled.</summary>
    public required ImmutableArray<Assignment> Lines { get; init; }

    /// <summary>The top categories of its SKUs as they were when it was planned; one that is absent was of none. None where all are.</summary>
    public ImmutableDictionary<Sku, CategoryPath>? Categories { get; init; }

    /// <summary>The day of the location on which the work counts against its capacity; none where nothing limits it.</summary>
    public DateOnly? CapacityDay { get; init; }

    /// <summary>Whether the order counts with it. Default yes; an order counts once against a location's day, however many shipments it makes there.</summary>
    public bool CountsOrder { get; init; } = true;

    /// <summary>What it counts for on that day.</summary>
    public DayLoad Load => new(CountsOrder ? 1 : 0, Lines.Length, Lines.Sum(line => line.Quantity));

    /// <summary>The profile that decided.</summary>
    public required ProfileId ProfileId { get; init; }

    /// <summary>Its version.</summary>
    public required int ProfileVersion { get; init; }

    /// <summary>How long the location may think, and what a refusal means.</summary>
    public required AcceptancePolicy Acceptance { get; init; }

    /// <summary>The top categories of what lines ask for, as <see cref="Categories"/> has them.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="products">What is known of their SKUs.</param>
    public static ImmutableDictionary<Sku, CategoryPath>? CategoriesOf(IEnumerable<Assignment> lines, IReadOnlyDictionary<Sku, Product> products)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(products);
        var categories = ImmutableDictionary.CreateBuilder<Sku, CategoryPath>();
        foreach (var line in lines)
        {
            if (products.GetValueOrDefault(line.Sku)?.Category is { } category)
            {
                categories[line.Sku] = category.Top;
            }
        }

        return categories.Count == 0 ? null : categories.ToImmutable();
    }
}
