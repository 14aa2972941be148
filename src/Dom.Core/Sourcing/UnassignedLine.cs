using Dom.Core.Orders;

namespace Dom.Core.Sourcing;

/// <summary>A line, or what is left of a line that may be split, that no location fulfils.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Quantity">Units, at least 1.</param>
/// <param name="Reason">Why.</param>
/// <param name="Sentence">The same for people, with the numbers.</param>
public sealed record UnassignedLine(LineId LineId, int Quantity, UnassignedReason Reason, string Sentence);

/// <summary>Why a line was left unassigned.</summary>
public enum UnassignedReason
{
    /// <summary>The SKU has never been stocked anywhere.</summary>
    UnknownSku,

    /// <summary>Locations could fulfil the line, but none of them has enough stock of it.</summary>
    NoStock,

    /// <summary>No location may fulfil the line, whatever its stock.</summary>
    NoEligibleLocation,

    /// <summary>
    /// A location could fulfil the line by itself, but a limit of the whole order kept it back: the most locations, ship complete, keep
    /// together, or stock that another line took.
    /// </summary>
    LimitedByOrder,

    /// <summary>No profile decides the line.</summary>
    NoProfile,

    /// <summary>A rule keeps the line from being routed.</summary>
    Excluded,
}
