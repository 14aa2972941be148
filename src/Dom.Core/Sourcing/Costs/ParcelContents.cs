namespace Dom.Core.Sourcing.Costs;

/// <summary>What a parcel's cost depends on of what is in it.</summary>
/// <param name="Grams">Its weight.</param>
internal readonly record struct ParcelContents(long Grams);
