using Dom.Core.Solving;
using Dom.Core.Solving.Generation;

namespace Dom.Benchmarks.Solving;

/// <summary>A generated problem of one of the sizes that the documents name.</summary>
/// <param name="Size">Its size.</param>
/// <param name="Seed">Its seed.</param>
internal sealed record Instance(InstanceSize Size, int Seed)
{
    /// <summary>A problem to run the solver on once before it is measured: what a service runs has long been compiled.</summary>
    public static Instance WarmUp { get; } = new(new InstanceSize("L", IsHard: false), 1);

    /// <summary>Makes the problem.</summary>
    /// <param name="day">Another day brings other orders.</param>
    /// <param name="shift">How they differ from what the network was stocked for; none where they do not.</param>
    public SourcingProblem Generate(int day = 0, DemandShift? shift = null)
    {
        var (orders, locations, skus) = Size.Letters switch
        {
            "S" => (100, 20, 200),
            "M" => (1_000, 100, 2_000),
            "L" => (10_000, 500, 10_000),
            "XL" => (100_000, 2_000, 50_000),
            _ => (1_000_000, 5_000, 100_000),
        };
        return ProblemGenerator.Generate(new GeneratorOptions
        {
            Orders = orders,
            Locations = locations,
            Skus = skus,
            Seed = Seed,
            Day = day,
            Shift = shift ?? DemandShift.None,
            Contention = Size.IsHard ? Contention.High : Contention.Low,
        });
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Size}, seed {Seed}";
}
