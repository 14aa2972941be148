using System.Collections.Immutable;
using Dom.Core.Network;

namespace Dom.Core.Sourcing.WhatIf;

/// <summary>What would have had to be otherwise for a location to get a line. Found by trying: with the changes, and everything else as it was, the decision chooses it.</summary>
/// <param name="LocationId">The location.</param>
/// <param name="Changes">All of them together, at least one.</param>
public sealed record Counterfactual(LocationId LocationId, ImmutableArray<Change> Changes)
{
    /// <summary>The same for people.</summary>
    public string Sentence => $"'{LocationId}' would have been chosen {string.Join(", and ", Changes.Select(change => change.Words))}.";
}
