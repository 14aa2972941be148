using System.CommandLine;
using Dom.Benchmarks.Hosting;
using Dom.Benchmarks.Report;

namespace Dom.Benchmarks;

/// <summary><c>start</c>: from the start of the process to the line <c>Ready:</c>.</summary>
internal static class StartCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var runs = new Option<int>("--runs") { Description = "Starts of each kind.", DefaultValueFactory = _ => 5 };
        var host = HostOption.Create();
        var command = new Command("start", "Time from the start of the process to ready.") { runs, host };
        command.SetAction(parsed => RunAsync(parsed.GetValue(host)!, parsed.GetValue(runs)));
        return command;
    }

    private static async Task RunAsync(string hostDll, int runs)
    {
        await Surroundings.PrintAsync(hostDll);
        var table = new MarkdownTable("Started as", "Data", "Median s", "Worst s", "Host CPU s", "Azurite CPU s");
        IReadOnlyList<(string Name, string[] Command)> ways =
        [
            ("`dotnet Dom.LocalHost.dll`", ["dotnet", hostDll]),
            ("`dotnet run --no-build`", ["dotnet", "run", "--no-build", "-c", Repository.Configuration, "--project", Repository.HostProject, "--"]),
        ];
        foreach (var (name, command) in ways)
        {
            // The first start of all pays for cold files; it is not counted.
            await MeasureAsync(command, runs: 1);
            var isBuilt = command.Length == 2;
            foreach (var (data, starts) in await MeasureAsync(command, runs))
            {
                var sorted = starts.Select(start => start.Ready.TotalSeconds).Order().ToList();
                table.Add(
                    name,
                    data,
                    Figures.Of(Figures.Percentile(sorted, 0.5), 2),
                    Figures.Of(sorted[^1], 2),
                    isBuilt ? Figures.Of(starts.Average(start => start.Host.TotalSeconds), 2) : "",
                    Figures.Of(starts.Average(start => start.Azurite.TotalSeconds), 2));
            }
        }

        Console.WriteLine(table);
    }

    private static async Task<Dictionary<string, List<(TimeSpan Ready, TimeSpan Host, TimeSpan Azurite)>>> MeasureAsync(string[] command, int runs)
    {
        var starts = new Dictionary<string, List<(TimeSpan, TimeSpan, TimeSpan)>>(StringComparer.Ordinal)
        {
            ["fresh, demo network"] = [],
            ["restart on it"] = [],
            ["fresh, `--empty`"] = [],
        };
        for (var run = 0; run < runs; run++)
        {
            using var scratch = new ScratchFolder();
            starts["fresh, demo network"].Add(await OnceAsync(command, scratch.Data("demo"), isEmpty: false));
            starts["restart on it"].Add(await OnceAsync(command, scratch.Data("demo"), isEmpty: false));
            starts["fresh, `--empty`"].Add(await OnceAsync(command, scratch.Data("empty"), isEmpty: true));
        }

        return starts;
    }

    private static async Task<(TimeSpan Ready, TimeSpan Host, TimeSpan Azurite)> OnceAsync(string[] command, string data, bool isEmpty)
    {
        await using var host = await HostProcess.StartAsync(command, data, isEmpty);
        var (own, azurite) = host.ProcessorTime();
        return (host.StartTime, own, azurite);
    }
}
