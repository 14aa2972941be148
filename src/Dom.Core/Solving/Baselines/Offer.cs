namespace Dom.Core.Solving.Baselines;

/// <summary>A location that can give a part of an order.</summary>
/// <param name="Location">The location.</param>
/// <param name="State">The part: a state of the order.</param>
/// <param name="Cost">What it costs from there: parcels, units and the candidates' own costs.</param>
internal readonly record struct Offer(int Location, int State, long Cost);
