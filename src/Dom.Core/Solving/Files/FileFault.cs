using System.Globalization;
using System.Text;

namespace Dom.Core.Solving.Files;

/// <summary>One thing that is wrong with a file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line, counted from 1 as editors do, where the row begins; 0 where the fault has none.</param>
/// <param name="Column">The column's name, or the setting's; empty where the fault concerns a whole row or file.</param>
/// <param name="Value">What stands there, at most its first 100 characters; none where something is missing.</param>
/// <param name="Allowed">What is allowed there, as the end of the sentence "allowed is …".</param>
public sealed record FileFault(string File, int Line, string Column, string? Value, string Allowed)
{
    private const int MostCharacters = 100;

    /// <summary>The fault as a sentence on one line.</summary>
    public string ToSentence()
    {
        var place = File
            + (Line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", line {Line}"))
            + (Column.Length == 0 ? "" : $", column {Column}");
        return $"{place} is {(Value is null ? "missing" : $"'{Value}'")}; allowed is {Allowed}.";
    }

    /// <summary>A value as a fault shows it: its beginning, on one line.</summary>
    /// <param name="value">The value as it stands in the file.</param>
    internal static string Show(ReadOnlySpan<byte> value)
    {
        var shown = new StringBuilder();
        foreach (var rune in Encoding.UTF8.GetString(value[..Math.Min(value.Length, 4 * MostCharacters)]).EnumerateRunes())
        {
            if (shown.Length >= MostCharacters)
            {
                break;
            }

            _ = Rune.IsControl(rune) ? shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}") : shown.Append(rune.ToString());
        }

        return shown.ToString();
    }
}
