using Dom.Core.Solving;

namespace Dom.Benchmarks.Rivals;

/// <summary>How large a model would be, about, by the models of a few hundred of its orders.</summary>
/// <param name="Columns">How many variables.</param>
/// <param name="Bytes">How large its file.</param>
internal sealed record ModelEstimate(double Columns, double Bytes)
{
    private const int Sample = 400;

    /// <summary>Estimates a problem's model.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="create">Makes the model of a problem.</param>
    public static ModelEstimate Of(SourcingProblem problem, Func<SourcingProblem, IRivalModel> create)
    {
        var step = Math.Max(1, problem.OrderCount / Sample);
        int[] orders = [.. Enumerable.Range(0, problem.OrderCount).Where(order => order % step == 0)];
        using var writer = new CountingWriter();
        var (columns, _) = create(SomeOrders.Of(problem, orders)).Write(writer);
        var times = (double)problem.OrderCount / orders.Length;
        return new(columns * times, writer.Count * times);
    }
}
