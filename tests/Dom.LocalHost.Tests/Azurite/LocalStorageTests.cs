using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using Dom.LocalHost.Azurite;

namespace Dom.LocalHost.Tests.Azurite;

public sealed class LocalStorageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly AzuritePorts _usual = AzuritePorts.Free();

    [Fact]
    public async Task OpenAsync_takes_another_connection_string_as_it_is()
    {
        const string Given = "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=a2V5";

        await using var storage = await LocalStorage.OpenAsync(
            Options("data") with { ConnectionString = Given }, CancellationToken.None);

        Assert.Equal((Given, false), (storage.ConnectionString, storage.IsAzurite));
        Assert.False(Directory.Exists(_folder.Sub("data")));
    }

    [Fact]
    public async Task DisposeAsync_leaves_whole_files_that_the_next_start_reads()
    {
        await using (var first = await OpenAsync("data"))
        {
            await TableOf(first).CreateIfNotExistsAsync();
            await TableOf(first).AddEntityAsync(new TableEntity("p", "r"));
            Assert.Equal(AzuriteAccount.ConnectionString(_usual), first.ConnectionString);
        }

        var between = await AzuriteProbe.AskAsync(_usual, CancellationToken.None);
        await using var second = await OpenAsync("data");
        var row = await TableOf(second).GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.Equal(PortAnswer.Nothing, between);
        Assert.True(row.HasValue);
    }

    [Fact]
    public async Task OpenAsync_takes_over_the_azurite_of_a_host_that_was_killed()
    {
        var killed = await StartAsAHostThatIsThenKilledAsync(AzuritePorts.Free());

        await using (var storage = await OpenAsync("data"))
        {
            Assert.Equal(AzuriteAccount.ConnectionString(killed.Ports), storage.ConnectionString);
        }

        Assert.Equal(PortAnswer.Nothing, await AzuriteProbe.AskAsync(killed.Ports, CancellationToken.None));
        Assert.Null(AzuriteRecord.Read(_folder.Sub("data")));
        await killed.DisposeAsync();
    }

    [Fact]
    public async Task OpenAsync_uses_an_unmarked_azurite_and_leaves_it_running()
    {
        await using var theirs = await StartAsync("theirs", _usual);

        await using (var storage = await OpenAsync("data"))
        {
            Assert.Equal(AzuriteAccount.ConnectionString(_usual), storage.ConnectionString);
        }

        Assert.Equal(PortAnswer.Azurite, await AzuriteProbe.AskAsync(_usual, CancellationToken.None));
    }

    [Fact]
    public async Task OpenAsync_keeps_away_from_the_azurite_of_another_data_folder()
    {
        await using var other = await OpenAsync("other");

        await using var storage = await OpenAsync("data");

        Assert.NotEqual(other.ConnectionString, storage.ConnectionString);
        Assert.Contains($"serves {_folder.Sub("other")}", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpenAsync_by_two_hosts_at_once_gives_each_a_storage_of_its_own(bool isOneRunning)
    {
        await using var theirs = isOneRunning ? await StartAsync("theirs", _usual) : null;

        var opened = await Task.WhenAll(OpenQuietlyAsync("one"), OpenQuietlyAsync("other"));

        await using var one = opened[0];
        await using var other = opened[1];
        Assert.NotEqual(one.ConnectionString, other.ConnectionString);
        Assert.Single(opened, storage => storage.ConnectionString == AzuriteAccount.ConnectionString(_usual));
    }

    [Fact]
    public async Task OpenAsync_keeps_away_from_a_stranger()
    {
        using var stranger = new TcpListener(IPAddress.Loopback, _usual.Queue);
        stranger.Start();

        await using var storage = await OpenAsync("data");

        Assert.NotEqual(AzuriteAccount.ConnectionString(_usual), storage.ConnectionString);
        Assert.Contains("something else listens there", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_shares_the_storage_of_a_host_with_the_same_data_folder()
    {
        await using var first = await OpenAsync("data");

        await using (var second = await OpenAsync("data"))
        {
            Assert.Equal(first.ConnectionString, second.ConnectionString);
        }

        Assert.Equal(PortAnswer.Azurite, await AzuriteProbe.AskAsync(_usual, CancellationToken.None));
    }

    [Fact]
    public async Task OpenAsync_waits_for_a_host_that_is_about_to_give_the_data_folder_up()
    {
        var other = DataFolder.Open(_folder.Sub("data"));
        Assert.True(other.TryClaim());

        var opening = OpenAsync("data");
        other.Dispose();
        await using var storage = await opening;

        Assert.Equal(AzuriteAccount.ConnectionString(_usual), storage.ConnectionString);
    }

    [Fact]
    public async Task OpenAsync_names_a_data_folder_that_cannot_be_written()
    {
        await File.WriteAllTextAsync(_folder.Sub("data"), "a file, not a folder");

        var refusal = await Assert.ThrowsAsync<LocalHostException>(() => OpenAsync("data"));

        Assert.Contains(_folder.Sub("data"), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_shows_what_azurite_said_when_it_does_not_start()
    {
        Directory.CreateDirectory(_folder.Sub("data"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Sub("data"), "azurite"), "a file, not a folder");

        var refusal = await Assert.ThrowsAsync<LocalHostException>(() => OpenAsync("data"));

        Assert.Contains("ended right after its start", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("unhandled error", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
    }

    private static TableClient TableOf(LocalStorage storage) =>
        new TableServiceClient(storage.ConnectionString).GetTableClient("kept");

    private LocalStorageOptions Options(string folder) => new(_folder.Sub(folder), _output) { UsualPorts = _usual };

    private Task<LocalStorage> OpenAsync(string folder) =>
        LocalStorage.OpenAsync(Options(folder), CancellationToken.None);

    private Task<LocalStorage> OpenQuietlyAsync(string folder) =>
        LocalStorage.OpenAsync(Options(folder) with { Output = TextWriter.Null }, CancellationToken.None);

    private async Task<AzuriteProcess> StartAsync(string folder, AzuritePorts ports)
    {
        var node = await NodeRuntime.FindAsync(CancellationToken.None);
        var script = await new AzuriteInstallation(AzuriteInstallation.DefaultCacheFolder(), _output)
            .EnsureAsync(node, CancellationToken.None);
        var data = Directory.CreateDirectory(_folder.Sub(folder)).FullName;
        var process = AzuriteProcess.Start(node, script, ports, data);
        Assert.True(await process.WaitUntilReadyAsync(CancellationToken.None));
        return process;
    }

    private async Task<AzuriteProcess> StartAsAHostThatIsThenKilledAsync(AzuritePorts ports)
    {
        var process = await StartAsync("data", ports);
        new AzuriteRecord(process.Id, ports).Write(_folder.Sub("data"));
        await new DataMarker(AzuriteAccount.ConnectionString(ports))
            .WriteAsync(new DataMark(_folder.Sub("data"), process.Id), over: null, CancellationToken.None);
        return process;
    }
}
