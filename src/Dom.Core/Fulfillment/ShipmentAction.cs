namespace Dom.Core.Fulfillment;

/// <summary>What can be done to a shipment: by its location, and by Dom itself.</summary>
public enum ShipmentAction
{
    /// <summary>Dom asks the location. The first entry of every shipment.</summary>
    Offer,

    /// <summary>The location takes the work, or part of it.</summary>
    Accept,

    /// <summary>The location gives the work back, or part of it, with a reason.</summary>
    Reject,

    /// <summary>The location picks: the units of each line so far. With a reason, what it did not find goes back.</summary>
    Pick,

    /// <summary>The location puts back what it picked.</summary>
    Unpick,

    /// <summary>The location packs.</summary>
    Pack,

    /// <summary>The location hands the parcel over to the carrier.</summary>
    Ship,

    /// <summary>The location has it ready for the customer.</summary>
    Ready,

    /// <summary>The customer takes it.</summary>
    Collect,

    /// <summary>Dom: the deadline has passed.</summary>
    Expire,

    /// <summary>Dom: the order is called off.</summary>
    Withdraw,

    /// <summary>Dom: the location is told that its time to answer runs out.</summary>
    Warn,

    /// <summary>Dom: the location has said that it has none of a SKU. What it is offered of it and has not accepted goes elsewhere.</summary>
    TakeBack,

    /// <summary>Dom: another location is to have it. Only what its location has not answered can be recalled.</summary>
    Recall,
}
