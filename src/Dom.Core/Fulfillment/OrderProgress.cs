using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Orders;
using Dom.Core.Profiles;

namespace Dom.Core.Fulfillment;

/// <summary>How far an order is: what its orchestration knows and decides from.</summary>
public sealed record OrderProgress
{
    /// <summary>The order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>How often it was sourced.</summary>
    public int Attempt { get; init; }

    /// <summary>Whether it waits for a release.</summary>
    public bool IsOnHold { get; init; }

    /// <summary>Whether it is being called off.</summary>
    public bool IsCancelling { get; init; }

    /// <summary>Whether the stored order says what this record says.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>Its lines.</summary>
    public required ImmutableArray<LineProgress> Lines { get; init; }

    /// <summary>The shipments that have not ended.</summary>
    public ImmutableArray<OpenShipment> Shipments { get; init; } = [];

    /// <summary>The shipments that have ended.</summary>
    public ImmutableArray<OpenShipment> EndedShipments { get; init; } = [];

    /// <summary>The versions of profiles that gave some of it to locations, of each profile the newest: they go on deciding the order.</summary>
    public ImmutableArray<ProfileVersion> DecidedBy { get; init; } = [];

    /// <summary>The last requests that were carried out, oldest first: a request can come twice.</summary>
    public ImmutableArray<OrderRequest> Requests { get; init; } = [];

    /// <summary>What a wave wants moved, until its offers are recalled; none while nothing is.</summary>
    public OrderMove? Move { get; init; }

    /// <summary>Until when nothing is sourced, because other orders are to give back first what a wave has planned for it; none where nothing is waited for.</summary>
    public DateTimeOffset? SourcedFrom { get; init; }

    /// <summary>An order of which nothing is done yet.</summary>
    /// <param name="order">The order.</param>
    public static OrderProgress Start(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new OrderProgress
        {
            OrderId = order.OrderId,
            IsOnHold = order.OnHold,
            IsRecorded = true,
            Lines = [.. order.Lines.Select(line => new LineProgress { LineId = line.LineId, Quantity = line.Quantity, ToSource = line.Quantity })],
        };
    }
}

/// <summary>A request that was carried out.</summary>
/// <param name="RequestId">The caller's mark of it.</param>
/// <param name="Kind">What was asked for.</param>
public sealed record OrderRequest(string RequestId, OrderSignalKind Kind);

/// <summary>How far a line is, in units: what is to be sourced, in fulfillment, fulfilled and cancelled add up to its quantity.</summary>
public sealed record LineProgress
{
    /// <summary>The line.</summary>
    public required LineId LineId { get; init; }

    /// <summary>What was ordered.</summary>
    public required int Quantity { get; init; }

    /// <summary>What no location has.</summary>
    public int ToSource { get; init; }

    /// <summary>What locations have and have not finished.</summary>
    public int InFulfillment { get; init; }

    /// <summary>What reached the carrier or the customer.</summary>
    public int Fulfilled { get; init; }

    /// <summary>What was called off.</summary>
    public int Cancelled { get; init; }

    /// <summary>How often locations refused it, as far as their reasons count: rejections, expiries, short picks.</summary>
    public int Refusals { get; init; }

    /// <summary>The locations that refused it; it is not offered to them until their refusal lapses.</summary>
    public ImmutableArray<LocationId> RefusedBy { get; init; } = [];

    /// <summary>When they did, each at most once; a refusal of a location that is absent does not lapse.</summary>
    public ImmutableArray<LineRefusal> RefusedAt { get; init; } = [];

    /// <summary>Where a wave has planned what of it was recalled: its next sourcing chooses among these, if they still have it. None means that nothing is planned.</summary>
    public ImmutableArray<LocationId> PlannedAt { get; init; } = [];

    /// <summary>Why what is to be sourced cannot be; none while it can.</summary>
    public LineException? Exception { get; init; }
}

/// <summary>A location's last refusal of a line.</summary>
/// <param name="LocationId">The location.</param>
/// <param name="At">When it refused.</param>
/// <param name="Until">When the refusal lapses, later than <paramref name="At"/>; none means never.</param>
public sealed record LineRefusal(LocationId LocationId, DateTimeOffset At, DateTimeOffset? Until);

/// <summary>A shipment as its order knows it.</summary>
public sealed record OpenShipment
{
    /// <summary>The shipment.</summary>
    public required ShipmentId ShipmentId { get; init; }

    /// <summary>Its location.</summary>
    public required LocationId LocationId { get; init; }

    /// <summary>Refusals of a line after which it waits for an operator.</summary>
    public required int MaxRejects { get; init; }

    /// <summary>The entries of its history whose returns are already counted: an event can arrive twice.</summary>
    public ImmutableArray<int> CountedReturns { get; init; } = [];

    /// <summary>Whether its offer is recalled: nothing is sourced before it has ended.</summary>
    public bool IsRecalled { get; init; }

    /// <summary>Whether it has been told that the order is called off.</summary>
    public bool IsWithdrawAsked { get; init; }
}
