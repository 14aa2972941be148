namespace Dom.Core.Solving.Exact;

/// <summary>What comes of an exact solver's search.</summary>
public abstract record ExactOutcome
{
    private ExactOutcome()
    {
    }

    /// <summary>Handles every case.</summary>
    /// <typeparam name="T">What is made of it.</typeparam>
    /// <param name="found">It has a plan.</param>
    /// <param name="unsolved">Its time was over before it had one.</param>
    /// <param name="cannot">It cannot search this problem here.</param>
    public abstract T Match<T>(Func<Found, T> found, Func<Unsolved, T> unsolved, Func<Cannot, T> cannot);

    /// <summary>It has a plan, which the plan checker has found feasible.</summary>
    /// <param name="Plan">The plan.</param>
    /// <param name="Cost">What it costs, minor units.</param>
    /// <param name="LowerBound">What no plan costs less than, minor units, as the solver says: no certificate comes with it.</param>
    public sealed record Found(AssignmentPlan Plan, long Cost, long LowerBound) : ExactOutcome
    {
        /// <summary>Whether no plan is cheaper.</summary>
        public bool IsOptimal => Cost == LowerBound;

        /// <inheritdoc/>
        public override T Match<T>(Func<Found, T> found, Func<Unsolved, T> unsolved, Func<Cannot, T> cannot) => found(this);
    }

    /// <summary>Its time was over before it had a plan.</summary>
    public sealed record Unsolved : ExactOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Found, T> found, Func<Unsolved, T> unsolved, Func<Cannot, T> cannot) => unsolved(this);
    }

    /// <summary>It cannot search this problem here: it is not installed, or the problem's numbers are too great for it.</summary>
    /// <param name="Sentence">Why not.</param>
    public sealed record Cannot(string Sentence) : ExactOutcome
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Found, T> found, Func<Unsolved, T> unsolved, Func<Cannot, T> cannot) => cannot(this);
    }
}
