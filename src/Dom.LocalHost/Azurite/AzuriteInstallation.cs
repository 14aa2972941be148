using System.Reflection;

namespace Dom.LocalHost.Azurite;

/// <summary>The pinned Azurite, installed once per user and shared by all data folders.</summary>
/// <param name="cacheFolder">Folder of the user's caches; Azurite goes into <c>dom/azurite-{version}</c> under
/// it.</param>
/// <param name="output">Where the installation tells what it does.</param>
internal sealed class AzuriteInstallation(string cacheFolder, TextWriter output)
{
    /// <summary>The newest version that runs on Node.js 20.</summary>
    public const string Version = "3.35.0";

    private const string EntryPoint = "node_modules/azurite/dist/src/azurite.js";

    private static readonly TimeSpan StaleAfter = TimeSpan.FromHours(1);

    private readonly string _parent = Path.Combine(cacheFolder, "dom");

    /// <summary>The user's cache folder: XDG_CACHE_HOME or ~/.cache, on Windows the local application data.</summary>
    public static string DefaultCacheFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        }

        // The XDG Base Directory Specification has a relative value ignored.
        var configured = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        return Path.IsPathRooted(configured)
            ? configured
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
    }

    /// <summary>Installs Azurite where it is not there yet.</summary>
    /// <param name="node">The Node.js whose npm installs it.</param>
    /// <param name="cancellationToken">Gives up; what was downloaded is thrown away.</param>
    /// <returns>Full path of the script to run with Node.js.</returns>
    /// <exception cref="LocalHostException">npm is missing or failed, or the cache folder cannot be
    /// written.</exception>
    public async Task<string> EnsureAsync(NodeRuntime node, CancellationToken cancellationToken)
    {
        var final = Path.Combine(_parent, $"azurite-{Version}");
        var script = Path.Combine(final, EntryPoint);

        if (!File.Exists(script))
        {
            try
            {
                await InstallAsync(node, final, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new LocalHostException(
                    $"Azurite cannot be installed in '{final}': {failure.Message.TrimEnd('.')}. " +
                    "Make room or make the folder writable, or name another one in XDG_CACHE_HOME.", failure);
            }
        }

        return script;
    }

    private async Task InstallAsync(NodeRuntime node, string final, CancellationToken cancellationToken)
    {
        var npm = node.FindNpm();
        Directory.CreateDirectory(_parent);
        RemoveStale();

        // Beside its final place and under a name of its own: a second host may be installing at the same moment, and a
        // rename within one file system is whole or not at all.
        var beside = Path.Combine(_parent, $".azurite-{Version}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(beside);
        try
        {
            await UnpackAsync("package.json", beside, cancellationToken).ConfigureAwait(false);
            await UnpackAsync("package-lock.json", beside, cancellationToken).ConfigureAwait(false);
            await new NpmInstall(npm, beside, output).RunAsync(cancellationToken).ConfigureAwait(false);
            Publish(beside, final);
            await output.WriteLineAsync($"Azurite {Version} is installed in {final}").ConfigureAwait(false);
        }
        finally
        {
            Remove(beside);
        }
    }

    private static void Publish(string beside, string final)
    {
        if (Directory.Exists(final) && !File.Exists(Path.Combine(final, EntryPoint)))
        {
            Remove(final);
        }

        try
        {
            Directory.Move(beside, final);
        }
        catch (IOException) when (File.Exists(Path.Combine(final, EntryPoint)))
        {
            // Another host was faster; its installation is as good as ours.
        }
    }

    private void RemoveStale()
    {
        var oldest = DateTime.UtcNow - StaleAfter;
        foreach (var folder in Directory.EnumerateDirectories(_parent, ".azurite-*"))
        {
            if (Directory.GetCreationTimeUtc(folder) < oldest)
            {
                Remove(folder);
            }
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task UnpackAsync(string name, string folder, CancellationToken cancellationToken)
    {
        var source = Assembly.GetExecutingAssembly().GetManifestResourceStream($"azurite/{name}")
            ?? throw new InvalidOperationException($"The assembly carries no resource 'azurite/{name}'.");
        await using (source.ConfigureAwait(false))
        {
            var target = File.Create(Path.Combine(folder, name));
            await using (target.ConfigureAwait(false))
            {
                await source.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
