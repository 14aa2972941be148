namespace Dom.Core.Sourcing.WhatIf;

/// <summary>How many times more an order may be sourced to find out what would have been.</summary>
/// <param name="most">At the most, 0 or more.</param>
internal sealed class SourcingBudget(int most)
{
    /// <summary>How many are left; below 0 where one trial went over.</summary>
    public int Left { get; private set; } = most;

    /// <summary>Sources a request, at the cost of one.</summary>
    /// <param name="request">The request.</param>
    public Sketch Source(SourcingRequest request)
    {
        Left--;
        return Sketch.Of(request);
    }
}
