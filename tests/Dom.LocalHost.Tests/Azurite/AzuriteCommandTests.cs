using Dom.LocalHost.Azurite;

namespace Dom.LocalHost.Tests.Azurite;

public sealed class AzuriteCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ToStartInfo_gives_azurite_a_session_of_its_own_where_it_can()
    {
        var command = new AzuriteCommand("/bin/node", "azurite.js", "/data/azurite", new AzuritePorts(1, 2, 3));
        var without = command.ToStartInfo("/data/azurite.log", _folder.FullPath);
        _folder.Program("setsid", "");

        var with = command.ToStartInfo("/data/azurite.log", _folder.FullPath);

        Assert.DoesNotContain(without.ArgumentList, argument => argument.Contains("setsid", StringComparison.Ordinal));
        Assert.Contains(with.ArgumentList, argument => argument.StartsWith("exec setsid ", StringComparison.Ordinal));
    }

    [Fact]
    public void ToStartInfo_passes_folder_and_ports()
    {
        var command = new AzuriteCommand("/bin/node", "azurite.js", "/data/azurite", new AzuritePorts(1, 2, 3));

        var start = command.ToStartInfo("/data/azurite.log", null);

        Assert.Contains(
            "/bin/node azurite.js --silent --disableTelemetry --skipApiVersionCheck --location /data/azurite " +
            "--blobPort 1 --queuePort 2 --tablePort 3",
            string.Join(' ', start.ArgumentList),
            StringComparison.Ordinal);
        Assert.False(start.Environment.ContainsKey("AZURITE_ACCOUNTS"));
    }

    public void Dispose() => _folder.Dispose();
}
