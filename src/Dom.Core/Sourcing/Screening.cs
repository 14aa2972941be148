using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Sourcing.Rules;

namespace Dom.Core.Sourcing;

/// <summary>Every location seen as a candidate for every line: what excludes it, how far it lies, what it has.</summary>
internal sealed class Screening
{
    /// <summary>The destination of a line that nothing is sent for.</summary>
    public const int Nowhere = -1;

    private readonly Dictionary<LocationId, int> _indexes;
    private readonly int[][] _availableOfSku;
    private readonly int[][] _metresOfWay;
    private readonly bool[] _mayBeSplit;
    private readonly byte[] _excludedBy;

    /// <summary>Asks the rules about every line at every location.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="ArgumentException">A location stands twice in the network.</exception>
    public Screening(SourcingRequest request)
    {
        Request = request;
        Locations = SortedLocations(request);
        _indexes = new Dictionary<LocationId, int>(Locations.Length);
        for (var at = 0; at < Locations.Length; at++)
        {
            if (!_indexes.TryAdd(Locations[at].LocationId, at))
            {
                throw new ArgumentException($"Location '{Locations[at].LocationId}' stands twice in the network; ids are unique.", nameof(request));
            }
        }

        (SkuOfLine, _availableOfSku) = ReadStock();
        (WayOfLine, _metresOfWay) = MeasureWays();
        _mayBeSplit = [.. request.Lines.Select(line => Sourcing.MayBeSplit(request, line))];
        _excludedBy = AskRules();
    }

    /// <summary>What was asked.</summary>
    public SourcingRequest Request { get; }

    /// <summary>The network by location id, ordinal; a location's index is its place here.</summary>
    public Location[] Locations { get; }

    /// <summary>A number for every line's SKU, the same for the same SKU, from 0.</summary>
    public int[] SkuOfLine { get; }

    /// <summary>How many different SKUs the lines ask for.</summary>
    public int SkuCount => _availableOfSku.Length;

    /// <summary>
    /// A number for the mode and destination that each line is sent by, the same for the same parcel, from 0; <see cref="Nowhere"/> for a line
    /// that is collected.
    /// </summary>
    public int[] WayOfLine { get; }

    /// <summary>How many kinds of parcels a location could send for the order.</summary>
    public int WayCount => _metresOfWay.Length;

    /// <summary>The index of a location; negative where the network has none of that id.</summary>
    /// <param name="locationId">Its id.</param>
    public int IndexOf(LocationId locationId) => _indexes.TryGetValue(locationId, out var at) ? at : -1;

    /// <summary>Whether no rule excludes a location for a line.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public bool IsEligible(int line, int location) => _excludedBy[(line * Locations.Length) + location] == 0;

    /// <summary>The rule that excludes a location for a line; none when it is eligible.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public SourcingRule? ExcludedBy(int line, int location) =>
        _excludedBy[(line * Locations.Length) + location] is > 0 and var number ? SourcingRule.All[number - 1] : null;

    /// <summary>What the rules see of a location for a line.</summary>
    /// <param name="line">Index of the line.</param>
    /// <param name="location">Index of the location.</param>
    public Candidate Candidate(int line, int location)
    {
        var place = Locations[location];
        return new Candidate(
            Request.Lines[line],
            place,
            Request.Profile.Limits,
            Metres(WayOfLine[line], location),
            place.OrdersPerDay is null ? 0 : Request.Loads.GetValueOrDefault(place.LocationId).Orders,
            _availableOfSku[SkuOfLine[line]][location],
            _mayBeSplit[line]);
    }

    /// <summary>Units of a SKU that a location may promise to this order: what is available above what it keeps back.</summary>
    /// <param name="sku">Number of the SKU.</param>
    /// <param name="location">Index of the location.</param>
    public int UsableUnits(int sku, int location) => Math.Max(0, _availableOfSku[sku][location] - Request.Profile.Limits.MinInventoryUnits);

    /// <summary>How far a parcel goes, in metres; negative where its destination is unknown or there is none.</summary>
    /// <param name="way">Number of the way, or <see cref="Nowhere"/>.</param>
    /// <param name="location">Index of the location.</param>
    public int Metres(int way, int location) => way == Nowhere ? -1 : _metresOfWay[way][location];

    private static Location[] SortedLocations(SourcingRequest request)
    {
        var locations = request.Network.ToArray();
        for (var at = 1; at < locations.Length; at++)
        {
            if (Compare(locations[at - 1], locations[at]) > 0)
            {
                Array.Sort(locations, Compare);
                break;
            }
        }

        return locations;
    }

    private static int Compare(Location one, Location other) => string.CompareOrdinal(one.LocationId.Value, other.LocationId.Value);

    private (int[] SkuOfLine, int[][] Available) ReadStock()
    {
        var numbers = new Dictionary<Sku, int>();
        var skuOfLine = new int[Request.Lines.Length];
        var available = new List<int[]>();
        for (var line = 0; line < skuOfLine.Length; line++)
        {
            var sku = Request.Lines[line].Sku;
            if (!numbers.TryGetValue(sku, out var number))
            {
                number = available.Count;
                numbers.Add(sku, number);
                available.Add(ReadStock(sku));
            }

            skuOfLine[line] = number;
        }

        return (skuOfLine, [.. available]);
    }

    private int[] ReadStock(Sku sku)
    {
        var available = new int[Locations.Length];
        if (Request.Stock.TryGetValue(sku, out var levels))
        {
            foreach (var level in levels)
            {
                // Stock may outlive its location: what lies outside the network does not count.
                if (_indexes.TryGetValue(level.LocationId, out var location))
                {
                    available[location] = level.Available;
                }
            }
        }

        return available;
    }

    private (int[] WayOfLine, int[][] Metres) MeasureWays()
    {
        var numbers = new Dictionary<(DeliveryMode Mode, LocationId? Store), int>();
        var wayOfLine = new int[Request.Lines.Length];
        var metres = new List<int[]>();
        for (var line = 0; line < wayOfLine.Length; line++)
        {
            var demand = Request.Lines[line];
            if (demand.Mode == DeliveryMode.Pickup)
            {
                wayOfLine[line] = Nowhere;
                continue;
            }

            var isToStore = demand.Mode == DeliveryMode.ShipToStore;
            var key = (demand.Mode, isToStore ? demand.PickupLocationId : null);
            if (!numbers.TryGetValue(key, out var number))
            {
                number = metres.Count;
                numbers.Add(key, number);
                metres.Add(Measure(isToStore ? PositionOf(demand.PickupLocationId) : Request.Destination));
            }

            wayOfLine[line] = number;
        }

        return (wayOfLine, [.. metres]);
    }

    private GeoPoint? PositionOf(LocationId? store) => store is { } id && _indexes.TryGetValue(id, out var at) ? Locations[at].Position : null;

    private int[] Measure(GeoPoint? destination)
    {
        var metres = new int[Locations.Length];
        for (var location = 0; location < metres.Length; location++)
        {
            metres[location] = destination is { } point ? GreatCircle.Metres(Locations[location].Position, point) : -1;
        }

        return metres;
    }

    private byte[] AskRules()
    {
        var excludedBy = new byte[WayOfLine.Length * Locations.Length];
        for (var line = 0; line < WayOfLine.Length; line++)
        {
            for (var location = 0; location < Locations.Length; location++)
            {
                var candidate = Candidate(line, location);
                for (var rule = 0; rule < SourcingRule.All.Length; rule++)
                {
                    if (SourcingRule.All[rule].Excludes(candidate))
                    {
                        excludedBy[(line * Locations.Length) + location] = (byte)(rule + 1);
                        break;
                    }
                }
            }
        }

        return excludedBy;
    }
}
