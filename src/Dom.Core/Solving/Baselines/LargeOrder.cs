using Dom.Core.Solving.Online;

namespace Dom.Core.Solving.Baselines;

/// <summary>What every location could give of an order that has too many states to be numbered.</summary>
internal sealed class LargeOrder
{
    private readonly SourcingProblem _problem;
    private readonly Dictionary<int, int> _places = [];
    private readonly List<int> _locations = [];
    private readonly List<(int Zone, long Extra)[]> _rates = [];
    private readonly int[] _modes;
    private readonly List<int[]> _units = [];
    private readonly List<int[]> _costs = [];
    private readonly List<long[]> _unitCharges = [];
    private readonly OrderCharges? _charges;

    /// <summary>Looks an order up.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="order">The order.</param>
    /// <param name="residual">What is left for it.</param>
    /// <param name="distances">Distances, turned to the order.</param>
    /// <param name="suppliers">Finds the locations of a line.</param>
    /// <param name="charges">What it pays besides its costs; none where it pays nothing.</param>
    public LargeOrder(
        SourcingProblem problem, int order, Residual residual, OrderDistances distances, OrderSuppliers suppliers, OrderCharges? charges = null)
    {
        (_problem, _charges, FirstLine) = (problem, charges, problem.Orders.LineStart[order]);
        Lines = problem.Orders.LineStart[order + 1] - FirstLine;
        var modes = problem.Lines.Mode.AsSpan(FirstLine, Lines).ToArray();
        _modes = [.. modes.Distinct()];
        ModeOfLine = [.. modes.Select(mode => Array.IndexOf(_modes, mode))];
        FirstOfSku = [.. Enumerable.Range(0, Lines).Select(line => Array.IndexOf(problem.Lines.Sku, problem.Lines.Sku[FirstLine + line], FirstLine) - FirstLine)];
        for (var line = 0; line < Lines; line++)
        {
            suppliers.MoveTo(FirstLine + line, 1);
            foreach (var location in suppliers.Locations)
            {
                Add(line, location, residual, distances);
            }
        }
    }

    /// <summary>The order's first line.</summary>
    public int FirstLine { get; }

    /// <summary>How many lines it has.</summary>
    public int Lines { get; }

    /// <summary>How many locations could give something. They are known by their places from 0 up.</summary>
    public int Places => _locations.Count;

    /// <summary>How many modes its lines go by.</summary>
    public int ModeCount => _modes.Length;

    /// <summary>The place of each line's mode among the order's modes.</summary>
    public int[] ModeOfLine { get; }

    /// <summary>For each line the first line of the order that wants the same SKU.</summary>
    public int[] FirstOfSku { get; }

    /// <summary>The location at a place.</summary>
    /// <param name="place">The place.</param>
    public int Location(int place) => _locations[place];

    /// <summary>Units of a line's SKU that the location at a place has; 0 where it may not serve the line.</summary>
    /// <param name="line">The line's number in the order.</param>
    /// <param name="place">The place.</param>
    public int Units(int line, int place) => _units[place][line];

    /// <summary>What serving a line from a place costs besides, once.</summary>
    /// <param name="line">The line's number in the order.</param>
    /// <param name="place">The place.</param>
    public int CandidateCost(int line, int place) => _costs[place][line];

    /// <summary>What using the location at a place pays besides, once.</summary>
    /// <param name="place">The place.</param>
    public long PlaceCharge(int place) => _charges?.Place(_locations[place]) ?? 0;

    /// <summary>What a unit of a line pays besides.</summary>
    /// <param name="line">The line's number in the order.</param>
    /// <param name="place">The place.</param>
    public long UnitCharge(int line, int place) => _unitCharges[place][line];

    /// <summary>What a parcel costs; none where it is too heavy.</summary>
    /// <param name="place">The place that sends it.</param>
    /// <param name="mode">The place of its mode.</param>
    /// <param name="grams">What it weighs.</param>
    public long? ParcelCost(int place, int mode, long grams)
    {
        var rates = _problem.Modes[_modes[mode]];
        var band = rates.Band(grams);
        var (zone, extra) = _rates[place][mode];
        return band < 0 ? null : rates.Cost[(zone * rates.BandGrams.Length) + band] + extra;
    }

    /// <summary>Units that fit into a parcel, as far as the mode's heaviest band goes.</summary>
    /// <param name="mode">The place of its mode.</param>
    /// <param name="grams">What it weighs already.</param>
    /// <param name="unitGrams">What a unit weighs.</param>
    public int Room(int mode, long grams, int unitGrams) =>
        unitGrams == 0 ? int.MaxValue : (int)Math.Clamp((_problem.Modes[_modes[mode]].BandGrams[^1] - grams) / unitGrams, 0, int.MaxValue);

    private void Add(int line, int location, Residual residual, OrderDistances distances)
    {
        if (((_problem.Locations.Modes[location] >> _modes[ModeOfLine[line]]) & 1) == 0
            || !distances.IsWithinReach(location)
            || distances.Zone(_modes[ModeOfLine[line]], location) < 0)
        {
            return;
        }

        if (!_places.TryGetValue(location, out var place))
        {
            place = _locations.Count;
            _places[location] = place;
            _locations.Add(location);
            _units.Add(new int[Lines]);
            _costs.Add(new int[Lines]);
            _unitCharges.Add(new long[Lines]);
            _rates.Add([.. _modes.Select(mode => (distances.Zone(mode, location), Extra(mode, location, distances)))]);
        }

        _units[place][line] = residual.Units(_problem.Lines.Sku[FirstLine + line], location);
        _unitCharges[place][line] = _charges?.Unit(_problem.Stock.Find(_problem.Lines.Sku[FirstLine + line], location)) ?? 0;
        _costs[place][line] = _problem.CandidateCost(FirstLine + line, location)!.Value;
    }

    private long Extra(int mode, int location, OrderDistances distances) =>
        _problem.Locations.ParcelCost[location] + _problem.Modes[mode].DistanceCost(distances.Kilometres(location));
}
