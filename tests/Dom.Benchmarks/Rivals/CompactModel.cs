using Dom.Core.Solving;
using Dom.Core.Solving.Models;

namespace Dom.Benchmarks.Rivals;

/// <summary>The program of <see cref="SourcingModel"/>: a variable for each line and location, and for each parcel and weight band.</summary>
/// <param name="problem">The problem.</param>
internal sealed class CompactModel(SourcingProblem problem) : IRivalModel
{
    private readonly SourcingModel _model = SourcingModel.Of(problem);

    /// <inheritdoc/>
    public (int Columns, int Rows) Write(TextWriter writer)
    {
        MpsWriter.Write(_model, writer);
        return (_model.Variables.Length, _model.Rows.Length);
    }

    /// <inheritdoc/>
    public AssignmentPlan PlanOf(IEnumerable<KeyValuePair<int, long>> values)
    {
        var all = new long[_model.Variables.Length];
        foreach (var (variable, value) in values)
        {
            all[variable] = value;
        }

        return _model.PlanOf(all);
    }
}
