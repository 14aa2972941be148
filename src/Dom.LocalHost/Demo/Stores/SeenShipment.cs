using System.Collections.Immutable;

namespace Dom.LocalHost.Demo.Stores;

/// <summary>A shipment as the API shows it; what the demo does not need is left out.</summary>
internal sealed record SeenShipment
{
    /// <summary>The shipment.</summary>
    public required string ShipmentId { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>Its location.</summary>
    public required string LocationId { get; init; }

    /// <summary>How far it is: <c>offered</c>, <c>accepted</c> …</summary>
    public required string State { get; init; }

    /// <summary>Its lines.</summary>
    public ImmutableArray<SeenShipmentLine> Lines { get; init; } = [];

    /// <summary>What its location can do now: <c>accept</c>, <c>reject</c> …</summary>
    public ImmutableArray<string> PossibleActions { get; init; } = [];
}

/// <summary>A line of a shipment.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Sku">What is to be picked.</param>
/// <param name="Quantity">Units that are the location's to fulfil.</param>
internal sealed record SeenShipmentLine(string LineId, string Sku, int Quantity);
