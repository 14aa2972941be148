using System.Globalization;

namespace Dom.Core.Solving.Models;

/// <summary>Writes a model in the LP format that CBC, GLPK and HiGHS read (that of CPLEX).</summary>
public static class LpWriter
{
    private const int TermsOnALine = 6;

    /// <summary>Writes a model.</summary>
    /// <param name="model">The model; it has a variable at least.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(SourcingModel model, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write("Minimize\n cost:");
        var costs = model.Variables.Select((variable, at) => new ModelTerm(at, variable.Cost)).Where(term => term.Coefficient != 0).ToArray();

        // Readers want a term; 0 is one.
        WriteTerms(model, costs.Length > 0 ? costs : [new ModelTerm(0, 0)], writer);
        writer.Write("\nSubject To\n");
        foreach (var row in model.Rows)
        {
            writer.Write($" {row.Name}:");
            WriteTerms(model, row.Terms, writer);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $" {Sign(row.Sense)} {row.Right}\n"));
        }

        writer.Write("Bounds\n");
        foreach (var variable in model.Variables.Where(variable => variable.Upper != 1))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $" 0 <= {variable.Name} <= {variable.Upper}\n"));
        }

        WriteNames("Generals", model.Variables.Where(variable => variable.Upper != 1), writer);
        WriteNames("Binaries", model.Variables.Where(variable => variable.Upper == 1), writer);
        writer.Write("End\n");
    }

    private static void WriteTerms(SourcingModel model, IReadOnlyList<ModelTerm> terms, TextWriter writer)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            var (variable, coefficient) = terms[at];
            writer.Write(at > 0 && at % TermsOnALine == 0 ? "\n  " : "");
            writer.Write(string.Create(
                CultureInfo.InvariantCulture, $" {(coefficient < 0 ? '-' : '+')} {Math.Abs(coefficient)} {model.Variables[variable].Name}"));
        }
    }

    private static void WriteNames(string section, IEnumerable<ModelVariable> variables, TextWriter writer)
    {
        writer.Write(section + "\n");
        foreach (var variable in variables)
        {
            writer.Write($" {variable.Name}\n");
        }
    }

    private static string Sign(RowSense sense) => sense switch { RowSense.AtMost => "<=", RowSense.AtLeast => ">=", _ => "=" };
}
