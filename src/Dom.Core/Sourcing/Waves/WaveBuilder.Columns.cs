using Dom.Core.Profiles.Delivery;
using Dom.Core.Solving;
using static System.FormattableString;

namespace Dom.Core.Sourcing.Waves;

// The columns, once it is known that they hold everything.
internal sealed partial class WaveBuilder
{
    private string? ObstacleOfStock(WaveOrder order)
    {
        foreach (var (at, line) in order.Lines.Index())
        {
            var sku = order.Screening.Request.Lines[line].Sku;
            if (_skus.TryAdd(sku, _stock.Count))
            {
                _stock.Add([]);
            }

            var row = _stock[_skus[sku]];
            foreach (var location in order.CandidatesOfLine[at])
            {
                var usable = order.Screening.UsableUnits(order.Screening.SkuOfLine[line], location);
                if (!row.TryAdd(location, usable) && row[location] != usable)
                {
                    if (!order.IsProposal)
                    {
                        return Invariant($"'{_locations[location].LocationId}' keeps back other units of '{sku}' from it than from another order.");
                    }

                    // Whether that is enough for the one from whom more is kept back is looked at afterwards.
                    row[location] = Math.Max(row[location], usable);
                }
            }
        }

        return null;
    }

    private StockColumns Stock()
    {
        var rows = _stock.ConvertAll(row => row.OrderBy(slot => slot.Key).ToArray());
        var start = new int[_stock.Count + 1];
        for (var sku = 0; sku < _stock.Count; sku++)
        {
            start[sku + 1] = start[sku] + _stock[sku].Count;
        }

        return new StockColumns
        {
            Skus = [.. _skus.OrderBy(sku => sku.Value).Select(sku => sku.Key.Value)],
            RowStart = start,
            Location = [.. rows.SelectMany(row => row.Select(slot => slot.Key))],
            Available = [.. rows.SelectMany(row => row.Select(slot => slot.Value))],
        };
    }

    private SourcingProblem Problem() => new()
    {
        Locations = new LocationColumns
        {
            Ids = [.. _locations.Select(location => location.LocationId.Value)],
            Types = [.. _locations.Select(location => location.Type)],
            Latitude = [.. _locations.Select(location => location.Position.Latitude)],
            Longitude = [.. _locations.Select(location => location.Position.Longitude)],
            Modes = [.. _locations.Select(_ => ulong.MaxValue >> (SourcingProblem.MaxModes - Math.Max(1, _modes.Count)))],
            MaxOrders = [.. _locations.Select((_, location) => _days!.MostOrders(location))],
            ParcelCost = _parcelCost,
            UnitCost = _unitCost,
        },
        Stock = Stock(),
        Orders = Orders(),
        Lines = Lines(),
        Modes = [.. _modes.Select((rates, at) => Named(rates, at))],
        UnfilledUnitCost = _unfilled,
        Candidates = Candidates(),
    };

    private ModeRates Named(ModeRates rates, int at) => new()
    {
        Name = _modes.FindIndex(other => other.Name == rates.Name) == at ? rates.Name : Invariant($"{rates.Name} {at + 1}"),
        ZoneKm = rates.ZoneKm,
        BandGrams = rates.BandGrams,
        Cost = rates.Cost,
        CostPer100Km = rates.CostPer100Km,
    };

    private OrderColumns Orders()
    {
        var start = new int[orders.Length + 1];
        for (var order = 0; order < orders.Length; order++)
        {
            start[order + 1] = start[order] + orders[order].Lines.Length;
        }

        return new OrderColumns
        {
            Ids = [.. orders.Select(order => order.Screening.Request.OrderId.Value)],
            Latitude = [.. orders.Select(order => Destination(order).Latitude)],
            Longitude = [.. orders.Select(order => Destination(order).Longitude)],
            MaxLocations = [.. orders.Select(order => order.MaxLocations ?? OrderColumns.NoLimit)],
            MaxDistanceKm = [.. orders.Select(_ => double.PositiveInfinity)],
            ShipComplete = [.. orders.Select(order => order.IsWhole)],
            LineStart = start,
        };
    }

    private LineColumns Lines()
    {
        var lines = orders.SelectMany(order => order.Lines.Select(line => (Order: order, Line: line, Demand: order.Screening.Request.Lines[line]))).ToArray();
        return new LineColumns
        {
            Ids = [.. lines.Select(line => line.Demand.LineId.Value)],
            Sku = [.. lines.Select(line => _skus[line.Demand.Sku])],
            Quantity = [.. lines.Select(line => line.Order.Wanted(line.Line))],
            UnitGrams = [.. lines.Select(line => line.Order.UnitGrams(line.Line))],
            Mode = [.. _modeOfLine],
            Splittable = [.. lines.Select(line => line.Order.Screening.Limits.MayBeSplit[line.Line])],
            OnlyLocation = [.. lines.Select(line => OnlyLocation(line.Order, line.Demand))],
        };
    }

    private static int OnlyLocation(WaveOrder order, DemandLine line) =>
        order.Screening.Request.Profile.Delivery.Of(line.Mode).Kind == DeliveryKind.Pickup && line.PickupLocationId is { } store
            ? Math.Max(LineColumns.AnyLocation, order.Screening.IndexOf(store))
            : LineColumns.AnyLocation;

    private CandidateColumns Candidates()
    {
        var (start, location, cost) = (new List<int> { 0 }, new List<int>(), new List<int>());
        foreach (var order in orders)
        {
            foreach (var (at, line) in order.Lines.Index())
            {
                location.AddRange(order.CandidatesOfLine[at]);
                cost.AddRange(order.CandidatesOfLine[at].Select(place => OwnCost(order, line, place)));
                start.Add(location.Count);
            }
        }

        return new CandidateColumns { LineStart = [.. start], Location = [.. location], Cost = [.. cost] };
    }

    private int OwnCost(WaveOrder order, int line, int location)
    {
        var units = order.Screening.Limits.MayBeSplit[line] ? 1 : order.Wanted(line);
        return checked((int)(order.Charges.LineMinorUnits(line, location, units) - ((long)units * _unitCost[location])));
    }
}
