namespace Dom.Core.Sourcing.WhatIf;

/// <summary>How many times more an order may be sourced to find out what would have been.</summary>
/// <param name="most">At the most, 0 or more.</param>
/// <param name="mostStates">Partial plans that may be looked at for it altogether, 0 or more: one sourcing of a large order takes as long as hundreds of a small one.</param>
internal sealed class SourcingBudget(int most, long mostStates)
{
    private int _left = most;
    private long _statesLeft = mostStates;

    /// <summary>How many are left; 0 or below where one trial went over.</summary>
    public int Left => _statesLeft > 0 ? _left : 0;

    /// <summary>Sources a request, at the cost of one.</summary>
    /// <param name="request">The request.</param>
    public Sketch Source(SourcingRequest request)
    {
        var sketch = Sketch.Of(request);
        _left--;
        _statesLeft -= sketch.Sourced.Plan.States;
        return sketch;
    }
}
