namespace Dom.Core.Solving.Exact;

/// <summary>When a profile wants the exact solver.</summary>
public enum ExactSolverUse
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>When the plan's gap is above the profile's tolerance.</summary>
    AboveTolerance,

    /// <summary>Always, unless the plan is proven to be the cheapest.</summary>
    Always,
}
