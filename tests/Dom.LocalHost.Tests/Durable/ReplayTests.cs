using System.Collections.Concurrent;
using Dom.LocalHost.Durable;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Tests.Durable;

public sealed class ReplayTests
{
    [Fact]
    public async Task Run_replays_what_is_past_and_only_that()
    {
        var seen = new ConcurrentQueue<string>();
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            seen.Enqueue($"start {context.IsReplaying}");
            await context.CallActivityAsync<int>("echo", 1);
            seen.Enqueue($"middle {context.IsReplaying}");
            await context.CallActivityAsync<int>("ECHO", 2);
            seen.Enqueue($"end {context.IsReplaying}");
            return null;
        });

        await harness.RunAsync();

        Assert.Equal(
            ["start False", "start True", "middle False", "start True", "middle True", "end False"],
            seen);
    }

    [Fact]
    public async Task CurrentUtcDateTime_is_the_same_in_every_replay_and_moves_between_episodes()
    {
        var times = new ConcurrentQueue<(int Place, DateTime Time)>();
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            times.Enqueue((0, context.CurrentUtcDateTime));
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            times.Enqueue((1, context.CurrentUtcDateTime));
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            times.Enqueue((2, context.CurrentUtcDateTime));
            return null;
        });

        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("a", 1);
        harness.Time.Advance(TimeSpan.FromHours(1));
        await harness.EpisodesAsync("a", 2);
        harness.Time.Advance(TimeSpan.FromHours(1));
        await harness.EndAsync("a");

        var start = new DateTime(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);
        Assert.All(times, item => Assert.Equal(start.AddHours(item.Place), item.Time));
        Assert.All(times, item => Assert.Equal(DateTimeKind.Utc, item.Time.Kind));
        Assert.Equal([0, 0, 1, 0, 1, 2], times.Select(item => item.Place));
    }

    [Fact]
    public async Task NewGuid_is_the_version_5_id_that_Microsoft_DurableTask_makes()
    {
        await using var harness = await DurableHarness.StartAsync(context =>
            Task.FromResult<object?>(new[] { context.NewGuid(), context.NewGuid() }));

        await harness.StartMainAsync("order-1");
        var end = await harness.EndAsync("order-1");

        // Worked out with Python: uuid.uuid5(UUID("9e952958-5e33-4daf-827f-2fa12937b875"), "order-1_2026-11-02T08:00:00.0000000Z_0" and "…_1").
        Assert.Equal(
            [Guid.Parse("a8989f17-b9f7-57d3-a13d-5aed7e7b3f64"), Guid.Parse("274e5e48-e7e9-5645-9277-ee66dbe35305")],
            end.ReadOutputAs<Guid[]>()!);
    }

    [Fact]
    public async Task CreateReplaySafeLogger_logs_each_line_once()
    {
        var provider = new ListLoggerProvider();
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(provider));
        var registry = new DurableRegistry().AddEcho().AddOrchestrator("main", async context =>
        {
            var logger = context.CreateReplaySafeLogger("orders");
            logger.Log(LogLevel.Information, 0, "one", null, (text, _) => text);
            await context.CallActivityAsync("echo", 1);
            logger.Log(LogLevel.Information, 0, "two", null, (text, _) => text);
            return null;
        });
        await using var engine = new Dom.LocalHost.Durable.Engine.DurableEngine(
            registry, new MemoryHistoryStore(), TimeProvider.System, DurableHarness.Payloads, loggers, new DurableEngineOptions());
        await engine.StartAsync(CancellationToken.None);
        var client = new LocalDurableTaskClient(engine);

        await client.WaitForInstanceCompletionAsync(await client.ScheduleNewOrchestrationInstanceAsync("main"));

        Assert.Equal(["one", "two"], provider.Lines("orders"));
    }

    [Fact]
    public async Task Run_fails_when_the_code_does_something_else_than_before()
    {
        var names = new Queue<string>(["echo", "other"]);
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            await context.CallActivityAsync(names.Dequeue());
            return null;
        });

        var end = await harness.RunAsync();

        AssertNotDeterministic(end, "its history has activity 'echo' (#0), but this run made activity 'other' (#0)");
    }

    [Fact]
    public async Task Run_fails_when_the_code_does_less_than_before()
    {
        var runs = 0;
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            var wait = context.WaitForExternalEvent<int>("never");
            if (runs++ == 0)
            {
                await context.CallActivityAsync("echo");
            }

            return await wait;
        });

        var end = await harness.RunAsync();

        AssertNotDeterministic(end, "its history has activity 'echo' (#0), but this run did not do that");
    }

    [Fact]
    public async Task Run_fails_when_the_code_does_more_than_before()
    {
        var runs = 0;
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            var calls = Enumerable.Range(0, ++runs).Select(number => context.CallActivityAsync("echo", number));
            await Task.WhenAll(calls);
            return null;
        });

        var end = await harness.RunAsync();

        AssertNotDeterministic(end, "this run made activity 'echo' (#1), which its history does not have at this point");
    }

    [Fact]
    public async Task Run_fails_when_the_code_returns_earlier_than_before()
    {
        var runs = 0;
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            if (runs++ == 0)
            {
                await context.CallActivityAsync("echo");
            }

            return null;
        });

        var end = await harness.RunAsync();

        AssertNotDeterministic(end, "it ended here, but its history goes on");
    }

    [Fact]
    public async Task Run_does_not_compare_inputs()
    {
        var runs = 0;
        await using var harness = await DurableHarness.StartAsync(async context => await context.CallActivityAsync<int>("echo", ++runs));

        var end = await harness.RunAsync();

        Assert.Equal(1, end.ReadOutputAs<int>());
    }

    private static void AssertNotDeterministic(OrchestrationMetadata end, string how)
    {
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("DurableTask.Core.Exceptions.NonDeterministicOrchestrationException", end.FailureDetails!.ErrorType);
        Assert.Contains("Orchestrator 'main' of instance", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains(how, end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }
}
