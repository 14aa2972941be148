namespace Dom.Core.Profiles.Rules;

/// <summary>
/// Better locations first. Hard: the locations of the best priority are tried first, then those of the next with them, and so on until the order is filled
/// as far as it can be; locations without a priority are never used. Soft: the same order, and those without one come last. The most particular one counts;
/// of equals, the best.
/// </summary>
public sealed record LocationPriority : Rule
{
    /// <summary>1, the best, to 10.</summary>
    public required int Priority { get; init; }
}
