using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Profiles;
using Dom.Core.Profiles.Costs;
using Dom.Core.Profiles.Delivery;
using Dom.Core.Solving;

namespace Dom.Core.Sourcing.Scarcity;

/// <summary>Demand as a problem of the horizon solver.</summary>
internal sealed class HorizonProblem
{
    // Sums of an order's costs must stay below 2^30: neither a parcel nor a unit left over may be dearer than this.
    private const long MostCost = 1 << 20;
    private const long MostOfOrder = 1 << 29;

    private readonly LearningDemand _demand;
    private readonly Location[] _locations;
    private readonly Dictionary<LocationId, int> _locationIndex = [];
    private readonly Dictionary<(ProfileId Profile, DeliveryMode Mode), int> _modes = [];
    private readonly DemandOrder[] _orders;
    private readonly Dictionary<ProfileId, Profile> _profiles;
    private readonly HorizonRules _rules;

    /// <summary>Builds the problem.</summary>
    /// <param name="demand">The demand.</param>
    /// <exception cref="ArgumentException">The profiles have more modes than a problem can hold.</exception>
    public HorizonProblem(LearningDemand demand)
    {
        _demand = demand;
        _locations = [.. demand.Network.OrderBy(location => location.LocationId.Value, StringComparer.Ordinal)];
        for (var at = 0; at < _locations.Length; at++)
        {
            _locationIndex.Add(_locations[at].LocationId, at);
        }

        _profiles = demand.Profiles.ToDictionary(profile => profile.ProfileId);
        _rules = new HorizonRules(_profiles.Values, demand.At);
        _orders = [.. demand.Orders.Where(order => _profiles.ContainsKey(order.ProfileId) && (order.OnlyAt is not { } only || _locationIndex.ContainsKey(only)))];
        foreach (var order in _orders)
        {
            _modes.TryAdd((order.ProfileId, order.Mode), _modes.Count);
        }

        if (_modes.Count > SourcingProblem.MaxModes)
        {
            throw new ArgumentException($"The demand has {_modes.Count} pairs of a profile and a mode; allowed are {SourcingProblem.MaxModes}.", nameof(demand));
        }

        var dearest = _modes.Keys.Select(key => DearestParcel(_profiles[key.Profile].Costs)).DefaultIfEmpty(1).Max();
        Divisor = Math.Max(1, dearest / MostCost);
        Problem = Build(Math.Clamp(2 * dearest / Divisor, 1, Math.Max(1, MostOfOrder / MostUnits())));
    }

    /// <summary>The problem.</summary>
    public SourcingProblem Problem { get; }

    /// <summary>What the profile's costs were divided by to fit, 1 or more: the problem's prices are to be multiplied by it.</summary>
    public long Divisor { get; }

    private static long DearestParcel(CostFactors costs) => costs.ParcelMinorUnits + (long)(costs.MinorUnitsPer100Km * (Math.PI * 63.710088));

    private long MostUnits() => _orders.Select(order => order.Lines.Sum(line => (long)line.Quantity)).DefaultIfEmpty(1).Max();

    private SourcingProblem Build(long unfilled)
    {
        var skus = _orders.SelectMany(order => order.Lines).Select(line => line.Sku).Distinct().OrderBy(sku => sku.Value, StringComparer.Ordinal).ToArray();
        var skuIndex = skus.Select((sku, at) => (sku, at)).ToDictionary(pair => pair.sku, pair => pair.at);
        return new SourcingProblem
        {
            Locations = Locations(),
            Stock = Stock(skus),
            Orders = Orders(),
            Lines = Lines(skuIndex),
            Modes = [.. _modes.OrderBy(mode => mode.Value).Select(mode => Rates(mode.Key.Mode, _profiles[mode.Key.Profile]))],
            UnfilledUnitCost = (int)unfilled,
        };
    }

    // Handling a unit costs the same everywhere: it makes no difference to prices.
    private LocationColumns Locations() => new()
    {
        Ids = [.. _locations.Select(location => location.LocationId.Value)],
        Types = [.. _locations.Select(location => location.Type)],
        Latitude = [.. _locations.Select(location => location.Position.Latitude)],
        Longitude = [.. _locations.Select(location => location.Position.Longitude)],
        Modes = [.. _locations.Select(ModesOf)],
        MaxOrders = [.. _locations.Select(location => _rules.OrdersPerDay(location) is { } most ? (int)Math.Min(int.MaxValue - 1, Math.Ceiling(most * _demand.Days)) : LocationColumns.NoLimit)],
        ParcelCost = new int[_locations.Length],
        UnitCost = new int[_locations.Length],
    };

    private ulong ModesOf(Location location)
    {
        var modes = 0UL;
        foreach (var ((profile, mode), number) in _modes)
        {
            modes |= _rules.Serves(_profiles[profile], mode, location) ? 1UL << number : 0;
        }

        return modes;
    }

    private ModeRates Rates(DeliveryMode mode, Profile profile) => new()
    {
        Name = mode.Value,
        ZoneKm = [double.PositiveInfinity],
        BandGrams = [long.MaxValue],
        Cost = [IsSent(mode, profile) ? (int)(profile.Costs.ParcelMinorUnits / Divisor) : 0],
        CostPer100Km = IsSent(mode, profile) ? (int)(profile.Costs.MinorUnitsPer100Km / Divisor) : 0,
    };

    private static bool IsSent(DeliveryMode mode, Profile profile) => profile.Delivery.Of(mode).Kind != DeliveryKind.Pickup;

    private StockColumns Stock(Sku[] skus)
    {

        var bySku = _demand.Stock.ToDictionary(stock => stock.Sku);
        var (start, location, available) = (new int[skus.Length + 1], new List<int>(), new List<int>());
        for (var sku = 0; sku < skus.Length; sku++)
        {
            var levels = bySku.TryGetValue(skus[sku], out var stock) ? stock.Levels : [];
            foreach (var (at, units) in levels
                .Where(level => _locationIndex.ContainsKey(level.LocationId))
                .Select(level => (At: _locationIndex[level.LocationId], Units: level.Available - _rules.Floor(_locations[_locationIndex[level.LocationId]], skus[sku])))
                .Where(level => level.Units > 0).OrderBy(level => level.At))
            {
                location.Add(at);
                available.Add(units);
            }

            start[sku + 1] = location.Count;
        }

        return new StockColumns { Skus = [.. skus.Select(sku => sku.Value)], RowStart = start, Location = [.. location], Available = [.. available] };
    }

    private OrderColumns Orders()
    {
        var start = new int[_orders.Length + 1];
        for (var order = 0; order < _orders.Length; order++)
        {
            start[order + 1] = start[order] + _orders[order].Lines.Length;
        }

        return new OrderColumns
        {
            Ids = [.. Enumerable.Range(1, _orders.Length).Select(number => FormattableString.Invariant($"{number}"))],
            Latitude = [.. _orders.Select(order => order.To.Latitude)],
            Longitude = [.. _orders.Select(order => order.To.Longitude)],
            MaxLocations = [.. _orders.Select(order => _rules.MaxLocations(order.ProfileId))],
            MaxDistanceKm = [.. _orders.Select(order => _rules.MaxDistanceKm(order.ProfileId))],
            ShipComplete = [.. _orders.Select(order => _rules.ShipsComplete(order.ProfileId))],
            LineStart = start,
        };
    }

    private LineColumns Lines(Dictionary<Sku, int> skuIndex)
    {
        var lines = _orders.SelectMany(order => order.Lines.Select((line, number) => (Order: order, Line: line, Number: number))).ToArray();
        return new LineColumns
        {
            Ids = [.. lines.Select(line => FormattableString.Invariant($"{line.Number + 1}"))],
            Sku = [.. lines.Select(line => skuIndex[line.Line.Sku])],
            Quantity = [.. lines.Select(line => line.Line.Quantity)],
            UnitGrams = new int[lines.Length],
            Mode = [.. lines.Select(line => _modes[(line.Order.ProfileId, line.Order.Mode)])],
            Splittable = new bool[lines.Length],
            OnlyLocation = [.. lines.Select(line => line.Order.OnlyAt is { } only ? _locationIndex[only] : LineColumns.AnyLocation)],
        };
    }
}
