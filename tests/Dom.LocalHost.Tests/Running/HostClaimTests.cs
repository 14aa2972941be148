using Dom.LocalHost.Running;

namespace Dom.LocalHost.Tests.Running;

public sealed class HostClaimTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "dom-claim-" + Guid.NewGuid().ToString("N"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Take_refuses_a_folder_that_another_host_has()
    {
        await using var first = HostClaim.Take(_folder);

        var refused = Assert.Throws<LocalHostException>(() => HostClaim.Take(_folder));

        Assert.Equal($"Another host runs on the data folder '{_folder}'. Stop it, or name another folder with --data.", refused.Message);
    }

    [Fact]
    public async Task Take_takes_a_folder_that_was_given_up()
    {
        await HostClaim.Take(_folder).DisposeAsync();

        await using var second = HostClaim.Take(_folder);

        Assert.NotNull(second);
    }
}
