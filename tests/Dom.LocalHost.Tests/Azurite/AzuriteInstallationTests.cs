using Dom.LocalHost.Azurite;

namespace Dom.LocalHost.Tests.Azurite;

public sealed class AzuriteInstallationTests : IDisposable
{
    // What a real npm leaves behind, as far as the installation looks at it.
    private const string Install =
        "test -f package-lock.json && mkdir -p node_modules/azurite/dist/src " +
        "&& echo run > node_modules/azurite/dist/src/azurite.js";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();

    [Fact]
    public async Task EnsureAsync_installs_once_and_says_so()
    {
        var node = Node(Install);

        var first = await Installation().EnsureAsync(node, CancellationToken.None);
        File.Delete(_folder.Sub("npm"));
        var second = await Installation().EnsureAsync(node, CancellationToken.None);

        Assert.Equal(first, second);
        Assert.True(File.Exists(first));
        Assert.Equal([$"azurite-{AzuriteInstallation.Version}"], Installed());
        Assert.Contains("Installing Azurite 3.35.0", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Azurite 3.35.0 is installed in", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnsureAsync_may_run_several_times_at_once()
    {
        var node = Node(Install);

        var scripts = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Installation().EnsureAsync(node, CancellationToken.None)));

        Assert.Single(scripts.Distinct());
        Assert.Equal([$"azurite-{AzuriteInstallation.Version}"], Installed());
    }

    [Fact]
    public async Task EnsureAsync_installs_anew_where_files_are_missing()
    {
        var node = Node(Install);
        var script = await Installation().EnsureAsync(node, CancellationToken.None);
        File.Delete(script);

        await Installation().EnsureAsync(node, CancellationToken.None);

        Assert.True(File.Exists(script));
    }

    [Fact]
    public async Task EnsureAsync_shows_what_npm_said_when_it_failed()
    {
        var node = Node("echo 'npm error network timeout' >&2; exit 7");

        var refusal = await Assert.ThrowsAsync<LocalHostException>(
            () => Installation().EnsureAsync(node, CancellationToken.None));

        Assert.Contains("exit code 7", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("npm error network timeout", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Installed());
    }

    [Fact]
    public async Task EnsureAsync_names_a_cache_folder_that_cannot_be_written()
    {
        var node = Node(Install);
        await File.WriteAllTextAsync(_folder.Sub("cache"), "a file, not a folder");

        var refusal = await Assert.ThrowsAsync<LocalHostException>(
            () => Installation().EnsureAsync(node, CancellationToken.None));

        Assert.Contains(_folder.Sub("cache"), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("XDG_CACHE_HOME", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
    }

    private NodeRuntime Node(string npm)
    {
        _folder.Program("npm", npm);
        return new NodeRuntime("node", _folder.FullPath);
    }

    private AzuriteInstallation Installation() => new(_folder.Sub("cache"), TextWriter.Synchronized(_output));

    private IEnumerable<string?> Installed() =>
        Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Sub("cache"), "dom")).Select(Path.GetFileName);
}
