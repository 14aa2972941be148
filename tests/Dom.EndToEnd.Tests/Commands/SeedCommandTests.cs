using Dom.EndToEnd.Tests.Hosting;

namespace Dom.EndToEnd.Tests.Commands;

/// <summary>What an app that runs elsewhere needs first.</summary>
public sealed class SeedCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dom-seed-").FullName;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_plants_once_and_tells_where_the_keys_are()
    {
        var first = await CommandRun.RunAsync(["seed", "--data", Data], _folder);
        var second = await CommandRun.RunAsync(["seed", "--data", Data], _folder);

        Assert.Equal((0, 0), (first.Status, second.Status));
        Assert.Contains("Demo network stored: 60 locations", first.Out, StringComparison.Ordinal);
        Assert.Contains("Key of role operator: dom_", first.Out, StringComparison.Ordinal);
        Assert.Equal($"Keys: {Path.Combine(Data, "keys.json")}", second.Out);
    }

    [Fact]
    public async Task It_leaves_the_network_out_where_it_is_not_wanted()
    {
        var run = await CommandRun.RunAsync(["seed", "--empty", "--data", Data], _folder);

        Assert.Equal(0, run.Status);
        Assert.DoesNotContain("Demo network", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_locations_of_an_Entra_identity_are_noted_without_a_key()
    {
        var noted = await CommandRun.RunAsync(
            ["keys", "add", "--role", "store", "--location", "L-1", "--location", "L-2", "--principal", "6f1c1f6e-0000-4000-8000-000000000000", "--data", Data], _folder);
        var wrong = await CommandRun.RunAsync(["keys", "add", "--role", "operator", "--principal", "6f1c1f6e", "--data", Data], _folder);

        Assert.Equal((0, "Noted: 6f1c1f6e-0000-4000-8000-000000000000 may act for L-1, L-2."), (noted.Status, noted.Out));
        Assert.Equal(1, wrong.Status);
        Assert.Contains("--principal is for --role store", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_told_so()
    {
        // No program on the path, so no sign-in is found.
        var run = await CommandRun.RunAsync(
            ["seed", "--tables", "https://account.table.core.windows.net", "--data", Data], _folder, new Dictionary<string, string> { ["PATH"] = _folder, ["HOME"] = _folder });

        Assert.Equal(1, run.Status);
        Assert.Contains("You are not signed in to Azure", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seed", "--tables", "account")]
    [InlineData("seed", "--tables", "http://account.table.core.windows.net")]
    [InlineData("keys", "add", "--role", "store", "--location", "L-1", "--principal", "a b")]
    public async Task What_is_not_allowed_is_named(params string[] arguments)
    {
        var run = await CommandRun.RunAsync(arguments, _folder);

        Assert.Equal(2, run.Status);
        Assert.Contains(arguments[^1], run.Error, StringComparison.Ordinal);
    }
}
