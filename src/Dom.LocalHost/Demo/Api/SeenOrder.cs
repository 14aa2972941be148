using System.Collections.Immutable;
using Dom.LocalHost.Demo.Stores;

namespace Dom.LocalHost.Demo.Api;

/// <summary>An order as the API shows it; what the demo does not need is left out.</summary>
internal sealed record SeenOrder
{
    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>How far it is: <c>received</c>, <c>sourcing</c> …</summary>
    public required string State { get; init; }

    /// <summary>How often it was sourced.</summary>
    public int Attempts { get; init; }

    /// <summary>Its lines.</summary>
    public ImmutableArray<SeenOrderLine> Lines { get; init; } = [];

    /// <summary>Its shipments, oldest first.</summary>
    public ImmutableArray<SeenShipment> Shipments { get; init; } = [];

    /// <summary>Whether nothing more happens to it.</summary>
    public bool HasEnded => State is "completed" or "cancelled";

    /// <summary>Whether it waits for somebody or something outside.</summary>
    public bool IsWaiting => State is "waiting" or "onHold";
}

/// <summary>A line of an order.</summary>
internal sealed record SeenOrderLine
{
    /// <summary>The line.</summary>
    public required string LineId { get; init; }

    /// <summary>Why it cannot proceed by itself.</summary>
    public SeenException? Exception { get; init; }
}

/// <summary>Why a line cannot proceed by itself.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Sentence">What blocks it.</param>
internal sealed record SeenException(string Type, string Sentence);

/// <summary>A page of shipments.</summary>
/// <param name="Items">The shipments.</param>
internal sealed record SeenShipments(ImmutableArray<SeenShipment> Items);

/// <summary>How many messages a queue has.</summary>
/// <param name="DeadLetterMessageCount">Messages among its dead letters.</param>
internal sealed record SeenQueue(long DeadLetterMessageCount);
