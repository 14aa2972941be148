using Dom.Benchmarks.Hosting;
using Dom.Benchmarks.Rivals;
using Dom.Core.Solving.Generation;

namespace Dom.Benchmarks.Tests.Rivals;

public sealed class ModelEstimateTests
{
    [Fact]
    public void Of_some_orders_comes_close_to_the_whole_model()
    {
        var problem = ProblemGenerator.Generate(new GeneratorOptions { Orders = 2000, Locations = 10, Skus = 100, Seed = 1 });
        using var scratch = new ScratchFolder();

        var estimate = ModelEstimate.Of(problem, some => new ShipmentModel(some));

        var whole = ModelFile.Write(new ShipmentModel(problem), scratch.Data("model.mps"));
        Assert.InRange(estimate.Columns / whole.Columns, 0.8, 1.25);
        Assert.InRange(estimate.Bytes / whole.Bytes, 0.5, 2);
    }
}
