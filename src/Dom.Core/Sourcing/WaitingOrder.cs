using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;

namespace Dom.Core.Sourcing;

/// <summary>What of an order found no location and waits until one can serve it.</summary>
public sealed record WaitingOrder
{
    /// <summary>The order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>Since when the order is here, UTC: who came first is woken first.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What is known of it besides its lines.</summary>
    public required OrderFacts Order { get; init; }

    /// <summary>Where it goes; none when the customer collects every line.</summary>
    public GeoPoint? Destination { get; init; }

    /// <summary>The lines that wait, at least one.</summary>
    public required ImmutableArray<DemandLine> Lines { get; init; }

    /// <summary>The versions that gave some of it to locations.</summary>
    public ImmutableArray<ProfileVersion> DecidedBy { get; init; } = [];

    /// <summary>Whether it came later than another.</summary>
    /// <param name="since">Since when the other is here.</param>
    /// <param name="orderId">The other.</param>
    public bool IsAfter(DateTimeOffset since, OrderId orderId) =>
        Since > since || (Since == since && string.CompareOrdinal(OrderId.Value, orderId.Value) > 0);
}
