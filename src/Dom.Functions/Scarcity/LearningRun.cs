namespace Dom.Functions.Scarcity;

/// <summary>One learning of scarcity prices.</summary>
/// <param name="Version">The version that it makes; later ones come later in ordinal order.</param>
/// <param name="At">When it began, UTC.</param>
/// <param name="From">The beginning of the orders that it learns from, UTC.</param>
public sealed record LearningRun(string Version, DateTimeOffset At, DateTimeOffset From);

/// <summary>How far the gathering of demand is.</summary>
/// <param name="Run">The learning.</param>
/// <param name="Part">Parts that are stored.</param>
/// <param name="Orders">Orders in them.</param>
/// <param name="Token">Where the next page begins; none at the first.</param>
/// <param name="IsDone">Whether nothing is left.</param>
public sealed record DemandProgress(LearningRun Run, int Part, int Orders, string? Token, bool IsDone);

/// <summary>Parts of a learning.</summary>
/// <param name="Run">The learning.</param>
/// <param name="First">The first part.</param>
/// <param name="End">One beyond the last.</param>
public sealed record PartRange(LearningRun Run, int First, int End);

/// <summary>What came of a learning.</summary>
/// <param name="Version">The version.</param>
/// <param name="Orders">Orders that it learned from.</param>
/// <param name="IsLearned">Whether it made prices; not from fewer orders than <see cref="DomOptions.LearnPricesFewestOrders"/>.</param>
/// <param name="PriceParts">Parts that hold the prices of units.</param>
/// <param name="Places">Locations whose places have a price.</param>
/// <param name="Skus">SKUs whose units have a price somewhere.</param>
/// <param name="GapPerMille">How far the plan behind the prices may be from the cheapest, in thousandths of its cost.</param>
/// <param name="DriftPerMille">How far demand had drifted since the version before, 0 to 1000.</param>
public sealed record LearningReport(string Version, int Orders, bool IsLearned, int PriceParts, int Places, int Skus, int GapPerMille, int DriftPerMille);
