using System.Diagnostics;

namespace Dom.LocalHost.Azurite;

/// <summary>The Node.js of this machine, which Azurite is written for.</summary>
/// <param name="Node">Full path of <c>node</c>.</param>
/// <param name="SearchPath">The search path it was found in, where <c>npm</c> is looked for when it is needed.</param>
internal sealed record NodeRuntime(string Node, string? SearchPath)
{
    /// <summary>The oldest Node.js that the pinned Azurite runs on.</summary>
    public const int OldestMajorVersion = 20;

    private const string HowToInstall =
        "Install Node.js 20 or newer (https://nodejs.org) and start again, " +
        "or set DataStorage in local.settings.json to the connection string of a storage account.";

    /// <summary>Finds Node.js in PATH.</summary>
    /// <exception cref="LocalHostException">There is none, it does not run, or it is too old.</exception>
    public static Task<NodeRuntime> FindAsync(CancellationToken cancellationToken) =>
        FindAsync(Environment.GetEnvironmentVariable("PATH"), cancellationToken);

    /// <summary>Finds Node.js in a search path.</summary>
    /// <param name="searchPath">Folders, separated as in PATH.</param>
    /// <param name="cancellationToken">Stops waiting for the program's answer.</param>
    /// <exception cref="LocalHostException">There is none, it does not run, or it is too old.</exception>
    public static async Task<NodeRuntime> FindAsync(string? searchPath, CancellationToken cancellationToken)
    {
        var node = ExecutableSearch.Find("node", searchPath)
            ?? throw new LocalHostException(
                $"Node.js was not found in PATH; Azurite, the local storage, needs it. {HowToInstall}");
        var version = await VersionAsync(node, cancellationToken).ConfigureAwait(false);

        if (MajorOf(version) is not { } major)
        {
            throw new LocalHostException(
                $"'{node} --version' answered '{version}', which is no version. {HowToInstall}");
        }

        return major >= OldestMajorVersion
            ? new NodeRuntime(node, searchPath)
            : throw new LocalHostException(
                $"Node.js {version} in '{node}' is too old; Azurite needs version {OldestMajorVersion} or newer. " +
                HowToInstall);
    }

    /// <summary>Finds npm, which comes with Node.js but is a package of its own in some distributions.</summary>
    /// <returns>Its full path.</returns>
    /// <exception cref="LocalHostException">There is none.</exception>
    public string FindNpm() =>
        ExecutableSearch.Find("npm", SearchPath)
        ?? throw new LocalHostException(
            $"npm was not found in PATH, though Node.js is '{Node}'; it installs Azurite, the local storage. " +
            "Install npm (on Debian and Ubuntu: the package 'npm') and start again.");

    private static int? MajorOf(string version) =>
        int.TryParse(version.TrimStart('v').Split('.')[0], out var major) ? major : null;

    private static async Task<string> VersionAsync(string node, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(node, "--version") { RedirectStandardOutput = true, UseShellExecute = false };
        try
        {
            using var process = Process.Start(start)!;
            var answer = await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return answer.Trim();
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new LocalHostException($"'{node}' cannot be run: {failure.Message}. {HowToInstall}", failure);
        }
    }
}
