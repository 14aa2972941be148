using Dom.LocalHost.Azurite;

namespace Dom.LocalHost.Tests.Azurite;

public sealed class NodeRuntimeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task FindAsync_says_what_to_do_without_node()
    {
        var refusal = await Assert.ThrowsAsync<LocalHostException>(
            () => NodeRuntime.FindAsync(_folder.FullPath, CancellationToken.None));

        Assert.Contains("Node.js was not found in PATH", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Install Node.js 20 or newer", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v18.20.4", "is too old; Azurite needs version 20 or newer")]
    [InlineData("what?", "answered 'what?', which is no version")]
    public async Task FindAsync_refuses_other_versions(string version, string expected)
    {
        _folder.Program("node", $"echo '{version}'");

        var refusal = await Assert.ThrowsAsync<LocalHostException>(
            () => NodeRuntime.FindAsync(_folder.FullPath, CancellationToken.None));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindNpm_says_what_to_do_without_npm()
    {
        _folder.Program("node", "echo v20.0.0");
        var node = await NodeRuntime.FindAsync(_folder.FullPath, CancellationToken.None);

        var refusal = Assert.Throws<LocalHostException>(node.FindNpm);

        Assert.Contains("npm was not found in PATH", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
