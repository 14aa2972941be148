using System.Globalization;

namespace Dom.Core.Solving.Models;

/// <summary>Writes a model in free MPS format: GLPK reads it with <c>--freemps</c>, CBC and HiGHS know it from the word FREE and by themselves.</summary>
public static class MpsWriter
{
    private const string Objective = "cost";

    /// <summary>Writes a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(SourcingModel model, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write($"NAME dom FREE\nROWS\n N {Objective}\n");
        foreach (var row in model.Rows)
        {
            writer.Write($" {Sign(row.Sense)} {row.Name}\n");
        }

        WriteColumns(model, writer);
        writer.Write("RHS\n");
        foreach (var row in model.Rows.Where(row => row.Right != 0))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $" rhs {row.Name} {row.Right}\n"));
        }

        writer.Write("BOUNDS\n");
        foreach (var variable in model.Variables)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $" UP bnd {variable.Name} {variable.Upper}\n"));
        }

        writer.Write("ENDATA\n");
    }

    private static void WriteColumns(SourcingModel model, TextWriter writer)
    {
        var entries = model.Variables.Select(_ => new List<(string Row, long Coefficient)>()).ToArray();
        foreach (var row in model.Rows)
        {
            foreach (var (variable, coefficient) in row.Terms)
            {
                entries[variable].Add((row.Name, coefficient));
            }
        }

        writer.Write("COLUMNS\n whole 'MARKER' 'INTORG'\n");
        for (var at = 0; at < entries.Length; at++)
        {
            var variable = model.Variables[at];
            foreach (var (row, coefficient) in entries[at].Prepend((Row: Objective, Coefficient: variable.Cost)))
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $" {variable.Name} {row} {coefficient}\n"));
            }
        }

        writer.Write(" endwhole 'MARKER' 'INTEND'\n");
    }

    private static char Sign(RowSense sense) => sense switch { RowSense.AtMost => 'L', RowSense.AtLeast => 'G', _ => 'E' };
}
