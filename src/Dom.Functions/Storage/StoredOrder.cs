using System.Collections.Immutable;
using Dom.Core.Fulfillment;
using Dom.Core.Orders;
using Dom.Core.Sourcing;

namespace Dom.Functions.Storage;

/// <summary>An order as it is stored: what the channel posted, and how far it is.</summary>
public sealed record StoredOrder
{
    /// <summary>What the channel posted.</summary>
    public required Order Order { get; init; }

    /// <summary>The fingerprint of its content, by which a changed duplicate is known.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>When Dom took it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When this record was last written.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>How far it is.</summary>
    public required OrderProgress Progress { get; init; }
}

/// <summary>A decision as it is stored: what was considered, and the shipments made of it.</summary>
public sealed record StoredDecision
{
    /// <summary>The attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Its place among the decisions of the attempt, from 0: another one is made when stock went before it could be held.</summary>
    public required int Revision { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took to decide, what-ifs included, once everything was read; 0 where that was not measured.</summary>
    public double Milliseconds { get; init; }

    /// <summary>What was considered, profile by profile.</summary>
    public required ImmutableArray<SourcingDecision> Parts { get; init; }

    /// <summary>What came of it.</summary>
    public required SourcingResult Result { get; init; }
}

/// <summary>How an order line ended.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Quantity">Units ordered.</param>
/// <param name="Fulfilled">Units that reached the carrier or the customer.</param>
/// <param name="Cancelled">Units called off.</param>
/// <param name="Refusals">How often locations refused it.</param>
/// <param name="At">When it ended.</param>
public sealed record LineOutcome(LineId LineId, int Quantity, int Fulfilled, int Cancelled, int Refusals, DateTimeOffset At);
