using Dom.Core.Network;
using Dom.Core.Profiles.Costs;
using Dom.Core.Sourcing.Delivery;
using Dom.Core.Sourcing.Rules;

namespace Dom.Core.Sourcing.Costs;

/// <summary>What it costs that lines come after the day on which the customer wants them.</summary>
internal sealed class LatenessCharges
{
    private const int NotKnown = -1;

    private readonly IArrivals _arrivals;
    private readonly LatenessCost _cost;
    private readonly DateOnly _wanted;
    private readonly int[][] _daysOfLine;

    /// <summary>Gets ready to ask when lines arrive; nothing is asked where no day is wanted or lateness costs nothing.</summary>
    /// <param name="screening">The screened request.</param>
    public LatenessCharges(Screening screening)
    {
        var request = screening.Request;
        (_arrivals, _cost, _daysOfLine) = (screening.Arrivals, request.Profile.Costs.Lateness, []);
        if (request.Order.RequestedDeliveryDate is not { } wanted || _cost.LineDayMinorUnits == 0)
        {
            IsNothing = true;
            return;
        }

        _wanted = wanted;
        var days = new Dictionary<(DeliveryMode Mode, LocationId? Store), int[]>();
        _daysOfLine = [.. request.Lines.Select(line => days.TryGetValue((line.Mode, line.PickupLocationId), out var same)
            ? same
            : days[(line.Mode, line.PickupLocationId)] = Unknown(screening.Locations.Length))];
    }

    /// <summary>Whether lateness costs nothing wherever lines come from.</summary>
    public bool IsNothing { get; }

    /// <summary>What a line that comes from a location costs for being late.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public long Line(int line, int location) => IsNothing ? 0 : checked(DaysLate(line, location) * _cost.LineDayMinorUnits);

    /// <summary>When a line comes from a location.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public Arrival ArrivalOf(int line, int location) => _arrivals.Of(line, location);

    /// <summary>How many days a line from a location is late, as far as they are charged; asked only where lateness costs something.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public int DaysLate(int line, int location)
    {
        ref var days = ref _daysOfLine[line][location];
        return days != NotKnown ? days : days = ArrivalOf(line, location).DaysLate(_wanted, _cost.MostDays);
    }

    private static int[] Unknown(int count)
    {
        var days = new int[count];
        Array.Fill(days, NotKnown);
        return days;
    }
}
