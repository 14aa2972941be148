namespace Dom.Core.Sourcing.Costs;

/// <summary>What a parcel's cost depends on of what is in it. <see cref="ParcelCharges.Contents"/> makes it; the default is good for ways that do not depend on it.</summary>
/// <param name="Grams">Its weight.</param>
/// <param name="CubicMillimetres">The room that its units take.</param>
/// <param name="Surcharges">What its contents cost on top by each tariff of its way, minor units; none where no tariff of it looks at them.</param>
internal readonly record struct ParcelContents(long Grams, long CubicMillimetres, long[]? Surcharges);
