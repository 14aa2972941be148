using System.CommandLine;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Dom.Benchmarks.Report;

namespace Dom.Benchmarks;

/// <summary><c>sourcing</c>: how long one decision takes, with all that it needs in memory.</summary>
internal static class SourcingCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("sourcing", "Time and memory of one sourcing decision, without storage.");
        command.SetAction(async _ =>
        {
            await Surroundings.PrintAsync(hostDll: null);

            // In this process: a project of its own would be built for each benchmark, with other settings than these.
            var config = ManualConfig.CreateEmpty()
                .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(10).WithIterationCount(20))
                .AddDiagnoser(MemoryDiagnoser.Default)
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .AddColumn(StatisticColumn.Min, StatisticColumn.Median)
                .AddLogger(NullLogger.Instance)
                .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "dom-bench-sourcing"));
            foreach (var benchmarks in new[] { typeof(SourcingBenchmarks), typeof(LargeSourcingBenchmarks) })
            {
                MarkdownExporter.GitHub.ExportToLog(BenchmarkRunner.Run(benchmarks, config), ConsoleLogger.Ascii);
            }
        });
        return command;
    }
}
