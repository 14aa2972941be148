using System.Collections.Immutable;
using Dom.Core.Sourcing.Waves;

namespace Dom.Functions.Waves;

/// <summary>One wave.</summary>
/// <param name="WaveId">Names it; no other has the same.</param>
/// <param name="At">When it was started, UTC.</param>
/// <param name="RequestId">The operator's mark of the request that started it; none where the clock did.</param>
public sealed record WaveRun(string WaveId, DateTimeOffset At, string? RequestId = null);

/// <summary>What a wave has decided, for its next step.</summary>
/// <param name="Run">The wave.</param>
/// <param name="Offered">Orders with offers that may be moved.</param>
/// <param name="Waiting">Orders that only wait.</param>
/// <param name="Together">Orders that were solved together.</param>
/// <param name="Served">Orders of which lines that found nothing find something.</param>
/// <param name="Moves">The orders that are moved.</param>
public sealed record WaveDecision(WaveRun Run, int Offered, int Waiting, int Together, int Served, ImmutableArray<WaveMove> Moves);

/// <summary>What came of a wave.</summary>
/// <param name="WaveId">The wave.</param>
/// <param name="Offered">Orders with offers that it might have moved.</param>
/// <param name="Waiting">Orders that only waited.</param>
/// <param name="Together">Orders that it solved together.</param>
/// <param name="Moved">Orders that it moved: as many were told; each stays where it is if a location has answered in the meantime.</param>
public sealed record WaveReport(string WaveId, int Offered, int Waiting, int Together, int Moved);
