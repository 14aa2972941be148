using System.CommandLine;

namespace Dom.LocalHost;

/// <summary>Says what is wrong with a command line.</summary>
internal static class CommandLineErrors
{
    /// <summary>Exit status of a command line that is not allowed.</summary>
    public const int ExitStatus = 2;

    /// <summary>Writes each error on a line of its own.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="error">Where to.</param>
    /// <returns><see cref="ExitStatus"/>, or null where nothing is wrong and the command can be invoked.</returns>
    public static int? Report(ParseResult parsed, TextWriter error)
    {
        foreach (var wrong in parsed.Errors)
        {
            error.WriteLine(wrong.Message);
        }

        return parsed.Errors.Count == 0 ? null : ExitStatus;
    }
}
