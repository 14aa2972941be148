namespace Dom.Core.Solving;

/// <summary>How far a solve has got.</summary>
/// <param name="Iteration">Price iterations so far.</param>
/// <param name="Cost">Cost of the best plan so far, minor units; <see cref="long.MaxValue"/> before there is one.</param>
/// <param name="LowerBound">Best bound so far, minor units.</param>
/// <param name="Elapsed">Time since the solve began.</param>
public readonly record struct SolveProgress(int Iteration, long Cost, long LowerBound, TimeSpan Elapsed)
{
    /// <summary>(cost − bound) / cost; 1 before there is a plan.</summary>
    public double Gap => Cost == long.MaxValue ? 1 : Cost == 0 ? 0 : (double)(Cost - LowerBound) / Cost;
}
