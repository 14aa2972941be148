using System.Collections.Immutable;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Profiles.Rules;

namespace Dom.Core.Profiles;

/// <summary>One published version of how a retailer wants orders fulfilled. Never changes; a change is a new version.</summary>
public sealed record Profile
{
    /// <summary>Its identifier, the same over all versions.</summary>
    public required ProfileId ProfileId { get; init; }

    /// <summary>Its version, from 1; 0 for a draft.</summary>
    public required int Version { get; init; }

    /// <summary>Its name, as people say it.</summary>
    public required string Name { get; init; }

    /// <summary>Why this version was published, as its author says it; none where nothing was said.</summary>
    public string? Note { get; init; }

    /// <summary>When it decides. Default always, from its publication on.</summary>
    public Effective Effective { get; init; }

    /// <summary>Which lines it decides.</summary>
    public ProfileScope Scope { get; init; } = new();

    /// <summary>The profile that decides what this one finds nothing for, whatever its own scope; none where it waits.</summary>
    public ProfileId? Alternate { get; init; }

    /// <summary>Whether it decides only what other profiles, as their <see cref="Alternate"/>, send on to it: its scope then says nothing, and overlaps with none. Default no.</summary>
    public bool IsOnlyAlternate { get; init; }

    /// <summary>
    /// Whether orders that an earlier version began are decided by this one from now on. Default no: an order keeps the version that first gave any of it to
    /// a location.
    /// </summary>
    public bool TakesOverOrders { get; init; }

    /// <summary>What must hold of a plan.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = [];

    /// <summary>What holds where several rules of one kind do.</summary>
    public RuleConflicts Conflicts { get; init; } = new();

    /// <summary>How goods get to the customer, and when.</summary>
    public DeliveryPolicy Delivery { get; init; } = new();

    /// <summary>How hard decisions are thought over.</summary>
    public SolverPolicy Solver { get; init; } = new();

    /// <summary>What fulfilling costs.</summary>
    public required CostFactors Costs { get; init; }

    /// <summary>Whether decisions heed what stock and places are worth to later orders.</summary>
    public ScarcityPolicy Scarcity { get; init; } = new();

    /// <summary>What waves may change of what is offered.</summary>
    public WavePolicy Waves { get; init; } = new();

    /// <summary>How long a location may think, and how often a line may be refused.</summary>
    public AcceptancePolicy Acceptance { get; init; } = new();
}
