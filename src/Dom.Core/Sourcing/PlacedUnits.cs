namespace Dom.Core.Sourcing;

/// <summary>Units of a line that come from a location.</summary>
/// <param name="Line">Index of the line.</param>
/// <param name="Location">Index of the location.</param>
/// <param name="Units">Units, 1 or more.</param>
internal readonly record struct PlacedUnits(int Line, int Location, int Units);
