namespace Dom.Core.Sourcing.Rules;

/// <summary>When goods are where the customer gets them.</summary>
internal interface IArrivals
{
    /// <summary>The day; none where they never get there, or nobody knows when.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location that sends them or hands them over.</param>
    DateOnly? Arrives(int line, int location);
}
