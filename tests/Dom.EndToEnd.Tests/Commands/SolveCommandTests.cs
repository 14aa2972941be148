using System.Text.Json;
using Dom.EndToEnd.Tests.Hosting;

namespace Dom.EndToEnd.Tests.Commands;

/// <summary><c>dom generate</c> and <c>dom solve</c> as somebody uses them who has only the program.</summary>
public sealed class SolveCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dom-solve-").FullName;

    private string Problem => Path.Combine(_folder, "problem");

    private string Result => Path.Combine(_folder, "result");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("dom")]
    [InlineData("greedy")]
    [InlineData("nearest")]
    public async Task A_generated_problem_is_solved(string solver)
    {
        await GenerateAsync();

        var run = await CommandRun.RunAsync(["solve", Problem, "--out", Result, "--solver", solver, "--threads", "2", "--seed", "3", "--time-limit", "20", "--gap", "0.01"]);

        Assert.Equal(0, run.Status);
        Assert.Equal("", run.Error);
        Assert.Equal(["certificate.csv", "plan.csv", "summary.json"], Directory.EnumerateFileSystemEntries(Result).Select(Path.GetFileName).Order());
        var summary = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(Result, "summary.json")));
        Assert.Equal(solver, summary.GetProperty("solver").GetString());
        Assert.Equal(60, summary.GetProperty("orders").GetInt32());
        Assert.InRange(summary.GetProperty("cost").GetInt64(), summary.GetProperty("lowerBound").GetInt64(), long.MaxValue);
        Assert.InRange(summary.GetProperty("greedyCost").GetInt64(), summary.GetProperty("lowerBound").GetInt64(), long.MaxValue);
    }

    [Fact]
    public async Task The_same_problem_and_seed_give_the_same_plan()
    {
        await GenerateAsync();

        await CommandRun.RunAsync(["solve", Problem, "--out", Result, "--threads", "1"]);
        await CommandRun.RunAsync(["solve", Problem, "--out", Result + "2", "--threads", "2"]);

        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Result, "plan.csv")), await File.ReadAllBytesAsync(Path.Combine(Result + "2", "plan.csv")));
    }

    [Fact]
    public async Task The_same_seed_generates_the_same_files()
    {
        await GenerateAsync();
        await CommandRun.RunAsync(["generate", "--orders", "60", "--locations", "15", "--skus", "100", "--seed", "4", "--contention", "high", "--out", Result]);

        foreach (var file in Directory.EnumerateFiles(Problem))
        {
            Assert.Equal(await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(Path.Combine(Result, Path.GetFileName(file))));
        }
    }

    [Fact]
    public async Task Faults_of_files_are_told_and_nothing_is_written()
    {
        await GenerateAsync();
        var stock = Path.Combine(Problem, "stock.csv");
        var lines = await File.ReadAllLinesAsync(stock);
        (lines[3], lines[5]) = (lines[3][..lines[3].LastIndexOf(',')] + ",many", lines[5] + ",1");
        await File.WriteAllLinesAsync(stock, lines);
        File.Delete(Path.Combine(Problem, "settings.json"));

        var run = await CommandRun.RunAsync(["solve", Problem, "--out", Result]);

        Assert.Equal(2, run.Status);
        Assert.Equal(
            """
            settings.json is missing; allowed is a file with one JSON object with the setting unfilledUnitCost.
            stock.csv, line 4, column available is 'many'; allowed is a whole number from 0 to 2147483647.
            stock.csv, line 6 is '4 fields'; allowed is 3 fields, as in the header.
            """,
            run.Error);
        Assert.False(Path.Exists(Result));
    }

    [Theory]
    [InlineData("--solver is 'best'; allowed is dom, greedy or nearest.", "--solver", "best")]
    [InlineData("--time-limit is '0'; allowed is a number from 0.001 to 1000000.", "--time-limit", "0")]
    [InlineData("--time-limit is '1,5'; allowed is a number from 0.001 to 1000000.", "--time-limit", "1,5")]
    [InlineData("--gap is '2'; allowed is a number from 0 to 1.", "--gap", "2")]
    [InlineData("--threads is '0'; allowed is a whole number from 1 to 1024.", "--threads", "0")]
    [InlineData("--seed is 'x'; allowed is a whole number from 0 to 2147483647.", "--seed", "x")]
    [InlineData("PROBLEM is 'nowhere'; allowed is a folder that exists.")]
    public async Task A_wrong_command_line_is_told(string expected, params string[] options)
    {
        var run = await CommandRun.RunAsync(["solve", expected.StartsWith("PROBLEM", StringComparison.Ordinal) ? "nowhere" : _folder, "--out", Result, .. options], _folder);

        Assert.Equal(2, run.Status);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(Result));
    }

    [Theory]
    [InlineData("--orders is '0'; allowed is a whole number from 1 to 10000000.", "0", "5", "5", "low")]
    [InlineData("--locations times --skus is '100000000000000'; allowed is at most 4000000000.", "5", "10000000", "10000000", "low")]
    [InlineData("--contention is 'normal'; allowed is low or high.", "5", "5", "5", "normal")]
    public async Task A_problem_that_cannot_be_made_is_told(string expected, string orders, string locations, string skus, string contention)
    {
        var run = await CommandRun.RunAsync(
            ["generate", "--orders", orders, "--locations", locations, "--skus", skus, "--seed", "1", "--contention", contention, "--out", Problem], _folder);

        Assert.Equal(2, run.Status);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(Problem));
    }

    [Fact]
    public async Task A_result_cannot_take_the_place_of_a_file()
    {
        await GenerateAsync();
        await File.WriteAllTextAsync(Result, "A file.");

        var run = await CommandRun.RunAsync(["solve", Problem, "--out", Result]);

        Assert.Equal(2, run.Status);
        Assert.Contains($"--out is '{Result}'; allowed is the path of a folder.", run.Error, StringComparison.Ordinal);
        Assert.Equal("A file.", await File.ReadAllTextAsync(Result));
    }

    [Fact]
    public async Task A_result_that_cannot_be_written_is_a_failure()
    {
        await GenerateAsync();
        await File.WriteAllTextAsync(Result, "A file.");

        var run = await CommandRun.RunAsync(["solve", Problem, "--out", Path.Combine(Result, "inside")]);

        Assert.Equal(1, run.Status);
        Assert.Contains(Result, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_leaves_a_whole_result()
    {
        await CommandRun.RunAsync(["generate", "--orders", "20000", "--locations", "300", "--skus", "3000", "--seed", "4", "--out", Problem]);
        using var process = ProcessLines.Start(DomProgram.Start(["solve", Problem, "--out", Result], _folder));

        // The folder is made when the problem is read.
        await Eventually.GetAsync(() => Task.FromResult(Path.Exists(Result)), exists => exists, () => Task.FromResult(process.Text));
        Signal.SendInterrupt(process.Id);
        var status = await process.EndAsync(TimeSpan.FromMinutes(1));

        Assert.True(status == 0, process.Text);
        Assert.Contains(process.Error, line => line.StartsWith("Stopping", StringComparison.Ordinal));
        Assert.Equal(["certificate.csv", "plan.csv", "summary.json"], Directory.EnumerateFileSystemEntries(Result).Select(Path.GetFileName).Order());
    }

    private async Task GenerateAsync()
    {
        var run = await CommandRun.RunAsync(["generate", "--orders", "60", "--locations", "15", "--skus", "100", "--seed", "4", "--contention", "high", "--out", Problem]);
        Assert.Equal((0, ""), (run.Status, run.Error));
    }
}
