using Dom.Core.Solving;
using Dom.Core.Solving.Generation;

namespace Dom.Benchmarks.Solving;

/// <summary>A generated problem of one of the sizes that the documents name.</summary>
/// <param name="Size">S, M, L, XL or XXL; with an <c>h</c>, stock and places are scarce.</param>
/// <param name="Seed">Its seed.</param>
internal sealed record Instance(string Size, int Seed)
{
    /// <summary>Makes the problem.</summary>
    /// <param name="day">Another day brings other orders.</param>
    /// <param name="shift">How they differ from what the network was stocked for; none where they do not.</param>
    public SourcingProblem Generate(int day = 0, DemandShift? shift = null)
    {
        var (orders, locations, skus) = Size.TrimEnd('h') switch
        {
            "S" => (100, 20, 200),
            "M" => (1_000, 100, 2_000),
            "L" => (10_000, 500, 10_000),
            "XL" => (100_000, 2_000, 50_000),
            "XXL" => (1_000_000, 5_000, 100_000),
            _ => throw new ArgumentException($"Size '{Size}' is unknown; allowed are S, M, L, XL and XXL, with or without h."),
        };
        return ProblemGenerator.Generate(new GeneratorOptions
        {
            Orders = orders,
            Locations = locations,
            Skus = skus,
            Seed = Seed,
            Day = day,
            Shift = shift ?? DemandShift.None,
            Contention = Size.EndsWith('h') ? Contention.High : Contention.Low,
        });
    }
}
