using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Dom.EndToEnd.Tests.Hosting;
using Dom.LocalHost.Azurite;

namespace Dom.EndToEnd.Tests.Commands;

/// <summary>What is in the way of a start is said in a sentence, and the exit status tells.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dom-run-").FullName;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("--port", "--servicebus-port")]
    [InlineData("--servicebus-port", "--port")]
    public async Task A_port_in_use_is_named(string option, string other)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = FormattableString.Invariant($"{((IPEndPoint)listener.LocalEndpoint).Port}");

        var run = await CommandRun.RunAsync(["--data", Data, option, port, other, "0", "--empty"]);

        Assert.Equal(1, run.Status);
        Assert.Contains(port, run.Error, StringComparison.Ordinal);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Null(AzuriteRecord.Read(Data));
    }

    [Fact]
    public async Task A_missing_node_is_named()
    {
        var run = await CommandRun.RunAsync(
            ["--data", Data, "--port", "0", "--servicebus-port", "0"], _folder, new Dictionary<string, string> { ["PATH"] = _folder, ["XDG_CACHE_HOME"] = _folder });

        Assert.Equal(1, run.Status);
        Assert.Contains("Node.js was not found in PATH", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"Values\": ")]
    [InlineData("{ \"Values\": [] }")]
    [InlineData("{ \"Values\": { \"TablePrefix\": \"no prefix!\" } }")]
    [InlineData("{ \"Values\": { \"LookAgainAfter\": \"soon\" } }")]
    [InlineData("{ \"Values\": { \"LocalHistoryKeptFor\": \"00:00:01\" } }")]
    [InlineData("{ \"Values\": { \"DataStorage\": \"nonsense\" } }")]
    public async Task Broken_settings_are_named(string settings)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "local.settings.json"), settings);

        var run = await CommandRun.RunAsync(["--data", Data, "--port", "0", "--servicebus-port", "0", "--empty"], _folder);

        Assert.Equal(1, run.Status);
        Assert.Matches("local.settings.json|TablePrefix|LookAgainAfter|LocalHistoryKeptFor|DataStorage", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data/inside")]
    public async Task A_data_folder_that_cannot_be_written_is_named(string data)
    {
        await File.WriteAllTextAsync(Data, "A file.");

        var run = await CommandRun.RunAsync(["--data", Path.Combine(_folder, data), "--port", "0", "--servicebus-port", "0"], _folder);

        Assert.Equal(1, run.Status);
        Assert.Contains($"The data folder '{Path.Combine(_folder, data)}' cannot be written", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--colour")]
    [InlineData("--port", "many")]
    [InlineData("--port", "65536")]
    [InlineData("keys", "add", "--role", "king")]
    [InlineData("walk")]
    public async Task A_wrong_option_is_named(params string[] arguments)
    {
        var run = await CommandRun.RunAsync(arguments, _folder);

        Assert.Equal(2, run.Status);
        Assert.Contains(arguments[^1], run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_a_store_needs_its_locations()
    {
        var run = await CommandRun.RunAsync(["keys", "add", "--role", "store", "--data", Data], _folder);

        Assert.Equal(1, run.Status);
        Assert.Contains("--location", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_stops_it_and_its_storage()
    {
        await using var host = await HostProcess.StartAsync();
        var azurite = AzuriteRecord.Read(host.DataFolder)!.Pid;

        var (status, text) = await host.StopAsync();

        Assert.Equal(0, status);
        Assert.Contains("Stopping.", text, StringComparison.Ordinal);
        host.AssertIsQuiet();
        Assert.Null(AzuriteRecord.Read(host.DataFolder));
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(azurite));
    }

    [Fact]
    public async Task A_start_after_a_stop_finds_what_was_there()
    {
        await using var host = await HostProcess.StartAsync();
        var keys = host.Keys;
        var location = new { name = "Reno", type = "store", latitude = 39.5, longitude = -119.8, modes = new[] { "ship" } };

        (await host.Callers.Operator.PutAsync("locations/L-1", location, ifNoneMatch: "*")).Expect(HttpStatusCode.Created);
        await host.StopAsync();
        await host.StartAgainAsync();
        var found = await host.Callers.Operator.GetAsync("locations/L-1");

        Assert.Equal(keys, host.Keys);
        Assert.Equal("Reno", found.Expect(HttpStatusCode.OK).Json.GetProperty("name").GetString());
    }
}
