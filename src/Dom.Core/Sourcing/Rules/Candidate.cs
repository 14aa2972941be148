using Dom.Core.Network;
using Dom.Core.Profiles;

namespace Dom.Core.Sourcing.Rules;

/// <summary>What the rules look at: one location as a candidate for one line.</summary>
/// <param name="Line">The line.</param>
/// <param name="Location">The location.</param>
/// <param name="Rules">The limits of the profile.</param>
/// <param name="Metres">Distance to where the line goes, in metres; negative where the line goes nowhere known.</param>
/// <param name="OrdersToday">Orders that the location has taken on its day.</param>
/// <param name="AvailableUnits">Units of the line's SKU that it could still promise, nothing kept back yet.</param>
/// <param name="MayBeSplit">Whether it could fulfil the line in part.</param>
internal readonly record struct Candidate(
    DemandLine Line,
    Location Location,
    SourcingRules Rules,
    int Metres,
    int OrdersToday,
    int AvailableUnits,
    bool MayBeSplit = false);
