using System.Collections.Immutable;
using Dom.Core.Network;
using Dom.Core.Profiles;

namespace Dom.Core.Sourcing.Scarcity;

/// <summary>Everything that scarcity prices are learned from.</summary>
public sealed record LearningDemand
{
    /// <summary>All locations, ids unique.</summary>
    public required ImmutableArray<Location> Network { get; init; }

    /// <summary>The profiles.</summary>
    public required ImmutableArray<Profile> Profiles { get; init; }

    /// <summary>The demand, in a fixed order: the same demand in the same order gives the same prices.</summary>
    public required ImmutableArray<DemandOrder> Orders { get; init; }

    /// <summary>The stock that there is for it, each SKU once.</summary>
    public required ImmutableArray<SkuStock> Stock { get; init; }

    /// <summary>The moment of the learning: the rules that hold then are heeded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Over how many days the demand came, above 0: a location takes so many days' orders of it.</summary>
    public required double Days { get; init; }
}
