using System.Security.Cryptography;
using Dom.Core.Network;
using Dom.Core.Solving;
using Dom.Core.Solving.Baselines;
using Dom.Core.Solving.Checking;
using Dom.Core.Solving.Generation;
using Dom.Core.Tests.TestKit;

namespace Dom.Core.Tests.Solving.Generation;

public sealed class ProblemGeneratorTests
{
    private static readonly GeneratorOptions Medium = new() { Orders = 4000, Locations = 100, Skus = 2000, Seed = 1 };
    private static readonly Lazy<SourcingProblem> MediumProblem = new(() => ProblemGenerator.Generate(Medium));

    [Fact]
    public void Generate_gives_the_same_files_on_every_machine()
    {
        var folder = ProblemFiles.Write(ProblemGenerator.Generate(new GeneratorOptions { Orders = 100, Locations = 20, Skus = 200, Seed = 1 }));

        var hashes = folder.Names.Order(StringComparer.Ordinal).Select(name => $"{name} {Convert.ToHexString(SHA256.HashData(folder.Bytes(name)))[..16]}");

        Assert.Equal(
            [
                "lines.csv E4FCBA850F5B42AB",
                "locations.csv C7EACCCD3EEF13B6",
                "orders.csv E305C8A8818ECF68",
                "rates.csv 697CC704F23CDCC5",
                "settings.json E023BE3DD5D2116F",
                "stock.csv 518577B616400AAA",
            ],
            hashes);
    }

    [Fact]
    public void Generate_brings_other_orders_to_the_same_network_on_another_day()
    {
        var today = MediumProblem.Value;

        var tomorrow = ProblemGenerator.Generate(Medium with { Day = 1 });

        Assert.Equal(today.Locations.Latitude, tomorrow.Locations.Latitude);
        Assert.Equal(today.Locations.MaxOrders, tomorrow.Locations.MaxOrders);
        Assert.Equal(today.Stock.Available, tomorrow.Stock.Available);
        Assert.NotEqual(today.Lines.Sku, tomorrow.Lines.Sku);
    }

    [Fact]
    public void Generate_brings_demand_that_the_network_was_not_stocked_for()
    {
        var usual = MediumProblem.Value;

        var shifted = ProblemGenerator.Generate(Medium with { Shift = new DemandShift { OrdersPercent = 60, OtherMixPercent = 50, WestPercent = 30, PromotedSkus = 2 } });

        Assert.Equal(usual.Stock.Available, shifted.Stock.Available);
        Assert.Equal(usual.Locations.MaxOrders, shifted.Locations.MaxOrders);
        Assert.Equal(2400, shifted.OrderCount);
    }

    [Fact]
    public void Generate_sends_some_orders_west()
    {
        var west = ProblemGenerator.Generate(Medium with { Shift = new DemandShift { WestPercent = 30 } });

        var (usual, more) = (West(MediumProblem.Value), West(west));

        Assert.InRange(more, usual + 0.15, usual + 0.32);

        static double West(SourcingProblem problem) => problem.Orders.Longitude.Average(longitude => longitude < -100 ? 1.0 : 0);
    }

    [Fact]
    public void Generate_sells_promoted_skus_more_often()
    {
        var promoted = ProblemGenerator.Generate(Medium with { Shift = new DemandShift { PromotedSkus = 5, PromotionFactor = 8 } });

        var (before, after) = (Lines(MediumProblem.Value), Lines(promoted));

        Assert.Equal(5, after.Count(sku => sku.Value >= 40 && sku.Value > 4 * before.GetValueOrDefault(sku.Key)));

        static Dictionary<int, int> Lines(SourcingProblem problem) => problem.Lines.Sku.CountBy(sku => sku).ToDictionary();
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 1)]
    [InlineData(100, 101, 0, 0, 1)]
    [InlineData(100, 0, -1, 0, 1)]
    [InlineData(100, 0, 0, 2001, 1)]
    [InlineData(100, 0, 0, 1, 1001)]
    public void Generate_refuses_a_shift_outside_its_range(int orders, int mix, int west, int promoted, int factor)
    {
        var shift = new DemandShift { OrdersPercent = orders, OtherMixPercent = mix, WestPercent = west, PromotedSkus = promoted, PromotionFactor = factor };

        Assert.Throws<ArgumentOutOfRangeException>(() => ProblemGenerator.Generate(Medium with { Shift = shift }));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 2, 1)]
    [InlineData(7, 3, 5)]
    public void Generate_makes_small_problems(int orders, int locations, int skus)
    {
        var options = new GeneratorOptions { Orders = orders, Locations = locations, Skus = skus, Seed = 9 };

        var problem = ProblemFiles.Write(ProblemGenerator.Generate(options)).Read();

        Assert.Equal((orders, locations, skus), (problem.OrderCount, problem.LocationCount, problem.Stock.Skus.Length));
    }

    [Fact]
    public void Generate_makes_another_problem_of_another_seed()
    {
        var other = ProblemGenerator.Generate(Medium with { Seed = 2 });

        Assert.NotEqual(MediumProblem.Value.Orders.Latitude, other.Orders.Latitude);
        Assert.NotEqual(MediumProblem.Value.Locations.Latitude, other.Locations.Latitude);
        Assert.NotEqual(MediumProblem.Value.Stock.Available, other.Stock.Available);
    }

    [Fact]
    public void Generate_leaves_locations_where_they_are_for_more_orders()
    {
        var more = ProblemGenerator.Generate(Medium with { Orders = 4100 });

        Assert.Equal(MediumProblem.Value.Locations.Latitude, more.Locations.Latitude);
    }

    [Fact]
    public void Orders_have_the_lines_and_kinds_that_they_should()
    {
        var problem = MediumProblem.Value;
        double Share(Func<int, bool> isSo) => Enumerable.Range(0, problem.OrderCount).Count(isSo) / (double)problem.OrderCount;
        int Lines(int order) => problem.Orders.LineStart[order + 1] - problem.Orders.LineStart[order];
        int First(int order) => problem.Orders.LineStart[order];

        Assert.InRange(problem.LineCount / (double)problem.OrderCount, 1.95, 2.12);
        Assert.InRange(Share(order => Lines(order) == 1), 0.42, 0.48);
        Assert.InRange(Share(order => Lines(order) == 6), 0.01, 0.03);
        Assert.InRange(Share(order => problem.Orders.ShipComplete[order]), 0.10, 0.14);
        Assert.InRange(Share(order => problem.Lines.Splittable[First(order)]), 0.03, 0.05);
        Assert.InRange(Share(order => problem.Modes[problem.Lines.Mode[First(order)]].Name == "express" && problem.Orders.MaxLocations[order] == 2 && problem.Orders.MaxDistanceKm[order] == 1600), 0.065, 0.095);
        Assert.InRange(Share(order => problem.Modes[problem.Lines.Mode[First(order)]].Name == "sameday" && problem.Orders.MaxLocations[order] == 1 && problem.Orders.MaxDistanceKm[order] == 60), 0.03, 0.05);
        Assert.All(Enumerable.Range(0, problem.OrderCount).Where(order => problem.Lines.Splittable[First(order)]), order =>
            Assert.InRange(problem.Lines.Quantity[First(order)..problem.Orders.LineStart[order + 1]].Sum(), 1, 6));
    }

    [Theory]
    [InlineData(Contention.Low, 1.7, 1.9, 0.18, 0.25)]
    [InlineData(Contention.High, 1.15, 1.35, 0.14, 0.22)]
    public void Capacity_and_stock_are_as_scarce_as_they_should_be(Contention contention, double leastCapacity, double mostCapacity, double leastStocked, double mostStocked)
    {
        var problem = contention == Contention.Low ? MediumProblem.Value : ProblemGenerator.Generate(Medium with { Contention = contention });

        Assert.InRange(problem.Locations.MaxOrders.Sum() / (double)problem.OrderCount, leastCapacity, mostCapacity);
        Assert.InRange(problem.Stock.Location.Length / (double)(problem.LocationCount * problem.Stock.Skus.Length), leastStocked, mostStocked);
        Assert.All(problem.Stock.Available, available => Assert.InRange(available, 1, int.MaxValue));
    }

    [Fact]
    public void Few_of_the_locations_are_distribution_centres_and_they_carry_most_SKUs()
    {
        var problem = MediumProblem.Value;
        var centres = problem.Locations.Types.Count(type => type == LocationType.Dc);

        var inCentres = problem.Stock.Location.Count(location => problem.Locations.Types[location] == LocationType.Dc);

        Assert.Equal(4, centres);
        Assert.InRange(inCentres / (double)(centres * problem.Stock.Skus.Length), 0.82, 0.92);
    }

    [Fact]
    public void Demand_follows_zipf()
    {
        var problem = MediumProblem.Value;

        var lines = problem.Lines.Sku.CountBy(sku => sku).Select(sku => sku.Value).OrderDescending().ToArray();

        // Of 2,000 SKUs with exponent 0.95 the first has 9.6 % of the demand, the first hundred half of it; lines for the same day shift that a little.
        Assert.InRange(lines[0] / (double)problem.LineCount, 0.08, 0.12);
        Assert.InRange(lines[..100].Sum() / (double)problem.LineCount, 0.48, 0.62);
    }

    [Fact]
    public void Nearly_every_unit_can_be_had()
    {
        var problem = MediumProblem.Value;

        var plan = GreedyBaseline.Solve(problem);

        Assert.IsType<PlanCheck.Feasible>(PlanChecker.Check(problem, plan));
        Assert.InRange(plan.Quantity.Sum() / (double)problem.Lines.Quantity.Sum(), 0.985, 1);
    }

    [Fact]
    public void Generate_refuses_what_it_cannot_make()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProblemGenerator.Generate(Medium with { Orders = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProblemGenerator.Generate(Medium with { Skus = GeneratorOptions.Most + 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProblemGenerator.Generate(Medium with { Locations = 1_000_000, Skus = 1_000_000 }));
    }
}
