using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Solving;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Waves;

/// <summary>Writes orders of one network and moment into the columns of one problem, and stops at the first thing that they cannot hold.</summary>
/// <param name="orders">The orders, at least one.</param>
internal sealed partial class WaveBuilder(WaveOrder[] orders)
{
    // The solver's sums of an order's costs stay below this.
    private const long CostLimit = 1L << 30;

    private readonly Location[] _locations = orders[0].Screening.Locations;
    private readonly Dictionary<Sku, int> _skus = [];
    private readonly List<ModeRates> _modes = [];
    private readonly Dictionary<string, int> _modeOfRates = new(StringComparer.Ordinal);
    private readonly int[] _unitCost = new int[orders[0].Screening.Locations.Length];
    private readonly int[] _parcelCost = new int[orders[0].Screening.Locations.Length];
    private readonly List<int> _modeOfLine = [];
    private readonly List<Dictionary<int, int>> _stock = [];
    private WaveDays? _days;
    private int _unfilled;

    /// <summary>The order that was looked at last: where something cannot be held, it is what asks for it.</summary>
    public WaveOrder Current { get; private set; } = orders[0];

    /// <summary>The problem, or what it cannot hold.</summary>
    /// <exception cref="OverflowException">A cost is beyond the numbers that a problem holds.</exception>
    public (SourcingProblem? Problem, string Obstacle) Build()
    {
        Func<WaveOrder, string?>[] looks = [order => new WaveLimits(order).Obstacle(), ObstacleOfUnits, ObstacleOfLocations, ObstacleOfLines, ObstacleOfDays];
        if (First(looks) is { } obstacle)
        {
            return (null, obstacle);
        }

        ShareLocationCosts();
        if (First([ObstacleOfRates, ObstacleOfStock]) is { } other)
        {
            return (null, other);
        }

        var problem = Problem();
        return First([order => ObstacleOfSum(problem, Array.IndexOf(orders, order))]) is { } sum ? (null, sum) : (problem, "");
    }

    // Each is asked of all orders before the next one is.
    private string? First(Func<WaveOrder, string?>[] looks)
    {
        foreach (var look in looks)
        {
            foreach (var order in orders)
            {
                Current = order;
                if (look(order) is { } obstacle)
                {
                    return obstacle;
                }
            }
        }

        return null;
    }

    private string? ObstacleOfUnits(WaveOrder order)
    {
        // Where all is assigned again, leaving anything out is no plan: it must look dear, whatever the profile says.
        var unfilled = order.Before is { } before
            ? (before.Cost.TotalMinorUnits - order.ConstantMinorUnits()) / Math.Max(1, order.Lines.Sum(line => (long)order.Wanted(line))) + 1
            : order.Charges.UnassignedUnitMinorUnits;
        if (order != orders[0] && unfilled != _unfilled)
        {
            return "A unit left unassigned counts for more or less than in another order.";
        }

        _unfilled = checked((int)Math.Max(0, unfilled));
        return null;
    }

    private string? ObstacleOfLocations(WaveOrder order)
    {
        foreach (var (at, line) in order.Lines.Index())
        {
            foreach (var location in order.CandidatesOfLine[at].Where(location => order.Screening.Limits.MayBeSplit[line] && order.Most(line, location) > 1))
            {
                _unitCost[location] = checked((int)Math.Max(0, order.Charges.LineMinorUnits(line, location, 2) - order.Charges.LineMinorUnits(line, location, 1)));
            }
        }

        foreach (var location in order.Ways.Length > 1 ? order.Locations : [])
        {
            if (order.LocationsOfWay.Count(locations => Array.BinarySearch(locations, location) >= 0) > 1 && LocationCost(order, location) != 0)
            {
                return Invariant($"Using '{_locations[location].LocationId}' costs once what several parcels would charge each.");
            }
        }

        return null;
    }

    // By unit a location charges all lines the same: what a line that may be split costs there for each unit more. What is left is charged once.
    private string? ObstacleOfLines(WaveOrder order)
    {
        foreach (var (at, line) in order.Lines.Index())
        {
            foreach (var location in order.CandidatesOfLine[at])
            {
                var least = order.Screening.Limits.MayBeSplit[line] ? 1 : order.Wanted(line);
                var own = OwnCost(order, line, location);
                for (var units = least; units <= order.Most(line, location); units++)
                {
                    if (own < 0 || order.Charges.LineMinorUnits(line, location, units) != own + ((long)units * _unitCost[location]))
                    {
                        return Invariant($"What line '{order.Screening.Request.Lines[line].LineId}' costs at '{_locations[location].LocationId}' is not the same for each unit as that of other lines.");
                    }
                }
            }
        }

        return null;
    }

    // What an order costs once stands with its only location; where all is assigned again it is the same for every plan.
    private static long LocationCost(WaveOrder order, int location) =>
        checked(order.Charges.LocationMinorUnits(location) + (order.Before is null ? order.Charges.OrderMinorUnits : 0));

    // What all orders pay for using a location is the location's; the rest goes into the rates of those that pay more.
    private void ShareLocationCosts()
    {
        var least = new long?[_locations.Length];
        foreach (var order in orders)
        {
            foreach (var location in order.Locations)
            {
                var cost = LocationCost(order, location);
                least[location] = least[location] < cost ? least[location] : cost;
            }
        }

        for (var location = 0; location < least.Length; location++)
        {
            _parcelCost[location] = checked((int)(least[location] ?? 0));
        }
    }

    private string? ObstacleOfRates(WaveOrder order)
    {
        var ways = order.Ways;
        var modes = new int[ways.Length];
        for (var at = 0; at < modes.Length; at++)
        {
            var mode = order.Screening.Request.Lines[order.Lines.First(line => order.Screening.WayOfLine[line] == ways[at])].Mode;
            if (new WaveParcels(order, at, Destination(order), location => LocationCost(order, location) - _parcelCost[location]).Rates(mode.Value) is not { } rates)
            {
                return Invariant($"What its parcels by '{mode}' cost cannot be told by distance and weight alone.");
            }

            // Parcels of two ways stay two parcels, however alike their rates are.
            var key = Invariant($"{at} {mode} {rates.CostPer100Km} {string.Join(' ', rates.ZoneKm.Select(zone => Invariant($"{zone:R}")))} {string.Join(' ', rates.BandGrams)} {string.Join(' ', rates.Cost)}");
            if (!_modeOfRates.TryGetValue(key, out modes[at]))
            {
                modes[at] = _modes.Count;
                _modeOfRates.Add(key, modes[at]);
                _modes.Add(rates);
            }
        }

        if (_modes.Count > SourcingProblem.MaxModes)
        {
            return Invariant($"The wave has more than {SourcingProblem.MaxModes} tables of rates.");
        }

        _modeOfLine.AddRange(order.Lines.Select(line => modes[Array.IndexOf(ways, order.Screening.WayOfLine[line])]));
        return null;
    }

    private static GeoPoint Destination(WaveOrder order) => order.Screening.Request.Destination ?? new GeoPoint(0, 0);

    private string? ObstacleOfDays(WaveOrder order)
    {
        _days ??= new WaveDays(orders);
        return order.IsProposal ? null : _days.Obstacle(order);
    }

    // As the horizon solver sums an order's costs up.
    private static string? ObstacleOfSum(SourcingProblem problem, int order)
    {
        var candidates = problem.Candidates!;
        var (unit, parcel) = (Math.Max(problem.UnfilledUnitCost, problem.Locations.UnitCost.DefaultIfEmpty().Max()), problem.Locations.ParcelCost.DefaultIfEmpty().Max());
        var sum = 0L;
        for (var line = problem.Orders.LineStart[order]; line < problem.Orders.LineStart[order + 1]; line++)
        {
            var rates = problem.Modes[problem.Lines.Mode[line]];
            sum += ((long)problem.Lines.Quantity[line] * unit) + parcel + rates.Cost.DefaultIfEmpty().Max() + rates.DistanceCost(Math.PI * GreatCircle.EarthRadiusKm)
                + candidates.Cost[candidates.LineStart[line]..candidates.LineStart[line + 1]].DefaultIfEmpty().Max();
        }

        return sum >= CostLimit ? Invariant($"It could cost {sum} minor units; a problem holds less than {CostLimit}.") : null;
    }
}
