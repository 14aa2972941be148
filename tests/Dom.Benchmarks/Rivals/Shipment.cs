namespace Dom.Benchmarks.Rivals;

/// <summary>What one location may send for one order: a column of <see cref="ShipmentModel"/>.</summary>
/// <param name="Location">The location.</param>
/// <param name="Units">Units of each of the order's lines, in their order.</param>
/// <param name="Cost">What it costs, minor units.</param>
internal sealed record Shipment(int Location, int[] Units, long Cost);
