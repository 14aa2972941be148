using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Tests.Durable;

public sealed class SubOrchestrationTests
{
    [Fact]
    public async Task CallSubOrchestratorAsync_gives_the_output_of_a_child_that_knows_its_parent()
    {
        await using var harness = await DurableHarness.StartAsync(registry => registry
            .AddOrchestrator("main", async context => await context.CallSubOrchestratorAsync<string>(
                "child", 5, new SubOrchestrationOptions(instanceId: "child-1")))
            .AddOrchestrator("child", context =>
                Task.FromResult<object?>($"{context.InstanceId} {context.GetInput<int>()} {context.Parent!.Name} {context.Parent.InstanceId}")));
        await harness.StartMainAsync("a");

        var end = await harness.EndAsync("a");

        Assert.Equal("child-1 5 main a", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task CallSubOrchestratorAsync_makes_an_id_from_NewGuid()
    {
        await using var harness = await DurableHarness.StartAsync(registry => registry
            .AddOrchestrator("main", async context =>
            {
                var id = await context.CallSubOrchestratorAsync<string>("child");
                return new[] { id, context.NewGuid().ToString("N") };
            })
            .AddOrchestrator("child", context => Task.FromResult<object?>(context.InstanceId)));
        await harness.StartMainAsync("order-1");

        var ids = (await harness.EndAsync("order-1")).ReadOutputAs<string[]>()!;

        // The first id of this instance and time, and not the second one: see ReplayTests.
        Assert.Equal("a8989f17b9f757d3a13d5aed7e7b3f64", ids[0]);
        Assert.NotEqual(ids[0], ids[1]);
    }

    [Fact]
    public async Task CallSubOrchestratorAsync_throws_the_failure_of_the_child()
    {
        await using var harness = await DurableHarness.StartAsync(registry => registry
            .AddOrchestrator("main", async context => await context.CallSubOrchestratorAsync<string>("child"))
            .AddOrchestrator("child", _ => throw new InvalidDataException("no stock")));

        var end = await harness.RunAsync();

        Assert.Equal("Microsoft.DurableTask.TaskFailedException", end.FailureDetails!.ErrorType);
        Assert.Equal("Task 'child' (#0) failed with an unhandled exception: no stock", end.FailureDetails.ErrorMessage);
        Assert.Equal("System.IO.InvalidDataException", end.FailureDetails.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task CallSubOrchestratorAsync_fails_for_the_parent_when_the_child_is_terminated()
    {
        await using var harness = await DurableHarness.StartAsync(Waiting);
        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("child-1", 1);

        await harness.Client.TerminateInstanceAsync("child-1", "no longer wanted");
        var end = await harness.EndAsync("a");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Sub-orchestration 'child-1' was terminated", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallSubOrchestratorAsync_fails_when_the_id_is_in_use()
    {
        await using var harness = await DurableHarness.StartAsync(Waiting);
        await harness.Client.ScheduleNewOrchestrationInstanceAsync("child", null, new StartOrchestrationOptions("child-1"));

        var end = await harness.RunAsync();

        Assert.Contains("Orchestration 'child-1' is already running", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallSubOrchestratorAsync_replaces_an_ended_instance_of_the_id()
    {
        await using var harness = await DurableHarness.StartAsync(registry => registry
            .AddOrchestrator("main", async context => await context.CallSubOrchestratorAsync<string>(
                "child", "new", new SubOrchestrationOptions(instanceId: "child-1")))
            .AddOrchestrator("child", context => Task.FromResult<object?>(context.GetInput<string>())));
        await harness.Client.ScheduleNewOrchestrationInstanceAsync("child", "old", new StartOrchestrationOptions("child-1"));
        await harness.EndAsync("child-1");

        var end = await harness.RunAsync();

        Assert.Equal("new", end.ReadOutputAs<string>());
        Assert.Equal("new", (await harness.EndAsync("child-1")).ReadInputAs<string>());
    }

    [Fact]
    public async Task CallSubOrchestratorAsync_refuses_an_id_that_breaks_a_rule()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
            await context.CallSubOrchestratorAsync<string>("child", null, new SubOrchestrationOptions(instanceId: "a/b")));

        var end = await harness.RunAsync();

        Assert.Contains("Instance id 'a/b' contains U+002F", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TerminateInstanceAsync_ends_children_too_when_told_to()
    {
        await using var harness = await DurableHarness.StartAsync(Waiting);
        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("child-1", 1);

        await harness.Client.TerminateInstanceAsync("a", new TerminateInstanceOptions("over", Recursive: true));
        var child = await harness.EndAsync("child-1");
        var parent = await harness.EndAsync("a");

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, child.RuntimeStatus);
        Assert.Equal("over", parent.ReadOutputAs<string>());
    }

    private static void Waiting(Dom.LocalHost.Durable.DurableRegistry registry) => registry
        .AddOrchestrator("main", async context => await context.CallSubOrchestratorAsync<int>(
            "child", null, new SubOrchestrationOptions(instanceId: "child-1")))
        .AddOrchestrator("child", async context => await context.WaitForExternalEvent<int>("answer"));
}
