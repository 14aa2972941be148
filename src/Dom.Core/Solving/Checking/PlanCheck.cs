using System.Collections.Immutable;

namespace Dom.Core.Solving.Checking;

/// <summary>What comes of checking a plan.</summary>
public abstract record PlanCheck
{
    private PlanCheck()
    {
    }

    /// <summary>Handles every case.</summary>
    /// <typeparam name="T">What is made of it.</typeparam>
    /// <param name="feasible">The plan keeps to every rule.</param>
    /// <param name="infeasible">It does not.</param>
    public abstract T Match<T>(Func<Feasible, T> feasible, Func<Infeasible, T> infeasible);

    /// <summary>The plan keeps to every rule.</summary>
    /// <param name="Cost">What it costs, minor units.</param>
    public sealed record Feasible(long Cost) : PlanCheck
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Feasible, T> feasible, Func<Infeasible, T> infeasible) => feasible(this);
    }

    /// <summary>The plan breaks rules.</summary>
    /// <param name="Violations">The first of them, at most <see cref="PlanChecker.MaxListed"/>.</param>
    /// <param name="Count">How many there are. A plan whose form is wrong is looked at no further than its form.</param>
    public sealed record Infeasible(ImmutableArray<PlanViolation> Violations, int Count) : PlanCheck
    {
        /// <inheritdoc/>
        public override T Match<T>(Func<Feasible, T> feasible, Func<Infeasible, T> infeasible) => infeasible(this);
    }
}
