using System.CommandLine;
using System.Diagnostics;
using Dom.Benchmarks.Charts;
using Dom.Benchmarks.Report;
using Dom.Benchmarks.Rivals;
using Dom.Benchmarks.Solving;
using Dom.LocalHost.Commands;

namespace Dom.Benchmarks;

/// <summary><c>rivals</c>: our solver beside the baselines, CBC, GLPK and HiGHS, on the same instances in one run.</summary>
internal static class RivalsCommand
{
    private const string Shipments = "shipments";
    private const string Compact = "compact";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var instances = new InstanceOptions("S,M,L,XL,Sh,Mh,Lh,XLh", seeds: 3);
        var seconds = new Option<double>("--time-limit") { Description = "Seconds that each rival is given for an instance.", DefaultValueFactory = _ => 60 };
        var memory = new Option<int>("--memory-limit") { Description = "Most memory of a rival, MB; it is ended above that.", DefaultValueFactory = _ => 12_000 };
        var largest = new Option<int>("--largest-model") { Description = "Largest model file that is given to the rivals, MB.", DefaultValueFactory = _ => 2_000 };
        var model = new Option<string>("--model")
        {
            Description = $"What the rivals are given: {Shipments}, with a variable for each shipment that an order could have, or {Compact}, the program of SourcingModel.",
            DefaultValueFactory = _ => Shipments,
        };
        Choices.Restrict(model, [Shipments, Compact]);
        var charts = new Option<string?>("--charts") { Description = "Folder that the charts are written to; without it there are none." };
        var command = new Command("rivals", "Ours beside nearest, greedy, CBC, GLPK and HiGHS: time to 1 %, gaps, costs, memory and growth.") { seconds, memory, largest, model, charts };
        instances.AddTo(command);
        command.SetAction(async parsed =>
        {
            var watch = Stopwatch.StartNew();
            await Surroundings.PrintAsync(hostDll: null);
            var run = new ContestRun(
                await KnownRivals.FindAsync(),
                parsed.GetValue(model) == Compact ? problem => new CompactModel(problem) : problem => new ShipmentModel(problem),
                new RivalLimits(parsed.GetValue(seconds), parsed.GetValue(memory) * 1_000_000L),
                parsed.GetValue(largest) * 1_000_000L);
            var contests = new List<Contest>();
            foreach (var instance in instances.Read(parsed))
            {
                contests.Add(await run.RunAsync(instance));
                await Console.Error.WriteLineAsync($"{instance} done after {watch.Elapsed.TotalSeconds:F0} s\n{ContestTables.Each(contests.TakeLast(1))}");
            }

            Print("The worst of all seeds, number by number", ContestTables.Worst(contests));
            Print("Exponents of growth of the time to 1 % (of baselines: of the whole run)", ContestTables.Growth(contests));
            Print("Each instance", ContestTables.Each(contests));
            if (parsed.GetValue(charts) is { } folder)
            {
                Draw(folder, contests, parsed.GetValue(seconds));
            }

            Console.WriteLine($"The whole run took {Figures.Of(watch.Elapsed.TotalMinutes, 1)} minutes.");
        });
        return command;
    }

    private static void Print(string title, MarkdownTable table) => Console.WriteLine($"{title}:\n\n{table}");

    private static void Draw(string folder, List<Contest> contests, double limitSeconds)
    {
        Directory.CreateDirectory(folder);
        Write("gap-over-time.svg", ContestCharts.GapOverTime(contests));
        Write("time-to-one-percent.svg", ContestCharts.TimeToOnePercent(contests, limitSeconds));

        void Write(string name, LogLogChart chart) => File.WriteAllText(Path.Combine(folder, name), chart.ToSvg());
    }
}
