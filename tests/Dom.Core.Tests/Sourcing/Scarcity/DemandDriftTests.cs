using Dom.Core.Inventory;
using Dom.Core.Solving;
using Dom.Core.Solving.Generation;
using Dom.Core.Sourcing.Scarcity;

namespace Dom.Core.Tests.Sourcing.Scarcity;

public sealed class DemandDriftTests
{
    [Fact]
    public void PerMille_is_nothing_for_the_same_mix_and_all_for_mixes_apart()
    {
        var mix = Mix(("A", 5000), ("B", 3000));

        Assert.Equal(0, DemandDrift.PerMille(mix, mix));
        Assert.Equal(0, DemandDrift.PerMille(mix, Mix(("A", 500), ("B", 300))));
        Assert.Equal(1000, DemandDrift.PerMille(mix, Mix(("C", 9_000_000))));
    }

    [Fact]
    public void PerMille_of_samples_of_one_mix_is_small()
    {
        var random = new Random(11);

        var drifts = Enumerable.Range(0, 20).Select(_ => DemandDrift.PerMille(Draw(random, 400, 3000, 0), Draw(random, 400, 3000, 0)));

        Assert.All(drifts, drift => Assert.InRange(drift, 0, 30));
    }

    [Fact]
    public void PerMille_of_two_days_whose_lines_have_several_units_is_next_to_nothing()
    {
        var options = new GeneratorOptions { Orders = 4000, Locations = 20, Skus = 4000, Seed = 3 };

        var drift = DemandDrift.PerMille(Units(ProblemGenerator.Generate(options)), Units(ProblemGenerator.Generate(options with { Day = 1 })));

        Assert.InRange(drift, 0, 20);

        static Dictionary<Sku, long> Units(SourcingProblem problem) =>
            problem.Lines.Sku.Zip(problem.Lines.Quantity).GroupBy(line => line.First).ToDictionary(sku => new Sku($"{sku.Key}"), sku => sku.Sum(line => (long)line.Second));
    }

    [Fact]
    public void PerMille_grows_with_the_share_that_moved()
    {
        var random = new Random(12);
        var before = Draw(random, 400, 30_000, 0);

        int[] drifts = [.. Enumerable.Range(0, 5).Select(hundreds => DemandDrift.PerMille(before, Draw(random, 400, 30_000, 100 * hundreds)))];

        Assert.Equal(drifts.Order(), drifts);
        Assert.InRange(drifts[1], 200, 300);
        Assert.InRange(drifts[4], 950, 1000);
    }

    [Fact]
    public void PerMille_of_nothing_and_something_is_all()
    {
        Assert.Equal(1000, DemandDrift.PerMille(Mix(), Mix(("A", 1))));
        Assert.Equal(0, DemandDrift.PerMille(Mix(), Mix()));
    }

    private static Dictionary<Sku, long> Draw(Random random, int skus, int units, int moved)
    {
        var mix = new Dictionary<Sku, long>();
        for (var unit = 0; unit < units; unit++)
        {
            var number = random.Next(skus);
            var sku = new Sku($"SKU-{(number < moved ? number + skus : number)}");
            mix[sku] = mix.GetValueOrDefault(sku) + 1;
        }

        return mix;
    }

    private static Dictionary<Sku, long> Mix(params (string Sku, long Units)[] units) => units.ToDictionary(sku => new Sku(sku.Sku), sku => sku.Units);
}
