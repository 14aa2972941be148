using Azure;
using Dom.LocalHost.Durable;
using Dom.LocalHost.Durable.Storage;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Tests.Durable;

public sealed class StorageFaultTests
{
    private static readonly DurableEngineOptions Impatient = new() { StorageRetryDelay = TimeSpan.Zero };

    [Fact]
    public async Task Engine_takes_one_write_per_episode_and_one_more_per_start_and_event()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            var answer = await context.WaitForExternalEvent<int>("answer");
            return await context.CallActivityAsync<int>("echo", answer);
        });
        var reads = harness.Store.Reads;
        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("a", 1);
        await harness.Client.RaiseEventAsync("a", "answer", 3);
        await harness.Client.WaitForInstanceCompletionAsync("a");

        Assert.Equal(4, harness.Store.Writes);
        Assert.Equal(1, harness.Store.MailWrites);
        Assert.Equal(reads, harness.Store.Reads);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Engine_tries_again_when_storage_fails_whether_the_write_has_happened_or_not(bool happened)
    {
        await using var harness = await DurableHarness.StartAsync(
            registry => registry.AddEcho().AddOrchestrator("main", async context => await context.CallActivityAsync<int>("echo", 3)),
            store => new FaultyHistoryStore(store, async (operation, name, act) =>
            {
                if (name != "write" || operation % 2 == 0 || happened)
                {
                    await act();
                }

                if (name == "write" && operation % 2 == 1)
                {
                    throw new RequestFailedException(503, "Server busy");
                }
            }),
            Impatient);
        await harness.StartMainAsync("a");

        var end = await harness.EndAsync("a");

        Assert.Equal(3, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task Engine_fails_the_instance_when_storage_refuses_its_episode_for_good()
    {
        var isRefused = false;
        await using var harness = await DurableHarness.StartAsync(
            registry => registry.AddEcho().AddOrchestrator("main", async context =>
            {
                isRefused = true;
                return await context.CallActivityAsync<int>("echo", 3);
            }),
            store => new FaultyHistoryStore(store, async (_, name, act) =>
            {
                if (name == "write" && isRefused)
                {
                    isRefused = false;
                    throw new RequestFailedException(413, "The entity is larger than allowed");
                }

                await act();
            }));

        var end = await harness.RunAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("larger than allowed", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Engine_stops_when_another_process_has_written_its_instance()
    {
        await using var harness = await DurableHarness.StartAsync(async context => await context.WaitForExternalEvent<int>("answer"));
        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("a", 1);

        harness.Store.Touch("a");
        await harness.Client.RaiseEventAsync("a", "answer", 1);
        var failure = await Assert.ThrowsAsync<HistoryConflictException>(() => harness.Engine.Completion.WaitAsync(TimeSpan.FromSeconds(30)));
        var later = await Assert.ThrowsAsync<InvalidOperationException>(() => harness.StartMainAsync("b"));

        Assert.Contains("Another process works on the same data", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Another process works on the same data", later.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Engine_reads_a_history_again_that_memory_had_no_room_for()
    {
        await using var harness = await DurableHarness.StartAsync(
            registry => registry.AddEcho().AddOrchestrator("main", async context =>
            {
                var input = context.GetInput<string>();
                for (var step = 0; step < 3; step++)
                {
                    await context.CallActivityAsync("echo", step);
                }

                return input;
            }),
            options: new DurableEngineOptions { HistoryCacheBytes = 0 });

        var end = await harness.RunAsync("kept");

        Assert.Equal("kept", end.ReadOutputAs<string>());
        Assert.True(harness.Store.Reads > 4);
    }

    [Fact]
    public async Task StopAsync_lets_the_next_start_run_again_what_was_under_way()
    {
        var calls = 0;
        var entered = new TaskCompletionSource();
        await using var harness = await DurableHarness.StartAsync(registry => registry
            .AddActivity("slow", async (_, cancellation) =>
            {
                if (Interlocked.Increment(ref calls) == 1)
                {
                    entered.SetResult();
                    await Task.Delay(Timeout.Infinite, cancellation);
                }

                return "done";
            })
            .AddOrchestrator("main", async context => await context.CallActivityAsync<string>("slow")));
        await harness.StartMainAsync("a");
        await entered.Task;

        await harness.RestartAsync();
        var end = await harness.EndAsync("a");

        Assert.Equal("done", end.ReadOutputAs<string>());
        Assert.Equal(2, calls);
    }
}
