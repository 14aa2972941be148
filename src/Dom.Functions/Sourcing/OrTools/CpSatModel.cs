using Dom.Core.Solving;
using Dom.Core.Solving.Models;
using Google.OrTools.Sat;

namespace Dom.Functions.Sourcing.OrTools;

/// <summary>A sourcing model as CP-SAT takes it, variable by variable and row by row.</summary>
internal sealed class CpSatModel
{
    private readonly SourcingModel _model;
    private readonly IntVar[] _variables;

    /// <summary>Maps a model.</summary>
    /// <param name="model">The model.</param>
    public CpSatModel(SourcingModel model)
    {
        _model = model;
        Model = new CpModel();
        _variables = [.. model.Variables.Select(variable => Model.NewIntVar(0, variable.Upper, variable.Name))];
        foreach (var row in model.Rows)
        {
            var sum = Sum(row.Terms);
            _ = row.Sense switch
            {
                RowSense.AtMost => Model.AddLinearConstraint(sum, long.MinValue, row.Right),
                RowSense.AtLeast => Model.AddLinearConstraint(sum, row.Right, long.MaxValue),
                _ => Model.AddLinearConstraint(sum, row.Right, row.Right),
            };
        }

        Model.Minimize(Sum(model.Variables.Select((variable, at) => new ModelTerm(at, variable.Cost)).Where(term => term.Coefficient != 0)));
    }

    /// <summary>The model for CP-SAT.</summary>
    public CpModel Model { get; }

    /// <summary>Gives CP-SAT a plan to start from.</summary>
    /// <param name="plan">A feasible plan.</param>
    public void Hint(AssignmentPlan plan)
    {
        var values = _model.ValuesOf(plan);
        for (var at = 0; at < values.Length; at++)
        {
            Model.AddHint(_variables[at], values[at]);
        }
    }

    /// <summary>The plan that CP-SAT found.</summary>
    /// <param name="solver">A solver with a solution of this model.</param>
    public AssignmentPlan PlanOf(CpSolver solver) => _model.PlanOf([.. _variables.Select(variable => solver.Value(variable))]);

    // As LinearExpr on purpose: a variable is a literal as well, and the overloads would compete.
    private LinearExpr Sum(IEnumerable<ModelTerm> terms) => LinearExpr.WeightedSum(
        terms.Select(term => (LinearExpr)_variables[term.Variable]).ToArray(), terms.Select(term => term.Coefficient).ToArray());
}
