using Dom.Core.Solving;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Waves;

/// <summary>What the orders of a wave could take of locations' days, summed up once over all of them.</summary>
internal sealed class WaveDays
{
    private readonly int[] _orders;
    private readonly int[] _lines;
    private readonly long[] _units;
    private readonly int[] _leastRoom;
    private readonly int[] _mostRoom;
    private readonly bool _isProposal;

    /// <summary>Sums up.</summary>
    /// <param name="orders">The orders, at least one.</param>
    public WaveDays(WaveOrder[] orders)
    {
        var count = orders[0].Screening.Locations.Length;
        _isProposal = orders[0].IsProposal;
        (_orders, _lines, _units, _leastRoom, _mostRoom) = (new int[count], new int[count], new long[count], new int[count], new int[count]);
        Array.Fill(_leastRoom, LocationColumns.NoLimit);
        Array.Fill(_mostRoom, int.MinValue);
        var last = new WaveOrder?[count];
        foreach (var order in orders)
        {
            foreach (var (at, line) in order.Lines.Index())
            {
                foreach (var location in order.CandidatesOfLine[at])
                {
                    var room = OrdersRoom(order, line, location);
                    (_leastRoom[location], _mostRoom[location]) = (Math.Min(_leastRoom[location], room), Math.Max(_mostRoom[location], room));
                    _orders[location] += last[location] == order ? 0 : 1;
                    _lines[location]++;
                    _units[location] += order.Most(line, location);
                    last[location] = order;
                }
            }
        }
    }

    /// <summary>How many orders of the wave a location takes at most; <see cref="LocationColumns.NoLimit"/> where it takes all that could come.</summary>
    /// <param name="location">Index of the location.</param>
    public int MostOrders(int location) => _leastRoom[location] == _mostRoom[location] || (_isProposal && _mostRoom[location] > int.MinValue)
        ? _mostRoom[location]
        : LocationColumns.NoLimit;

    /// <summary>What of an order's days a problem cannot hold; none where it holds them. Orders are counted there, and lines and units are not.</summary>
    /// <param name="order">The order, one of them.</param>
    public string? Obstacle(WaveOrder order)
    {
        foreach (var location in order.Locations)
        {
            var what = order.Screening.LinesRoom is { } lines && lines[location] < _lines[location] ? "takes fewer lines today than could come to it"
                : order.Screening.UnitsRoom is { } units && units[location] < _units[location] ? "takes fewer units today than could come to it"
                : _leastRoom[location] != _mostRoom[location] && _leastRoom[location] < _orders[location] ? "takes a number of orders today that differs by line"
                : null;
            if (what is not null)
            {
                return Invariant($"'{order.Screening.Locations[location].LocationId}' {what}.");
            }
        }

        return null;
    }

    /// <summary>How many orders a location takes more today, as it is for a line; <see cref="LocationColumns.NoLimit"/> where it takes any number.</summary>
    /// <param name="order">The order.</param>
    /// <param name="line">Index of the line in its request.</param>
    /// <param name="location">Index of the location.</param>
    public static int OrdersRoom(WaveOrder order, int line, int location)
    {
        var place = order.Screening.Locations[location];
        var limit = DayLimit.Of(place).Lowest(DayLimit.Of(order.Screening.DemandsAt(line, location)));
        return limit.Orders is { } most ? most - order.Screening.Request.Loads.GetValueOrDefault(place.LocationId).Orders : LocationColumns.NoLimit;
    }
}
