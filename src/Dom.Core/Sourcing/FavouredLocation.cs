using Dom.Core.Network;

namespace Dom.Core.Sourcing;

/// <summary>A location that is made cheaper for a line, by a what-if or because the line is offered there: every other one costs the line so much more.</summary>
/// <param name="LocationId">The location.</param>
/// <param name="MinorUnits">How much more, 1 or more.</param>
public sealed record FavouredLocation(LocationId LocationId, long MinorUnits);
