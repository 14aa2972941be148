using Dom.Core.Solving;

namespace Dom.Benchmarks.Rivals;

/// <summary>A problem as an integer program, as other solvers take it.</summary>
internal interface IRivalModel
{
    /// <summary>Writes the program in free MPS format. Its variables have the indices in which they are written, from 0.</summary>
    /// <param name="writer">Where to.</param>
    /// <returns>How many columns and rows it has.</returns>
    (int Columns, int Rows) Write(TextWriter writer);

    /// <summary>The plan that a solution stands for.</summary>
    /// <param name="values">The variables that are not 0, by their indices.</param>
    AssignmentPlan PlanOf(IEnumerable<KeyValuePair<int, long>> values);
}
