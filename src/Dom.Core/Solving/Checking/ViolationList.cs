using System.Collections.Immutable;

namespace Dom.Core.Solving.Checking;

/// <summary>The violations found so far: the first ones, and how many there are.</summary>
internal sealed class ViolationList
{
    private readonly ImmutableArray<PlanViolation>.Builder _first = ImmutableArray.CreateBuilder<PlanViolation>();

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Notes one.</summary>
    /// <param name="violation">The violation.</param>
    public void Add(PlanViolation violation)
    {
        Count++;
        if (_first.Count < PlanChecker.MaxListed)
        {
            _first.Add(violation);
        }
    }

    /// <summary>The outcome that tells them.</summary>
    public PlanCheck.Infeasible ToOutcome() => new(_first.ToImmutable(), Count);
}
