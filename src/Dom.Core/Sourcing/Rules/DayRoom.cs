using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>Whether what a location is to take of an order fits into what is left of its day.</summary>
internal static class DayRoom
{
    /// <summary>Which limit leaves too little; none where all is well.</summary>
    /// <param name="candidate">The location and the line.</param>
    /// <param name="limit">What may be taken in a day in all; none for no limit.</param>
    public static DayMeasure Lacking(in Candidate candidate, (int? Orders, int? Lines, int? Units) limit)
    {
        var (load, more) = (candidate.Load, candidate.More);
        return (long)load.Orders + more.Orders > limit.Orders ? DayMeasure.Orders
            : (long)load.Lines + more.Lines > limit.Lines ? DayMeasure.Lines
            : (long)load.Units + more.Units > limit.Units ? DayMeasure.Units
            : DayMeasure.None;
    }

    /// <summary>Why it does not fit; only asked where something is lacking.</summary>
    /// <param name="candidate">The location and the line.</param>
    /// <param name="limit">What may be taken in a day in all.</param>
    /// <returns>The sentence and the numbers; whose limit it is has to be filled in.</returns>
    public static Exclusion Justify(in Candidate candidate, (int? Orders, int? Lines, int? Units) limit)
    {
        var (load, more, place) = (candidate.Load, candidate.More, candidate.Location.LocationId);
        return Lacking(candidate, limit) switch
        {
            DayMeasure.Orders => new Exclusion("", Invariant($"'{place}' has taken {load.Orders} orders today and takes {limit.Orders} a day."))
            {
                Limit = limit.Orders,
                Actual = load.Orders,
            },
            DayMeasure.Lines => new Exclusion("", Invariant($"'{place}' has taken {load.Lines} lines today and takes {limit.Lines} a day; {more.Lines} more would be too many."))
            {
                Limit = limit.Lines,
                Actual = (long)load.Lines + more.Lines,
            },
            _ => new Exclusion("", Invariant($"'{place}' has taken {load.Units} units today and takes {limit.Units} a day; {more.Units} more would be too many."))
            {
                Limit = limit.Units,
                Actual = (long)load.Units + more.Units,
            },
        };
    }
}

/// <summary>What of a day is limited.</summary>
internal enum DayMeasure
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Orders.</summary>
    Orders,

    /// <summary>Order lines.</summary>
    Lines,

    /// <summary>Units.</summary>
    Units,
}
