using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dom.Functions.Scarcity;

/// <summary>One learning of scarcity prices.</summary>
/// <param name="Version">The version that it makes; later ones come later in ordinal order.</param>
/// <param name="At">When it began, UTC.</param>
/// <param name="From">The beginning of the orders that it learns from, UTC; before it began.</param>
/// <param name="Days">Into how many horizons of equal length that time is parted, 1 or more; they are numbered from 0, the newest.</param>
public sealed record LearningRun(string Version, DateTimeOffset At, DateTimeOffset From, int Days = 1)
{
    /// <summary>How long one horizon is.</summary>
    [JsonIgnore]
    public TimeSpan Window => (At - From) / Days;

    /// <summary>The horizon that a moment lies in.</summary>
    /// <param name="moment">From the beginning of the orders up to, not including, when the learning began.</param>
    public int DayOf(DateTimeOffset moment) => (int)Math.Clamp(((At - moment).Ticks - 1) / Math.Max(1, Window.Ticks), 0, Days - 1);
}

/// <summary>How far the gathering of demand is.</summary>
/// <param name="Run">The learning.</param>
/// <param name="Step">Steps that stored something.</param>
/// <param name="OrdersByDay">Orders that they stored, by horizon.</param>
/// <param name="Token">Where the next page begins; none at the first.</param>
/// <param name="IsDone">Whether nothing is left.</param>
public sealed record DemandProgress(LearningRun Run, int Step, ImmutableArray<int> OrdersByDay, string? Token, bool IsDone);

/// <summary>What there is to learn from.</summary>
/// <param name="Run">The learning.</param>
/// <param name="OrdersByDay">Orders by horizon.</param>
/// <param name="Days">The horizons that have enough of them, the newest first.</param>
/// <param name="SkuParts">Parts that the list of their SKUs has.</param>
public sealed record LearningPlan(LearningRun Run, ImmutableArray<int> OrdersByDay, ImmutableArray<int> Days, int SkuParts);

/// <summary>One horizon of a learning.</summary>
/// <param name="Run">The learning.</param>
/// <param name="Day">Its number.</param>
public sealed record LearningDay(LearningRun Run, int Day);

/// <summary>Parts of a learning.</summary>
/// <param name="Run">The learning.</param>
/// <param name="First">The first part.</param>
/// <param name="End">One beyond the last.</param>
public sealed record PartRange(LearningRun Run, int First, int End);

/// <summary>What came of a learning.</summary>
/// <param name="Version">The version.</param>
/// <param name="Orders">Orders that it found.</param>
/// <param name="Days">Horizons that it learned from.</param>
/// <param name="IsLearned">Whether it made prices; not where every horizon has fewer orders than <see cref="DomOptions.LearnPricesFewestOrders"/>.</param>
/// <param name="PriceParts">Parts that hold the prices of units.</param>
/// <param name="Places">Locations whose places have a price.</param>
/// <param name="Skus">SKUs whose units have a price somewhere.</param>
/// <param name="GapPerMille">How far the worst plan behind the prices may be from the cheapest, in thousandths of its cost.</param>
/// <param name="DriftPerMille">How far demand had drifted, 0 to 1000; see <see cref="Core.Sourcing.Scarcity.ScarcityVersion.DriftPerMille"/>.</param>
public sealed record LearningReport(string Version, int Orders, int Days, bool IsLearned, int PriceParts, int Places, int Skus, int GapPerMille, int DriftPerMille);
