using static System.FormattableString;

namespace Dom.Core.Sourcing.Rules;

/// <summary>Says why what a location is to take of an order does not fit into what is left of its day.</summary>
internal static class DayRoom
{
    /// <summary>Why it does not fit; only asked where the limit does not allow it.</summary>
    /// <param name="candidate">The location and the line.</param>
    /// <param name="limit">What may be taken in a day in all.</param>
    /// <returns>The sentence and the numbers; whose limit it is has to be filled in.</returns>
    public static Exclusion Justify(in Candidate candidate, DayLimit limit)
    {
        var (load, more, place) = (candidate.Load, candidate.More, candidate.Location.LocationId);
        return limit.Exceeded(load, more) switch
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
