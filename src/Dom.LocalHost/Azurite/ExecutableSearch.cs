namespace Dom.LocalHost.Azurite;

/// <summary>Finds programs the way a shell does.</summary>
internal static class ExecutableSearch
{
    /// <summary>The full path of a program in one of the folders of a search path.</summary>
    /// <param name="name">The program's name, without an extension.</param>
    /// <param name="searchPath">Folders, separated as in the variable PATH of this platform; null means none.</param>
    /// <returns>The first match, or null when no folder has it.</returns>
    public static string? Find(string name, string? searchPath)
    {
        // npm is a batch file on Windows, node is not.
        string[] extensions = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        var folders = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

        return folders
            .SelectMany(folder => extensions.Select(extension => Path.Combine(folder, name + extension)))
            .FirstOrDefault(File.Exists);
    }
}
