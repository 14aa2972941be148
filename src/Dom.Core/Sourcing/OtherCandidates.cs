using System.Collections.Immutable;
using Dom.Core.Network;

namespace Dom.Core.Sourcing;

/// <summary>Locations that a decision does not tell of in full, by what became of them.</summary>
/// <param name="Kind">The kind of rule that excluded them, as in <see cref="Exclusion.Kind"/>; <see cref="Possible"/> where none did and others were better.</param>
/// <param name="LocationIds">The locations, by id.</param>
public sealed record OtherCandidates(string Kind, ImmutableArray<LocationId> LocationIds)
{
    /// <summary>No rule excluded them.</summary>
    public const string Possible = "possible";
}
