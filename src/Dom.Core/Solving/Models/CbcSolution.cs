using System.Collections.Immutable;
using System.Globalization;

namespace Dom.Core.Solving.Models;

/// <summary>A solution as CBC writes it with its command <c>solution</c>: a line with its status and objective, then a line for each variable that is not 0.</summary>
/// <param name="IsOptimal">Whether CBC proved it the best.</param>
/// <param name="Objective">What it costs by CBC's reckoning, in floating point.</param>
/// <param name="Values">The value of each variable of the model, rounded to the integer that it stands for.</param>
public sealed record CbcSolution(bool IsOptimal, double Objective, ImmutableArray<long> Values)
{
    // CBC's integers are floating-point numbers within 1e-6.
    private const double IntegerTolerance = 1e-4;

    /// <summary>Reads a solution.</summary>
    /// <param name="model">The model that CBC solved.</param>
    /// <param name="reader">The solution file.</param>
    /// <exception cref="FormatException">The file is not a solution of the model: the message names the line.</exception>
    public static CbcSolution Read(SourcingModel model, TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(reader);
        var status = reader.ReadLine() ?? throw new FormatException("The solution is empty: its first line must tell status and objective value.");
        var words = status.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !double.TryParse(words[^1], CultureInfo.InvariantCulture, out var objective))
        {
            throw new FormatException($"The solution's first line is «{status}»: it must end with the objective value.");
        }

        var indices = model.Variables.Select((variable, at) => (variable.Name, at)).ToDictionary(pair => pair.Name, pair => pair.at, StringComparer.Ordinal);
        var values = new long[model.Variables.Length];
        while (reader.ReadLine() is { } line)
        {
            var (name, value) = ReadValue(line);
            values[indices.TryGetValue(name, out var at) ? at : throw new FormatException($"The solution's line «{line}» names a variable that the model has not.")] = value;
        }

        return new CbcSolution(status.StartsWith("Optimal", StringComparison.Ordinal), objective, [.. values]);
    }

    /// <summary>A line: index, name, value, reduced cost; before them two stars where the value breaks a bound.</summary>
    private static (string Name, long Value) ReadValue(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 4 || !double.TryParse(words[2], CultureInfo.InvariantCulture, out var value) || Math.Abs(value - Math.Round(value)) > IntegerTolerance)
        {
            throw new FormatException($"The solution's line «{line}» is not an index, a name, a whole number and a reduced cost.");
        }

        return (words[1], (long)Math.Round(value));
    }
}
