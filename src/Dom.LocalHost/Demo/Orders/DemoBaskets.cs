using System.Collections.Immutable;
using System.Globalization;
using Dom.Core.Network;
using Dom.LocalHost.Demo.Network;

namespace Dom.LocalHost.Demo.Orders;

/// <summary>What customers of the demo put into an order: 1 to 5 lines, most wanted SKUs most often.</summary>
internal sealed class DemoBaskets
{
    private readonly WeightedChoice<DemoSku> _everything;
    private readonly ImmutableDictionary<LocationId, WeightedChoice<DemoSku>> _byStore;
    private readonly WeightedChoice<(int Value, double Weight)> _lines = Choice((1, 0.55), (2, 0.24), (3, 0.12), (4, 0.06), (5, 0.03));
    private readonly WeightedChoice<(int Value, double Weight)> _quantities = Choice((1, 0.8), (2, 0.14), (3, 0.04), (4, 0.02));

    /// <summary>Creates the baskets of a network.</summary>
    /// <param name="network">What is sold there.</param>
    public DemoBaskets(DemoNetwork network)
    {
        _everything = new WeightedChoice<DemoSku>(network.Skus, sku => sku.DemandShare);

        // A channel offers collecting only where the store has the goods.
        _byStore = network.Skus
            .SelectMany(sku => network.Stock[sku.Sku].Select(level => (level.LocationId, Sku: sku)))
            .GroupBy(row => row.LocationId)
            .ToImmutableDictionary(rows => rows.Key, rows => new WeightedChoice<DemoSku>(rows.Select(row => row.Sku), sku => sku.DemandShare));
    }

    /// <summary>Draws the lines of an order.</summary>
    /// <param name="random">What decides.</param>
    /// <param name="store">The store where this customer collects.</param>
    /// <param name="mode">The mode of the line with a number, from 1.</param>
    public ImmutableArray<DemoLine> Draw(Random random, LocationId store, Func<int, DeliveryMode> mode)
    {
        var lines = ImmutableArray.CreateBuilder<DemoLine>();
        var seen = new HashSet<DemoSku>();
        var count = _lines.Draw(random).Value;
        for (var number = 1; number <= count; number++)
        {
            var way = mode(number);
            var sku = (way == DeliveryMode.Pickup ? _byStore[store] : _everything).Draw(random);
            if (!seen.Add(sku))
            {
                continue;
            }

            lines.Add(new DemoLine
            {
                LineId = number.ToString(CultureInfo.InvariantCulture),
                Sku = sku.Sku.Value,
                Quantity = _quantities.Draw(random).Value,
                UnitPrice = sku.UnitPriceMinorUnits,
                UnitGrams = sku.UnitGrams,
                Mode = way.Value,
                PickupLocationId = way == DeliveryMode.Ship ? null : store.Value,
            });
        }

        return lines.ToImmutable();
    }

    private static WeightedChoice<(int Value, double Weight)> Choice(params (int Value, double Weight)[] items) => new(items, item => item.Weight);
}
