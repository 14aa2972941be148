namespace Dom.Core.Solving.Large;

/// <content>The lines below the rates: what a parcel from each location costs at least, and by each unit more.</content>
internal sealed partial class SupplyScan
{
    private readonly Dictionary<(int Mode, int Zone, int Line), int> _climbOf = [];
    private readonly List<int> _climbs = [];
    private int[] _intercepts = [];
    private int[] _climbAt = [];

    private int Intercept(int location, int mode) => _intercepts[(mode * _padded) + location];

    private int LinearCost(int line, int location) =>
        (int)Math.Min(SupplyTable.MostCost, (long)shop.Tables.UnitCost[location] + _climbs[_climbAt[(_order.Mode[line] * _padded) + location] + line]);

    // The line below the rates that each location's parcels would have. Locations of a zone share it, unless distance itself costs.
    private void FindFloors()
    {
        var modes = _order.Modes.Length;
        if (_intercepts.Length < modes * _padded)
        {
            (_intercepts, _climbAt) = (new int[modes * _padded], new int[modes * _padded]);
        }

        _climbs.Clear();
        _climbOf.Clear();
        for (var mode = 0; mode < modes; mode++)
        {
            var (read, floor) = (scan.Mode(mode), new RateFloor(shop.Problem.Modes[_order.Modes[mode]], AllGrams(mode), shop.Tables.UnitsPerMinorUnit));
            for (var location = 0; location < shop.Problem.LocationCount; location++)
            {
                var zone = read.Zone(location);
                if (IsAny(location) && zone < read.Tables.Limits.Length)
                {
                    var distanceCost = read.DistanceCost(location) / shop.Tables.UnitsPerMinorUnit;
                    var line = floor.Line(zone, distanceCost);
                    _intercepts[(mode * _padded) + location] = shop.Tables.ParcelCost[location] + floor.Intercept(zone, line, distanceCost);
                    _climbAt[(mode * _padded) + location] = Climbs(floor, mode, zone, line);
                }
            }
        }
    }

    private int Climbs(RateFloor floor, int mode, int zone, int line)
    {
        if (!_climbOf.TryGetValue((mode, zone, line), out var at))
        {
            _climbOf.Add((mode, zone, line), at = _climbs.Count);
            foreach (var grams in _order.UnitGrams)
            {
                _climbs.Add(floor.Climb(zone, line, grams, SupplyTable.MostCost));
            }
        }

        return at;
    }

    private long AllGrams(int mode)
    {
        var grams = 0L;
        for (var line = 0; line < _order.Lines; line++)
        {
            grams += _order.Mode[line] == mode ? (long)_order.Quantity[line] * _order.UnitGrams[line] : 0;
        }

        return grams;
    }
}
