namespace Dom.Core.Fulfillment;

/// <summary>How far an order line is, as its channel sees it.</summary>
public enum LineState
{
    /// <summary>No location has it.</summary>
    Unsourced,

    /// <summary>It cannot proceed by itself.</summary>
    Exception,

    /// <summary>A location is asked and has not answered.</summary>
    Offered,

    /// <summary>A location has taken it.</summary>
    Accepted,

    /// <summary>Some of it is picked.</summary>
    Picking,

    /// <summary>It is picked.</summary>
    Picked,

    /// <summary>It is packed.</summary>
    Packed,

    /// <summary>It waits for the customer.</summary>
    Ready,

    /// <summary>It has left its location.</summary>
    Shipped,

    /// <summary>The customer has it.</summary>
    Collected,

    /// <summary>It was called off.</summary>
    Cancelled,
}

/// <summary>Tells how far lines are.</summary>
public static class LineStates
{
    /// <summary>The state of a line: that of the part of it that is least far.</summary>
    /// <param name="line">How far its order believes it to be.</param>
    /// <param name="shipments">The shipments that its order knows, open and ended, as they are now.</param>
    public static LineState Of(LineProgress line, IEnumerable<Shipment> shipments)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(shipments);

        if (line.ToSource > 0)
        {
            return line.Exception is null ? LineState.Unsourced : LineState.Exception;
        }

        var parts = shipments
            .SelectMany(shipment => shipment.Lines, (shipment, part) => (shipment.State, part.LineId, part.Open))
            .Where(part => part.LineId == line.LineId && part.Open > 0)
            .ToList();

        // What a shipment has given back and its order has not counted yet is no location's; so is what is planned and not offered yet.
        return parts.Sum(part => part.Open) < line.InFulfillment + line.Fulfilled
            ? LineState.Unsourced
            : parts.Select(part => Of(part.State)).DefaultIfEmpty(LineState.Cancelled).Min();
    }

    private static LineState Of(ShipmentState state) => state switch
    {
        ShipmentState.Offered => LineState.Offered,
        ShipmentState.Accepted => LineState.Accepted,
        ShipmentState.Picking => LineState.Picking,
        ShipmentState.Picked => LineState.Picked,
        ShipmentState.Packed => LineState.Packed,
        ShipmentState.Ready => LineState.Ready,
        ShipmentState.Shipped => LineState.Shipped,
        ShipmentState.Collected => LineState.Collected,
        _ => LineState.Unsourced,
    };
}
