using Dom.Core.Network;

namespace Dom.Core.Sourcing.Rules;

/// <summary>What the rules look at: one location as a candidate for one line.</summary>
/// <param name="Scene">The line, and what is known of it.</param>
/// <param name="Index">Index of the location.</param>
/// <param name="Location">The location.</param>
/// <param name="Demands">What rules demand of it.</param>
/// <param name="Metres">Distance on the ground to where the line goes, in metres; negative where the line goes nowhere known.</param>
/// <param name="Load">What the location has taken on its day.</param>
/// <param name="More">What it is to take of the order: at least the line, or as much of it as makes it worth asking.</param>
/// <param name="AvailableUnits">Units of the line's SKU that it could still promise, nothing kept back yet.</param>
/// <param name="WantedUnits">Units of the SKU that it must have for the order: the line's, or 1 where the line may be split.</param>
internal readonly record struct Candidate(
    LineScene Scene,
    int Index,
    Location Location,
    Demands Demands,
    int Metres,
    DayLoad Load,
    DayLoad More,
    int AvailableUnits,
    int WantedUnits)
{
    /// <summary>The line.</summary>
    public DemandLine Line => Scene.Line;
}
