using Dom.LocalHost.Durable;
using Dom.LocalHost.Tests.Broker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Tests.Durable;

public sealed class RetentionTests
{
    // Long against the steps in which the tests let time pass: what is young stays young, however slowly the engine comes to look.
    private static readonly TimeSpan Keep = TimeSpan.FromHours(1_000);

    [Fact]
    public async Task One_that_ended_longer_ago_than_the_limit_is_forgotten_with_its_history()
    {
        await using var harness = await StartAsync(async context => await context.CallActivityAsync<string>("echo", "a"));
        await harness.StartMainAsync("old");
        await harness.EndAsync("old");
        harness.Time.Advance(Keep - TimeSpan.FromMinutes(1));
        await harness.StartMainAsync("young");
        await harness.EndAsync("young");

        await SweepUntilGoneAsync(harness, "old");

        Assert.Empty(harness.Store.Keys("old"));
        Assert.NotNull(await harness.Client.GetInstanceAsync("young"));
    }

    [Fact]
    public async Task One_that_runs_or_failed_stays()
    {
        await using var harness = await StartAsync(async context => context.InstanceId switch
        {
            "running" => await context.WaitForExternalEvent<string>("go"),
            "failing" => throw new InvalidOperationException("It fails."),
            _ => null,
        });
        await harness.StartMainAsync("running");
        await harness.StartMainAsync("failing");
        await harness.StartMainAsync("old");
        await harness.EndAsync("failing");
        await harness.EndAsync("old");
        await harness.EpisodesAsync("running", 1);
        harness.Time.Advance(Keep);

        await SweepUntilGoneAsync(harness, "old");

        Assert.NotNull(await harness.Client.GetInstanceAsync("failing"));
        await harness.Client.RaiseEventAsync("running", "go", "on");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await harness.EndAsync("running")).RuntimeStatus);
    }

    [Fact]
    public async Task A_sub_orchestration_stays_as_long_as_its_parent()
    {
        await using var harness = await StartAsync(async context =>
        {
            if (context.InstanceId != "parent")
            {
                return null;
            }

            await context.CallSubOrchestratorAsync("main", options: new SubOrchestrationOptions(new TaskOptions(), "child"));
            return await context.WaitForExternalEvent<string>("go");
        });
        await harness.StartMainAsync("parent");
        await harness.EpisodesAsync("parent", 2);
        await harness.StartMainAsync("sooner");
        await harness.EndAsync("sooner");
        harness.Time.Advance(Keep);
        await SweepUntilGoneAsync(harness, "sooner");
        Assert.NotNull(await harness.Client.GetInstanceAsync("child"));

        await harness.StartMainAsync("later");
        await harness.EndAsync("later");
        harness.Time.Advance(Keep - TimeSpan.FromMinutes(1));
        await harness.Client.RaiseEventAsync("parent", "go", "on");
        await harness.EndAsync("parent");
        await SweepUntilGoneAsync(harness, "later");
        Assert.NotNull(await harness.Client.GetInstanceAsync("child"));

        harness.Time.Advance(Keep);
        await SweepUntilGoneAsync(harness, "parent");
        await SweepUntilGoneAsync(harness, "child");

        Assert.Empty(harness.Store.Keys("child"));
    }

    [Fact]
    public async Task One_that_was_forgotten_can_be_started_anew()
    {
        await using var harness = await StartAsync(context => Task.FromResult<object?>("done"));
        await harness.StartMainAsync("again");
        await harness.EndAsync("again");
        harness.Time.Advance(Keep);
        await SweepUntilGoneAsync(harness, "again");

        await harness.StartMainAsync("again");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await harness.EndAsync("again")).RuntimeStatus);
    }

    private static Task<DurableHarness> StartAsync(Func<TaskOrchestrationContext, Task<object?>> main) =>
        DurableHarness.StartAsync(registry => registry.AddOrchestrator("main", main).AddEcho(), options: new DurableEngineOptions { KeepEndedFor = Keep });

    /// <summary>Lets time pass until an instance is gone.</summary>
    private static Task SweepUntilGoneAsync(DurableHarness harness, string id) => BrokerBed.UntilAsync(async () =>
    {
        harness.Time.Advance(TimeSpan.FromMinutes(1));
        return await harness.Client.GetInstanceAsync(id) is null;
    });
}
