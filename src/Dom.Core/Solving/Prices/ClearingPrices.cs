using Dom.Core.Solving.Pools;

namespace Dom.Core.Solving.Prices;

/// <summary>
/// First prices for SKUs of which there is less than the orders want: the price at which the lines that gain least from being served would go
/// without, so that what is left of the demand meets the supply. All other SKUs start at 0.
/// </summary>
/// <param name="shop">What the solve works with; its pools are built.</param>
/// <param name="scarcity">Which SKUs are short.</param>
internal sealed class ClearingPrices(Workshop shop, Scarcity scarcity)
{
    /// <summary>The price of each SKU, price units.</summary>
    public float[] Find()
    {
        var problem = shop.Problem;
        var prices = new float[problem.Stock.Skus.Length];
        var offers = new Dictionary<int, List<(int Price, int Units)>>();
        for (var order = 0; order < problem.OrderCount; order++)
        {
            if (shop.Shapes[order] is { } shape)
            {
                AddOffers(order, shape, offers);
            }
        }

        foreach (var (sku, lines) in offers)
        {
            prices[sku] = Clear(lines, scarcity.Supply[sku]);
        }

        return prices;
    }

    private static float Clear(List<(int Price, int Units)> offers, long supply)
    {
        offers.Sort((one, other) => other.CompareTo(one));
        var left = supply;
        foreach (var (price, units) in offers)
        {
            left -= units;
            if (left < 0)
            {
                return price;
            }
        }

        return 0;
    }

    // What a unit of a line could cost before going without is cheaper: its cheapest location, by itself, tells.
    private void AddOffers(int order, OrderShape shape, Dictionary<int, List<(int Price, int Units)>> offers)
    {
        var (data, at) = (shop.Pools.Data(order), shop.Pools.At(order));
        var first = shop.Problem.Orders.LineStart[order];
        var list = at + PoolBlock.ListsAt(shape.LineCount, data[at]);
        for (var state = 1; state < shape.StateCount; state++)
        {
            var isListed = data[list] > 0;
            var cost = isListed ? data[list + 2] : PoolBlock.NoCost;
            list += 2 + (2 * data[list]);
            var line = Array.IndexOf(shape.Strides, state);
            if (line >= 0 && isListed && scarcity.IsShort(shop.Problem.Lines.Sku[first + line]))
            {
                var units = data[at + 1 + line];
                var price = (int)(shop.Tables.UnfilledUnitCost - (cost / units));
                var sku = shop.Problem.Lines.Sku[first + line];
                if (!offers.TryGetValue(sku, out var lines))
                {
                    offers.Add(sku, lines = []);
                }

                lines.Add((Math.Max(0, price), shop.Problem.Lines.Quantity[first + line]));
            }
        }
    }
}
