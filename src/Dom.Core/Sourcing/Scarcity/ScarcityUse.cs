namespace Dom.Core.Sourcing.Scarcity;

/// <summary>What scarcity prices did to a decision.</summary>
/// <param name="Version">The version of the prices.</param>
/// <param name="LearnedAt">When they were learned, UTC.</param>
/// <param name="DriftPerMille">How far demand had drifted when they were learned, 0 to 1000.</param>
/// <param name="SharePerMille">The share of them that was charged; 1000 is all.</param>
/// <param name="ChangedPlan">Whether the plan without them takes a line from elsewhere; its candidates tell which.</param>
public sealed record ScarcityUse(string Version, DateTimeOffset LearnedAt, int DriftPerMille, int SharePerMille, bool ChangedPlan);
