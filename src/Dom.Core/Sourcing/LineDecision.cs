using System.Collections.Immutable;
using Dom.Core.Orders;
using Dom.Core.Sourcing.WhatIf;

namespace Dom.Core.Sourcing;

/// <summary>What became of each location for one line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Candidates">In full: those chosen, then the cheapest of what was possible by cost, then the nearest of what was excluded.</param>
public sealed record LineDecision(LineId LineId, ImmutableArray<CandidateRecord> Candidates)
{
    /// <summary>All other locations of the network, each once, by what became of them.</summary>
    public ImmutableArray<OtherCandidates> Others { get; init; } = [];

    /// <summary>What would have had to be otherwise for others to get the line, for the few that come closest.</summary>
    public ImmutableArray<Counterfactual> Counterfactuals { get; init; } = [];

    /// <summary>The soft rules that fell so that the line could come from where it comes; none where every rule holds.</summary>
    public ImmutableArray<FallenRule> Fallen { get; init; } = [];
}
