namespace Dom.Core.Fulfillment;

/// <summary>How far an order is.</summary>
public enum OrderState
{
    /// <summary>Dom has it and has not looked at it yet.</summary>
    Received,

    /// <summary>Dom is choosing locations for some of it.</summary>
    Sourcing,

    /// <summary>A location has some of it.</summary>
    InFulfillment,

    /// <summary>Every open line waits for an operator or for what blocks it to go.</summary>
    Waiting,

    /// <summary>It waits for a release.</summary>
    OnHold,

    /// <summary>Nothing of it is open, and some of it was fulfilled. The end.</summary>
    Completed,

    /// <summary>All of it was called off. The end.</summary>
    Cancelled,
}
