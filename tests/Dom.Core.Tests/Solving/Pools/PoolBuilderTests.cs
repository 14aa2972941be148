using Dom.Core.Solving;
using Dom.Core.Solving.Generation;
using Dom.Core.Solving.Pools;
using Dom.Core.Tests.Fulfillment;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Pools;

public sealed class PoolBuilderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(40)]
    public void Build_lists_what_a_look_at_every_location_finds_cheapest(int width)
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var problem = RandomProblems.Make(seed, (ProblemFeatures)new Random(seed).Next(4096), maxOrders: 4, maxLocations: 30, maxLines: 4);

            HoldsForAll(problem, width, seed);
        }
    }

    [Fact]
    public void Build_lists_the_cheapest_of_many_locations()
    {
        var problem = ProblemGenerator.Generate(new GeneratorOptions { Orders = 200, Locations = 600, Skus = 100, Seed = 3 });

        HoldsForAll(problem, width: 6, seed: 3);
    }

    private static void HoldsForAll(SourcingProblem problem, int width, int seed)
    {
        var shop = new Workshop(problem, new(1));
        for (var order = 0; order < problem.OrderCount; order++)
        {
            if (shop.Shapes[order] is { } shape)
            {
                var block = new IntBuffer();
                shop.Builder(0).Build(order, shape, width, block);
                var lists = Lists(block.Items, shape);
                shop.Scan(0).Load(order, shape, shop.Tables.Open);
                for (var state = 1; state < shape.StateCount; state++)
                {
                    var isOutOfUse = problem.Orders.MaxLocations[order] == 1 && problem.Orders.ShipComplete[order] && state != shape.Full;
                    var expected = isOutOfUse ? [] : Everywhere(shop, state);
                    var (found, next) = lists[state - 1];
                    Property.Holds(
                        found.SequenceEqual(expected.Take(width)) && next == (expected.Length > width ? expected[width].Cost : PoolBlock.NoCost),
                        () => $"Seed {seed}, order {order}, state {state}: {string.Join(' ', found)}, next {next}; expected {string.Join(' ', expected)}.");
                }
            }
        }
    }

    private static (int Cost, int Location)[] Everywhere(Workshop shop, int state)
    {
        var scan = shop.Scan(0);
        if (!scan.Prepare(state, []))
        {
            return [];
        }

        var found = new List<(int Cost, int Location)>();
        for (var location = 0; location < shop.Problem.LocationCount; location++)
        {
            if (((scan.Eligible[location >> 6] >> (location & 63)) & 1) != 0 && scan.HasUnits(state, location, shop.Problem.Stock.Available))
            {
                found.Add((scan.Cost[location], location));
            }
        }

        return [.. found.Order()];
    }

    private static List<((int Cost, int Location)[] Entries, int Next)> Lists(ReadOnlySpan<int> block, OrderShape shape)
    {
        var lists = new List<((int, int)[], int)>();
        var at = PoolBlock.ListsAt(shape.LineCount, block[0]);
        for (var state = 1; state < shape.StateCount; state++)
        {
            var entries = new (int, int)[block[at]];
            for (var entry = 0; entry < entries.Length; entry++)
            {
                entries[entry] = (block[at + 2 + (2 * entry)], block[block[at + 3 + (2 * entry)]]);
            }

            lists.Add((entries, block[at + 1]));
            at += 2 + (2 * entries.Length);
        }

        return lists;
    }
}
