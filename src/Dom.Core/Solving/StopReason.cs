namespace Dom.Core.Solving;

/// <summary>What ended a solve.</summary>
public enum StopReason
{
    /// <summary>The gap that was asked for is reached.</summary>
    Gap,

    /// <summary>The time is over, or the caller ended it.</summary>
    Time,

    /// <summary>No cheaper plan can exist.</summary>
    Proof,

    /// <summary>The method has nothing left to try.</summary>
    Stalled,
}
