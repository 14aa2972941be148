using Dom.Benchmarks.Hosting;
using Dom.Benchmarks.Rivals;
using Dom.Core.Solving;
using Dom.Core.Solving.Generation;

namespace Dom.Benchmarks.Tests.Rivals;

/// <summary>The model of shipments, held against the exported one: CBC, started as the benchmark starts it, proves the same optimum with either.</summary>
public sealed class ShipmentModelTests
{
    private static readonly RivalLimits Limits = new(60, 1_000_000_000);

    // Ten times as heavy, a parcel more is cheaper than a band more: a location could seem to send two.
    [Theory]
    [InlineData(1, Contention.Low, 1)]
    [InlineData(2, Contention.High, 1)]
    [InlineData(3, Contention.Low, 10)]
    [InlineData(4, Contention.High, 10)]
    public async Task Optimum_is_that_of_the_compact_model(int seed, Contention contention, int weight)
    {
        var generated = ProblemGenerator.Generate(new GeneratorOptions { Orders = 40, Locations = 8, Skus = 60, Seed = seed, Contention = contention });
        var problem = WithWeight(generated, weight);

        var shipments = await SolveAsync(problem, new ShipmentModel(problem));
        var compact = await SolveAsync(problem, new CompactModel(problem));

        Assert.NotNull(shipments.Cost);
        Assert.Equal(compact.Cost, shipments.Cost);
        Assert.Equal(shipments.Cost.Value, shipments.Bound!.Value, 0.5);
        Assert.NotNull(shipments.SecondsToOnePercent);
    }

    private static SourcingProblem WithWeight(SourcingProblem problem, int times) => new()
    {
        Locations = problem.Locations,
        Stock = problem.Stock,
        Orders = problem.Orders,
        Modes = problem.Modes,
        UnfilledUnitCost = problem.UnfilledUnitCost,
        Lines = new LineColumns
        {
            Ids = problem.Lines.Ids,
            Sku = problem.Lines.Sku,
            Quantity = problem.Lines.Quantity,
            UnitGrams = [.. problem.Lines.UnitGrams.Select(grams => grams * times)],
            Mode = problem.Lines.Mode,
            Splittable = problem.Lines.Splittable,
            OnlyLocation = problem.Lines.OnlyLocation,
        },
    };

    private static async Task<Standing> SolveAsync(SourcingProblem problem, IRivalModel model)
    {
        using var scratch = new ScratchFolder();
        var file = ModelFile.Write(model, scratch.Data("model.mps"));
        return await RivalRun.RunAsync(await KnownRivals.CbcAsync(), problem, file, Limits);
    }
}
