namespace Dom.Benchmarks;

/// <summary>Where things are in the repository.</summary>
internal static class Repository
{
    /// <summary>The configuration that this was built in: <c>Debug</c> or <c>Release</c>.</summary>
    public const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    /// <summary>Full path of the repository.</summary>
    public static string Root { get; } = Find();

    /// <summary>Full path of the local host's project.</summary>
    public static string HostProject => Path.Combine(Root, "src", "Dom.LocalHost");

    /// <summary>Full path of the local host, built in the same configuration as this.</summary>
    public static string HostDll =>
        Path.Combine(Root, "artifacts", "bin", "Dom.LocalHost", Configuration.ToLowerInvariant(), "Dom.LocalHost.dll");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dom.Functions.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Dom.Functions.sln above '{AppContext.BaseDirectory}'; run the benchmarks from where they were built.");
    }
}
