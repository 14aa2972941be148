using System.Collections.Immutable;

namespace Dom.Core.Solving.Models;

/// <summary>
/// A sourcing problem as an integer program: minimise the cost of all variables under all rows. Its optimum is that of the problem, exactly, for every
/// rule that a problem can have. It grows with orders × locations: meant for small problems.
/// </summary>
public sealed class SourcingModel
{
    private readonly SourcingProblem _problem;

    private SourcingModel(SourcingProblem problem, ImmutableArray<ModelVariable> variables, ImmutableArray<ModelRow> rows) =>
        (_problem, Variables, Rows) = (problem, variables, rows);

    /// <summary>The variables, all integers.</summary>
    public ImmutableArray<ModelVariable> Variables { get; }

    /// <summary>The constraints.</summary>
    public ImmutableArray<ModelRow> Rows { get; }

    /// <summary>Writes a problem as a model.</summary>
    /// <param name="problem">The problem.</param>
    public static SourcingModel Of(SourcingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var builder = new ModelBuilder(problem);
        builder.Build();
        return new SourcingModel(problem, builder.Variables, builder.Rows);
    }

    /// <summary>The plan that values of the variables stand for.</summary>
    /// <param name="values">A value for each variable.</param>
    /// <exception cref="ArgumentException">There are not as many values as variables.</exception>
    public AssignmentPlan PlanOf(ReadOnlySpan<long> values)
    {
        if (values.Length != Variables.Length)
        {
            throw new ArgumentException($"There are {values.Length} values; allowed is one for each of the {Variables.Length} variables.", nameof(values));
        }

        var assignments = new List<(int Line, int Location, int Quantity)>();
        for (var variable = 0; variable < values.Length; variable++)
        {
            if (Variables[variable].Kind == VariableKind.Assigned && values[variable] > 0)
            {
                var (line, location) = (Variables[variable].Line, Variables[variable].Location);
                assignments.Add((line, location, (int)(values[variable] * Variables[variable].UnitsEach)));
            }
        }

        return AssignmentPlan.Of(assignments);
    }

    /// <summary>The values of the variables that stand for a plan, as a solver's first solution.</summary>
    /// <param name="plan">A feasible plan of the problem.</param>
    public long[] ValuesOf(AssignmentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var contents = new PlanContents(_problem, plan);
        return [.. Variables.Select(contents.ValueOf)];
    }
}
