namespace Dom.Core.Solving.Files;

/// <summary>What lines refer to.</summary>
/// <param name="Orders">The orders.</param>
/// <param name="Skus">The SKUs; those that are stocked nowhere are added.</param>
/// <param name="Modes">The modes that have rates.</param>
/// <param name="Locations">The locations.</param>
internal sealed record LineReferences(KnownIds Orders, TextIndex Skus, KnownIds Modes, KnownIds Locations);
