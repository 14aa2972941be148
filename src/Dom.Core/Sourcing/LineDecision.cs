using System.Collections.Immutable;
using Dom.Core.Orders;

namespace Dom.Core.Sourcing;

/// <summary>What became of each location for one line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Candidates">Every location of the network once: those chosen, then what was possible by cost, then what was excluded.</param>
public sealed record LineDecision(LineId LineId, ImmutableArray<CandidateRecord> Candidates)
{
    /// <summary>The soft rules that fell so that the line could come from where it comes; none where every rule holds.</summary>
    public ImmutableArray<FallenRule> Fallen { get; init; } = [];
}
