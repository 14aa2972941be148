using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Dom.Benchmarks.Report;
using Dom.Benchmarks.Solving;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Waves;

namespace Dom.Benchmarks;

/// <summary><c>rules</c>: what thirty rules add to the time in which a day of requests is written as one problem.</summary>
internal static class RulesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var instances = new InstanceOptions("S,M,L", seeds: 1);
        var runs = new Option<int>("--runs") { Description = "How often each is written, from 1; the least counts.", DefaultValueFactory = _ => 3 };
        var command = new Command("rules", "Writing sourcing requests as a problem, without rules and with thirty.") { runs };
        instances.AddTo(command);
        command.SetAction(async parsed =>
        {
            await Surroundings.PrintAsync(hostDll: null);
            var table = new MarkdownTable("Instance", "Rules", "Processor s", "µs an order", "Seconds", "Allocated MB", "Candidates", "More %");
            foreach (var instance in instances.Read(parsed))
            {
                Add(table, instance, parsed.GetValue(runs));
            }

            Console.WriteLine(table);
        });
        return command;
    }

    private static void Add(MarkdownTable table, Instance instance, int runs)
    {
        var day = new RequestDay(instance.Generate());
        ImmutableArray<SourcingRequest>[] requests = [day.Requests(withRules: false), day.Requests(withRules: true)];

        // By turns, so that what else the machine does falls upon both.
        Writing[] best = [.. requests.Select(Write)];
        for (var run = 0; run < runs; run++)
        {
            best = [.. best.Zip(requests, (known, of) => Write(of) is var other && other.Processor < known.Processor ? other : known)];
        }

        foreach (var (at, writing) in best.Index())
        {
            table.Add(
                instance.ToString(),
                Figures.Of(at * 30),
                Figures.Of(writing.Processor.TotalSeconds, 3),
                Figures.Of(writing.Processor.TotalMicroseconds / requests[at].Length, 1),
                Figures.Of(writing.Time.TotalSeconds, 3),
                Figures.Megabytes(writing.AllocatedBytes),
                Figures.Of(writing.Candidates),
                Figures.Of(((writing.Processor / best[0].Processor) - 1) * 100, 0));
        }
    }

    private static Writing Write(ImmutableArray<SourcingRequest> requests)
    {
        GC.Collect();
        var (processor, time, allocated) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
        var outcome = WaveProblem.Of(requests);
        var writing = new Writing(
            Environment.CpuUsage.TotalTime - processor, Stopwatch.GetElapsedTime(time), GC.GetTotalAllocatedBytes() - allocated, 0);
        return writing with
        {
            Candidates = outcome.Match(
                wave => wave.Wave.Problem.Candidates!.Location.Length,
                refused => throw new InvalidOperationException($"Order '{refused.OrderId}' cannot be written: {refused.Sentence}")),
        };
    }

    private readonly record struct Writing(TimeSpan Processor, TimeSpan Time, long AllocatedBytes, int Candidates);
}
