using Dom.Core.Network;

namespace Dom.Core.Sourcing;

/// <summary>A soft rule that fell for a line: it would have kept the line, or the order with it, from coming from where it comes.</summary>
/// <param name="LocationId">The location that the line comes from.</param>
/// <param name="Exclusion">The rule, and what it has against that.</param>
public sealed record FallenRule(LocationId LocationId, Exclusion Exclusion);
