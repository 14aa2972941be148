using Dom.Core.Inventory;

namespace Dom.Core.Sourcing.Waves;

/// <summary>
/// What the orders of a wave that may take their part of a joint plan have taken so far, and whether the next one's part fits beside it: columns know no lines and
/// units of a day, nor limits and floors that differ from order to order.
/// </summary>
internal sealed class WaveRoom
{
    private readonly Dictionary<int, DayLoad> _loads = [];
    private readonly Dictionary<(Sku Sku, int Location), int> _units = [];

    /// <summary>Takes an order's part; takes nothing where it does not fit.</summary>
    /// <param name="order">The order.</param>
    /// <param name="parts">What of it comes from where.</param>
    public bool TryTake(WaveOrder order, PlacedUnits[] parts)
    {
        var places = parts.GroupBy(part => part.Location)
            .Select(place => (Location: place.Key, Load: _loads.GetValueOrDefault(place.Key) + new DayLoad(1, place.Count(), place.Sum(part => part.Units)), Parts: place)).ToArray();
        var units = parts.GroupBy(part => (order.Screening.Request.Lines[part.Line].Sku, part.Location))
            .Select(taken => (taken.Key, Units: _units.GetValueOrDefault(taken.Key) + taken.Sum(part => part.Units), taken.First().Line)).ToArray();
        if (!Array.TrueForAll(places, place => Fits(order, place.Location, place.Load) && place.Parts.All(part => place.Load.Orders <= WaveDays.OrdersRoom(order, part.Line, part.Location)))
            || !Array.TrueForAll(units, taken => taken.Units <= order.Screening.UsableUnits(order.Screening.SkuOfLine[taken.Line], taken.Key.Location)))
        {
            return false;
        }

        foreach (var place in places)
        {
            _loads[place.Location] = place.Load;
        }

        foreach (var taken in units)
        {
            _units[taken.Key] = taken.Units;
        }

        return true;
    }

    private static bool Fits(WaveOrder order, int location, DayLoad load) =>
        !(load.Lines > order.Screening.LinesRoom?[location]) && !(load.Units > order.Screening.UnitsRoom?[location]);
}
