using System.Globalization;

namespace Dom.Benchmarks.Rivals;

/// <summary>Reads the values that solvers write: a line for a variable, with its index from 0 or 1 and its value.</summary>
internal static class SolutionFile
{
    // Solvers' integers are floating-point numbers within 1e-6.
    private const double IntegerTolerance = 1e-4;

    /// <summary>CBC's: after the status a line for each variable that is not 0: index from 0, name, value, reduced cost. None where it found no whole numbers.</summary>
    /// <param name="lines">The file.</param>
    public static Dictionary<int, long>? ReadCbc(IEnumerable<string> lines)
    {
        var rows = lines.ToArray();
        return rows.Length == 0 || rows[0].Contains("no integer solution", StringComparison.Ordinal) || rows[0].StartsWith("Infeasible", StringComparison.Ordinal)
            ? null
            : Values(rows.Skip(1).Select(row => row.TrimStart(' ', '*')), index: 0, value: 2, firstIndex: 0);
    }

    /// <summary>GLPK's, as its option <c>--write</c> makes it: lines <c>j INDEX VALUE</c> with indices from 1. None where the line <c>s mip</c> tells of no solution.</summary>
    /// <param name="lines">The file.</param>
    public static Dictionary<int, long>? ReadGlpk(IEnumerable<string> lines)
    {
        var rows = lines.ToArray();
        var status = rows.FirstOrDefault(row => row.StartsWith("s mip", StringComparison.Ordinal))?.Split(' ');
        return status is [_, _, _, _, "o" or "f", ..] ? Values(rows.Where(row => row.StartsWith("j ", StringComparison.Ordinal)), index: 1, value: 2, firstIndex: 1) : null;
    }

    /// <summary>That of <c>highs/solve.mjs</c>: lines <c>INDEX VALUE</c> of the variables that are not 0, with indices from 0.</summary>
    /// <param name="lines">The file.</param>
    public static Dictionary<int, long> ReadHighs(IEnumerable<string> lines) => Values(lines, index: 0, value: 1, firstIndex: 0);

    private static Dictionary<int, long> Values(IEnumerable<string> rows, int index, int value, int firstIndex)
    {
        var values = new Dictionary<int, long>();
        foreach (var row in rows)
        {
            var words = row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length <= value
                || !int.TryParse(words[index], CultureInfo.InvariantCulture, out var variable)
                || !double.TryParse(words[value], CultureInfo.InvariantCulture, out var number)
                || Math.Abs(number - Math.Round(number)) > IntegerTolerance)
            {
                throw new FormatException($"The solution's line «{row}» has not an index as word {index + 1} and a whole number as word {value + 1}.");
            }

            if (Math.Round(number) != 0)
            {
                values.Add(variable - firstIndex, (long)Math.Round(number));
            }
        }

        return values;
    }
}
