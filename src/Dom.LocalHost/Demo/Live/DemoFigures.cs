namespace Dom.LocalHost.Demo.Live;

/// <summary>What the demo has counted so far: the orders that it posted itself, and the offers that its stores saw.</summary>
internal sealed record DemoFigures
{
    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Until when.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the host answered the last call.</summary>
    public required bool IsHostThere { get; init; }

    /// <summary>Orders posted.</summary>
    public int Posted { get; init; }

    /// <summary>Orders posted in the last minute.</summary>
    public int PostedLastMinute { get; init; }

    /// <summary>Orders for which Dom has found at least one location.</summary>
    public int Sourced { get; init; }

    /// <summary>Orders of which a location has some.</summary>
    public int InFulfillment { get; init; }

    /// <summary>Orders of which nothing is open.</summary>
    public int Completed { get; init; }

    /// <summary>Orders that wait for an operator, or for what blocks them to go.</summary>
    public int Waiting { get; init; }

    /// <summary>Orders called off.</summary>
    public int Cancelled { get; init; }

    /// <summary>Shipments offered to locations.</summary>
    public int Offered { get; init; }

    /// <summary>Offers accepted, in whole or in part.</summary>
    public int Accepted { get; init; }

    /// <summary>Offers rejected.</summary>
    public int Rejected { get; init; }

    /// <summary>Offers that nobody answered in time.</summary>
    public int Expired { get; init; }

    /// <summary>Offers made after another location had refused.</summary>
    public int Rerouted { get; init; }

    /// <summary>Parcels shipped and orders collected.</summary>
    public int HandedOver { get; init; }

    /// <summary>Lines that became exceptions.</summary>
    public int Exceptions { get; init; }

    /// <summary>Dead letters in the queue of orders; none where it does not say.</summary>
    public long? DeadLetters { get; init; }
}
