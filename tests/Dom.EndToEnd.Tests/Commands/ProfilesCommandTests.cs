using Dom.EndToEnd.Tests.Hosting;

namespace Dom.EndToEnd.Tests.Commands;

/// <summary>Profiles as files, by the command line.</summary>
public sealed class ProfilesCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dom-profiles-").FullName;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_exported_can_be_changed_looked_through_and_imported()
    {
        await RunAsync("seed", "--empty", "--data", Data);
        var export = await RunAsync("profiles", "export", "--out", Path.Combine(_folder, "out"), "--data", Data);
        var file = Path.Combine(_folder, "out", "default.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"name\": \"Default\"", "\"name\": \"Mine\"", StringComparison.Ordinal));

        var lint = await RunAsync("profiles", "lint", file, "--data", Data);
        var import = await RunAsync("profiles", "import", file, "--data", Data);
        var again = await RunAsync("profiles", "export", "--out", _folder, "--data", Data);

        Assert.Equal((0, $"{file}: version 1"), (export.Status, export.Out));
        Assert.Equal((0, $"{file}: nothing found."), (lint.Status, lint.Out));
        Assert.Equal((0, "Draft of profile 'default' stored."), (import.Status, import.Out));
        Assert.Equal((0, $"{Path.Combine(_folder, "default.json")}: draft"), (again.Status, again.Out));
        Assert.Contains("\"name\": \"Mine\"", await File.ReadAllTextAsync(Path.Combine(_folder, "default.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profiles_whose_ids_are_nearly_the_same_are_exported_to_files_of_their_own_and_imported_from_them()
    {
        await RunAsync("seed", "--empty", "--data", Data);
        string[] ids = ["a:b", "a_b", "A_b"];
        var files = ids.Select((id, index) => (Id: id, Path: Path.Combine(_folder, FormattableString.Invariant($"{index}.json")))).ToArray();
        foreach (var (id, path) in files)
        {
            await File.WriteAllTextAsync(path, $$"""{ "profileId": "{{id}}", "name": "Profile {{id}}", "costs": { "currency": "USD" } }""");
        }

        await RunAsync(["profiles", "import", .. files.Select(file => file.Path), "--data", Data]);
        var (first, second) = (Path.Combine(_folder, "first"), Path.Combine(_folder, "second"));
        await RunAsync("profiles", "export", "--out", first, "--data", Data);
        string[] names = ["%41_b.json", "a%3Ab.json", "a_b.json"];
        var import = await RunAsync(["profiles", "import", .. names.Select(name => Path.Combine(first, name)), "--data", Data]);
        await RunAsync("profiles", "export", "--out", second, "--data", Data);

        Assert.Equal((0, "A_b a:b a_b"), (import.Status, string.Join(' ', import.Out.Split('\n').Select(line => line.Split('\'')[1]))));
        Assert.Equal([.. names, "default.json"], Directory.GetFiles(second).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.Equal(File.ReadAllText(Path.Combine(first, name)), File.ReadAllText(Path.Combine(second, name))));
    }

    [Fact]
    public async Task A_wrong_file_is_said_fault_by_fault_and_nothing_is_stored()
    {
        await RunAsync("seed", "--empty", "--data", Data);
        var (right, wrong) = (Path.Combine(_folder, "right.json"), Path.Combine(_folder, "wrong.json"));
        await File.WriteAllTextAsync(right, """{ "profileId": "right", "name": "Right", "costs": { "currency": "USD" } }""");
        await File.WriteAllTextAsync(wrong, """{ "profileId": "wrong", "nam": "Wrong", "costs": { "currency": "usd" } }""");

        var import = await RunAsync("profiles", "import", right, wrong, "--data", Data);
        var export = await RunAsync("profiles", "export", "--profile", "right", "--out", _folder, "--data", Data);

        Assert.Equal(2, import.Status);
        Assert.Contains($"{wrong}: nam is 'Wrong'; allowed is nothing of the name 'nam'; the nearest that is known is 'name'.", import.Error.ReplaceLineEndings("\n").Replace("\"Wrong\"", "Wrong", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"{wrong}: costs.currency is 'usd'; allowed is an ISO 4217 code such as USD.", import.Error, StringComparison.Ordinal);
        Assert.Equal(1, export.Status);
        Assert.Contains("There is no profile 'right'.", export.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FILE is 'none.json'", "import", "none.json")]
    [InlineData("--version needs --profile", "export", "--version", "1", "--out", "x")]
    [InlineData("--profile is 'a b'", "export", "--profile", "a b", "--out", "x")]
    public async Task A_wrong_command_line_is_said(string said, params string[] args)
    {
        var run = await RunAsync(["profiles", .. args]);

        Assert.Equal(2, run.Status);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_printed()
    {
        var run = await RunAsync("profiles", "schema");

        Assert.Contains("urn:dom:schema:profile", run.Out, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.RunAsync(args, _folder);
}
