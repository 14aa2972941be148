using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles.Delivery;

namespace Dom.Core.Sourcing;

/// <summary>A request as columns by location: what each has of every SKU, how far it lies, what it has taken and refused. Whatever the rules say, it is the same.</summary>
internal sealed class RequestColumns
{
    private readonly int[][] _availableOfSku;
    private readonly int[][] _metresOfWay;
    private readonly DayLoad[] _loads;
    private readonly Dictionary<int, RecentRefusals>?[] _refusalsOfSku;
    private readonly FullTimes _fullTimes;

    /// <summary>Reads the request.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="ArgumentException">A location stands twice in the network.</exception>
    public RequestColumns(SourcingRequest request)
    {
        Request = request;
        Network = NetworkColumns.Of(request.Network);
        Kinds = ReadKinds();
        (SkuOfLine, _availableOfSku, _refusalsOfSku) = ReadSkus();
        (WayOfLine, _metresOfWay) = MeasureWays();
        _loads = ReadLoads();
        _fullTimes = new FullTimes(request, Network);
    }

    /// <summary>What was asked.</summary>
    public SourcingRequest Request { get; }

    /// <summary>The network.</summary>
    public NetworkColumns Network { get; }

    /// <summary>By line: what its mode does.</summary>
    public DeliveryKind[] Kinds { get; }

    /// <summary>A number for every line's SKU, the same for the same SKU, from 0.</summary>
    public int[] SkuOfLine { get; }

    /// <summary>How many different SKUs the lines ask for.</summary>
    public int SkuCount => _availableOfSku.Length;

    /// <summary>A number for the mode and destination that each line is sent by; <see cref="Screening.Nowhere"/> for a line that is collected.</summary>
    public int[] WayOfLine { get; }

    /// <summary>How many kinds of parcels a location could send for the order.</summary>
    public int WayCount => _metresOfWay.Length;

    /// <summary>Units of a SKU that a location could promise, nothing kept back.</summary>
    /// <param name="sku">Number of the SKU.</param>
    public int[] Available(int sku) => _availableOfSku[sku];

    /// <summary>How far a parcel goes on the ground, by location, in metres; negative where its destination is unknown.</summary>
    /// <param name="way">Number of the way.</param>
    public int[] Metres(int way) => _metresOfWay[way];

    /// <summary>What a location has taken on its day.</summary>
    /// <param name="location">Index of the location.</param>
    public DayLoad Load(int location) => _loads.Length == 0 ? default : _loads[location];

    /// <summary>What locations have lately refused of a SKU, by index of the location; none where none did.</summary>
    /// <param name="sku">Number of the SKU.</param>
    public Dictionary<int, RecentRefusals>? Refusals(int sku) => _refusalsOfSku[sku];

    /// <summary>By location: whether it has its whole time to accept a line before it closes for the day; none where the profile does not ask for that.</summary>
    /// <param name="line">Index of the line.</param>
    public bool[]? HasFullTime(int line) => _fullTimes.Of(Request.Lines[line].Mode);

    /// <summary>Index of the store where a line is collected; negative where there is none in the network.</summary>
    /// <param name="line">Index of the line.</param>
    public int StoreOf(int line) => Request.Lines[line].PickupLocationId is { } store ? Network.IndexOf(store) : -1;

    private DeliveryKind[] ReadKinds()
    {
        var known = new Dictionary<DeliveryMode, DeliveryKind>();
        return
        [
            .. Request.Lines.Select(line =>
                known.TryGetValue(line.Mode, out var kind) ? kind : known[line.Mode] = Request.Profile.Delivery.Of(line.Mode).Kind),
        ];
    }

    private (int[] SkuOfLine, int[][] Available, Dictionary<int, RecentRefusals>?[] Refusals) ReadSkus()
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

        var refusals = new Dictionary<int, RecentRefusals>?[available.Count];
        foreach (var refused in Request.Refusals)
        {
            if (numbers.TryGetValue(refused.Sku, out var number) && Network.IndexOf(refused.LocationId) is >= 0 and var location)
            {
                (refusals[number] ??= [])[location] = refused;
            }
        }

        return (skuOfLine, [.. available], refusals);
    }

    private int[] ReadStock(Sku sku)
    {
        var locations = Network.Locations;
        var available = new int[locations.Length];
        if (!Request.Stock.TryGetValue(sku, out var levels))
        {
            return available;
        }

        var next = 0;
        foreach (var level in levels)
        {
            var at = IndexOf(level.LocationId, next);

            // Stock may outlive its location: what lies outside the network does not count.
            if (at >= 0)
            {
                available[at] = level.Available;
                next = at + 1;
            }
        }

        return available;
    }

    // What is told of locations mostly comes in their order: the next one is tried before it is looked up.
    private int IndexOf(LocationId locationId, int next) =>
        next < Network.Locations.Length && Network.Locations[next].LocationId == locationId ? next : Network.IndexOf(locationId);

    private (int[] WayOfLine, int[][] Metres) MeasureWays()
    {
        var numbers = new Dictionary<(DeliveryMode Mode, LocationId? Store), int>();
        var wayOfLine = new int[Request.Lines.Length];
        var metres = new List<int[]>();
        for (var line = 0; line < wayOfLine.Length; line++)
        {
            if (Kinds[line] == DeliveryKind.Pickup)
            {
                wayOfLine[line] = Screening.Nowhere;
                continue;
            }

            var isToStore = Kinds[line] == DeliveryKind.ShipToStore;
            var key = (Request.Lines[line].Mode, isToStore ? Request.Lines[line].PickupLocationId : null);
            if (!numbers.TryGetValue(key, out var number))
            {
                number = metres.Count;
                numbers.Add(key, number);
                var store = StoreOf(line);
                metres.Add(Measure(!isToStore ? Request.Destination : store < 0 ? null : Network.Locations[store].Position));
            }

            wayOfLine[line] = number;
        }

        return (wayOfLine, [.. metres]);
    }

    private int[] Measure(GeoPoint? destination)
    {
        if (destination is { } point)
        {
            return GreatCircle.Metres(Network.Locations, Network.Cosines, point);
        }

        var unknown = new int[Network.Locations.Length];
        Array.Fill(unknown, -1);
        return unknown;
    }

    private DayLoad[] ReadLoads()
    {
        if (Request.Loads.Count == 0)
        {
            return [];
        }

        var (loads, next) = (new DayLoad[Network.Locations.Length], 0);
        foreach (var (locationId, load) in Request.Loads)
        {
            if (IndexOf(locationId, next) is >= 0 and var location)
            {
                loads[location] = load;
                next = location + 1;
            }
        }

        return loads;
    }
}
