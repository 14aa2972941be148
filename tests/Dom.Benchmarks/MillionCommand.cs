using System.CommandLine;
using Dom.Benchmarks.Report;
using Dom.Benchmarks.Solving;
using Dom.Core.Solving.Generation;
using Dom.LocalHost.Commands;

namespace Dom.Benchmarks;

/// <summary><c>million</c>: a million orders of 5,000 locations, solved as one.</summary>
internal static class MillionCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var orders = new Option<int>("--orders") { Description = "How many orders.", DefaultValueFactory = _ => 1_000_000 };
        var locations = new Option<int>("--locations") { Description = "How many locations.", DefaultValueFactory = _ => 5_000 };
        var skus = new Option<int>("--skus") { Description = "How many SKUs.", DefaultValueFactory = _ => 100_000 };
        var seed = new Option<int>("--seed") { Description = "Seed of the problem.", DefaultValueFactory = _ => 1 };
        var contention = new Option<string>("--contention") { Description = "low or high: how scarce stock and places are.", DefaultValueFactory = _ => "low" };
        Choices.Restrict(contention, ["low", "high"]);
        var gap = new Option<double>("--gap") { Description = "The gap to stop at, 0 to 1.", DefaultValueFactory = _ => 0.01 };
        var threads = new Option<int>("--threads") { Description = "Threads that work.", DefaultValueFactory = _ => 2 };
        var seconds = new Option<double>("--time-limit") { Description = "Seconds after which the solve is told to stop. It is ended, with what was measured, after half as many again.", DefaultValueFactory = _ => 600 };
        var memory = new Option<int>("--memory-limit") { Description = "Memory of this process, MB, above which the run is ended.", DefaultValueFactory = _ => 16_000 };
        var command = new Command("million", "Seconds by stage and memory of a million orders, solved as one to a gap of 1 %.")
        {
            orders, locations, skus, seed, contention, gap, threads, seconds, memory,
        };
        command.SetAction(async parsed =>
        {
            await Surroundings.PrintAsync(hostDll: null);
            var options = new GeneratorOptions
            {
                Orders = parsed.GetValue(orders),
                Locations = parsed.GetValue(locations),
                Skus = parsed.GetValue(skus),
                Seed = parsed.GetValue(seed),
                Contention = parsed.GetValue(contention) == "high" ? Contention.High : Contention.Low,
            };
            var stages = new StageTable();
            using var limits = new RunLimits(TimeSpan.FromSeconds(parsed.GetValue(seconds) * 1.5), parsed.GetValue(memory) * 1_000_000L, reason =>
            {
                Console.WriteLine(stages);
                Console.WriteLine($"Ended: {reason}.");
            });
            LargeRun.Run(options, parsed.GetValue(threads), parsed.GetValue(gap), TimeSpan.FromSeconds(parsed.GetValue(seconds)), limits, stages);
            Console.WriteLine(stages);
        });
        return command;
    }
}
