using System.CommandLine.Parsing;

namespace Dom.LocalHost.Commands;

/// <summary>What folders on a command line must be.</summary>
internal static class FolderRules
{
    /// <summary>Requires that a folder is there.</summary>
    /// <param name="parsed">What was parsed.</param>
    /// <param name="name">What the command line calls it.</param>
    public static void RequireFolder(SymbolResult parsed, string name)
    {
        if (Value(parsed) is { } path && !Directory.Exists(path))
        {
            parsed.AddError($"{name} is '{path}'; allowed is a folder that exists.");
        }
    }

    /// <summary>Requires that there is a folder or nothing, not a file.</summary>
    /// <param name="parsed">What was parsed.</param>
    /// <param name="name">What the command line calls it.</param>
    public static void RefuseFile(SymbolResult parsed, string name)
    {
        if (Value(parsed) is { } path && (string.IsNullOrWhiteSpace(path) || File.Exists(path)))
        {
            parsed.AddError($"{name} is '{path}'; allowed is the path of a folder.");
        }
    }

    private static string? Value(SymbolResult parsed) => parsed.Tokens is [{ Value: var path }] ? path : null;
}
