using Dom.Core.Network;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Sourcing.Delivery;

namespace Dom.Core.Sourcing.Costs;

/// <summary>What it costs that lines come after the day on which the customer wants them.</summary>
internal sealed class LatenessCharges
{
    private const int NotKnown = -1;

    private readonly Screening _screening;
    private readonly LatenessCost _cost;
    private readonly DateOnly _wanted;
    private readonly Arrivals[] _arrivalsOfLine;
    private readonly int[] _storeOfLine;
    private readonly int[][] _daysOfLine;

    /// <summary>Gets ready to ask when lines arrive; nothing is asked where no day is wanted or lateness costs nothing.</summary>
    /// <param name="screening">The screened request.</param>
    public LatenessCharges(Screening screening)
    {
        var request = screening.Request;
        (_screening, _cost) = (screening, request.Profile.Costs.Lateness);
        (_arrivalsOfLine, _storeOfLine, _daysOfLine) = ([], [], []);
        if (request.Order.RequestedDeliveryDate is not { } wanted || _cost.LineDayMinorUnits == 0)
        {
            IsNothing = true;
            return;
        }

        _wanted = wanted;
        var arrivals = new Dictionary<DeliveryMode, Arrivals>();
        var days = new Dictionary<(DeliveryMode Mode, LocationId? Store), int[]>();
        _arrivalsOfLine = new Arrivals[request.Lines.Length];
        _storeOfLine = new int[request.Lines.Length];
        _daysOfLine = new int[request.Lines.Length][];
        for (var line = 0; line < request.Lines.Length; line++)
        {
            var (mode, store) = (request.Lines[line].Mode, request.Lines[line].PickupLocationId);
            var delivery = request.Profile.Delivery.Of(mode);
            _arrivalsOfLine[line] = arrivals.TryGetValue(mode, out var known) ? known : arrivals[mode] = new Arrivals(request.At, delivery, screening.Locations);
            _storeOfLine[line] = delivery.Kind == DeliveryKind.ShipToStore && store is { } id ? screening.IndexOf(id) : Arrivals.NoStore;
            _daysOfLine[line] = days.TryGetValue((mode, store), out var same) ? same : days[(mode, store)] = Unknown(screening.Locations.Length);
        }
    }

    /// <summary>Whether lateness costs nothing wherever lines come from.</summary>
    public bool IsNothing { get; }

    /// <summary>What a line that comes from a location costs for being late.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public long Line(int line, int location) => IsNothing ? 0 : checked(DaysLate(line, location) * _cost.LineDayMinorUnits);

    /// <summary>When a line comes from a location; asked only where lateness costs something.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public Arrival ArrivalOf(int line, int location) =>
        _arrivalsOfLine[line].Of(location, _screening.Metres(_screening.WayOfLine[line], location), _storeOfLine[line]);

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
