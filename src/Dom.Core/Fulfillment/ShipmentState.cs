namespace Dom.Core.Fulfillment;

/// <summary>How far a shipment is.</summary>
public enum ShipmentState
{
    /// <summary>The location is asked and has not answered.</summary>
    Offered,

    /// <summary>The location has taken the work.</summary>
    Accepted,

    /// <summary>Some of it is picked.</summary>
    Picking,

    /// <summary>All of it is picked.</summary>
    Picked,

    /// <summary>It is packed.</summary>
    Packed,

    /// <summary>It has left the location. The end.</summary>
    Shipped,

    /// <summary>It waits for the customer at the location.</summary>
    Ready,

    /// <summary>The customer has it. The end.</summary>
    Collected,

    /// <summary>The location gave all of it back. The end.</summary>
    Rejected,

    /// <summary>The location did not answer in time. The end.</summary>
    Expired,

    /// <summary>The offer was taken back before the location answered. The end.</summary>
    Withdrawn,

    /// <summary>The work was called off after the location had taken it. The end.</summary>
    Cancelled,
}
