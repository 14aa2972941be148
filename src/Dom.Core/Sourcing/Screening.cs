using Dom.Core.Network;
using Dom.Core.Sourcing.Delivery;
using Dom.Core.Sourcing.Rules;

namespace Dom.Core.Sourcing;

/// <summary>
/// Every location seen as a candidate for every line: what excludes it, how far it lies, what it has. Made first with every rule in force, and then, where
/// soft rules fall, once more for the lines that are left; the others stay where they are.
/// </summary>
internal sealed partial class Screening
{
    /// <summary>The destination of a line that nothing is sent for.</summary>
    public const int Nowhere = -1;

    private readonly RequestColumns _columns;
    private readonly PlaceClasses _places;
    private readonly IArrivals _arrivals;
    private readonly bool _isWholeOrder;
    private readonly Demands[][] _demandsOfLine;
    private readonly byte[][] _excludedOfLine;
    private readonly int[][] _metresOfWay;
    private readonly int[][] _usableOfSku;

    /// <summary>Asks the rules about every line at every location.</summary>
    /// <param name="request">The request.</param>
    /// <param name="arrivals">When goods arrive; none for what the profile says of it.</param>
    /// <param name="isWholeOrder">Whether the rules of a whole order hold too.</param>
    /// <exception cref="ArgumentException">A location stands twice in the network.</exception>
    public Screening(SourcingRequest request, IArrivals? arrivals = null, bool isWholeOrder = true)
    {
        _columns = new RequestColumns(request);
        _places = _columns.Network.ClassesOf(request.Profile);
        (_arrivals, _isWholeOrder) = (arrivals ?? new OrderArrivals(_columns), isWholeOrder);
        Book = new RuleBook(request, _places);
        (Placed, LeftOfLine) = ([], [.. request.Lines.Select(line => line.Quantity)]);
        FallenOfLine = new int[request.Lines.Length];
        _demandsOfLine = new Demands[request.Lines.Length][];
        _excludedOfLine = new byte[request.Lines.Length][];
        Limits = Limit(RuleBook.NoneFallen);
        AskRules();
        _metresOfWay = CountMetres();
        _usableOfSku = CountUsable();
        (LinesRoom, UnitsRoom) = CountRoom();
    }

    private Screening(Screening before, int fallen, PlacedUnits[] placed)
    {
        (_columns, _places, _arrivals, _isWholeOrder, Book) = (before._columns, before._places, before._arrivals, before._isWholeOrder, before.Book);
        _metresOfWay = before._metresOfWay;
        (Placed, LeftOfLine) = (placed, [.. before.Request.Lines.Select((line, at) => line.Quantity - placed.Where(part => part.Line == at).Sum(part => part.Units))]);
        FallenOfLine = [.. before.FallenOfLine.Select((level, line) => LeftOfLine[line] > 0 ? fallen : level)];
        _demandsOfLine = [.. before._demandsOfLine];
        _excludedOfLine = [.. before._excludedOfLine];
        Limits = Limit(fallen);
        AskRules();
        _usableOfSku = CountUsable();
        (LinesRoom, UnitsRoom) = CountRoom();
    }

    /// <summary>What was asked.</summary>
    public SourcingRequest Request => _columns.Request;

    /// <summary>The network by location id, ordinal; a location's index is its place here.</summary>
    public Location[] Locations => _columns.Network.Locations;

    /// <summary>When lines arrive.</summary>
    public IArrivals Arrivals => _arrivals;

    /// <summary>The rules.</summary>
    public RuleBook Book { get; }

    /// <summary>What rules leave of how the order may be taken apart.</summary>
    public OrderLimits Limits { get; }

    /// <summary>What was placed while more rules held, and stays where it is.</summary>
    public PlacedUnits[] Placed { get; }

    /// <summary>By line: units that are still to be placed.</summary>
    public int[] LeftOfLine { get; }

    /// <summary>By line: the importance up to which soft rules have fallen for it; 0 for none.</summary>
    public int[] FallenOfLine { get; }

    /// <summary>A number for every line's SKU, the same for the same SKU, from 0.</summary>
    public int[] SkuOfLine => _columns.SkuOfLine;

    /// <summary>How many different SKUs the lines ask for.</summary>
    public int SkuCount => _columns.SkuCount;

    /// <summary>
    /// A number for the mode and destination that each line is sent by, the same for the same parcel, from 0; <see cref="Nowhere"/> for a line
    /// that is collected.
    /// </summary>
    public int[] WayOfLine => _columns.WayOfLine;

    /// <summary>How many kinds of parcels a location could send for the order.</summary>
    public int WayCount => _columns.WayCount;

    /// <summary>By location: how many lines of the order it may take in all, 0 or more; none where no location's day is limited so.</summary>
    public int[]? LinesRoom { get; }

    /// <summary>By location: how many units of the order it may take in all, 0 or more; none where no location's day is limited so.</summary>
    public int[]? UnitsRoom { get; }

    /// <summary>The same with soft rules fallen for what is left.</summary>
    /// <param name="fallen">The importance up to which they fall.</param>
    /// <param name="placed">What is placed and stays.</param>
    public Screening Relaxed(int fallen, PlacedUnits[] placed) => new(this, fallen, placed);

    /// <summary>Whether more is possible for the lines that are left than before.</summary>
    /// <param name="before">The screening before soft rules fell.</param>
    public bool IsLooserThan(Screening before) =>
        !Limits.AllowsAsMuchAs(before.Limits)
        || Enumerable.Range(0, LeftOfLine.Length).Any(line => LeftOfLine[line] > 0 && !_excludedOfLine[line].AsSpan().SequenceEqual(before._excludedOfLine[line]))
        || !_usableOfSku.Zip(before._usableOfSku).All(sku => sku.First.AsSpan().SequenceEqual(sku.Second))
        || !Same(LinesRoom, before.LinesRoom) || !Same(UnitsRoom, before.UnitsRoom);

    /// <summary>The index of a location; negative where the network has none of that id.</summary>
    /// <param name="locationId">Its id.</param>
    public int IndexOf(LocationId locationId) => _columns.Network.IndexOf(locationId);

    /// <summary>Whether a location may fulfil what is left of a line: no rule excludes it.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public bool IsEligible(int line, int location) => LeftOfLine[line] > 0 && _excludedOfLine[line][location] == 0;

    /// <summary>The rule that excludes a location for a line; none when no rule does.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public SourcingRule? ExcludedBy(int line, int location) => ExclusionNumber(line, location) is > 0 and var number ? SourcingRule.All[number - 1] : null;

    /// <summary>The number of the rule that excludes a location for a line, from 1; 0 when no rule does.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public int ExclusionNumber(int line, int location) => _excludedOfLine[line][location];

    /// <summary>What is demanded of a location for a line.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public Demands DemandsAt(int line, int location) => _demandsOfLine[line][_places.ClassOfLocation[location]];

    /// <summary>Units of a SKU that a location could promise, what it keeps back included.</summary>
    /// <param name="sku">Number of the SKU.</param>
    /// <param name="location">Index of the location.</param>
    public int AvailableUnits(int sku, int location) => _columns.Available(sku)[location];

    /// <summary>Units of a SKU that a location may promise to this order: what is available above what it keeps back.</summary>
    /// <param name="sku">Number of the SKU.</param>
    /// <param name="location">Index of the location.</param>
    public int UsableUnits(int sku, int location) => _usableOfSku[sku][location];

    /// <summary>How far a parcel counts as going, in metres: 0 within a local radius; negative where its destination is unknown or there is none.</summary>
    /// <param name="way">Number of the way, or <see cref="Nowhere"/>.</param>
    /// <param name="location">Index of the location.</param>
    public int Metres(int way, int location) => way == Nowhere ? -1 : _metresOfWay[way][location];

    /// <summary>How far a parcel goes on the ground, in metres; negative where its destination is unknown or there is none.</summary>
    /// <param name="way">Number of the way, or <see cref="Nowhere"/>.</param>
    /// <param name="location">Index of the location.</param>
    public int MetresOnGround(int way, int location) => way == Nowhere ? -1 : _columns.Metres(way)[location];

    /// <summary>What the rules see of a location for a line.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public Candidate Candidate(int line, int location)
    {
        var wanted = WantedUnits(line);
        return Candidate(SceneOf(line), location, DemandsAt(line, location), new DayLoad(1, 1, wanted), wanted);
    }

    private static bool Same(int[]? one, int[]? other) => one is null ? other is null : other is not null && one.AsSpan().SequenceEqual(other);
}
