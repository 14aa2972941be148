using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Tests.Durable;

public sealed class LocalDurableTaskClientTests
{
    private static readonly OrchestrationRuntimeStatus[] Any =
    [
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated,
    ];

    [Theory]
    [InlineData("", "has 0 characters; allowed are 1 to 100")]
    [InlineData("@entity", "starts with '@'")]
    [InlineData("a/b", "U+002F")]
    [InlineData("a\\b", "U+005C")]
    [InlineData("a#b", "U+0023")]
    [InlineData("a?b", "U+003F")]
    [InlineData("a\nb", "U+000A")]
    [InlineData(
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901", "has 101 characters")]
    public async Task ScheduleNewOrchestrationInstanceAsync_refuses_an_id_that_breaks_a_rule(string id, string why)
    {
        await using var harness = await DurableHarness.StartAsync(_ => Task.FromResult<object?>(null));

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => harness.StartMainAsync(id));

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScheduleNewOrchestrationInstanceAsync_refuses_an_unknown_orchestrator()
    {
        await using var harness = await DurableHarness.StartAsync(_ => Task.FromResult<object?>(null));

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => harness.Client.ScheduleNewOrchestrationInstanceAsync("mian"));

        Assert.Contains("There is no orchestrator 'mian'; there are: main.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScheduleNewOrchestrationInstanceAsync_refuses_a_second_running_instance_of_an_id()
    {
        await using var harness = await DurableHarness.StartAsync(async context => await context.WaitForExternalEvent<int>("answer"));
        await harness.StartMainAsync("a");

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => harness.StartMainAsync("a"));
    }

    [Fact]
    public async Task ScheduleNewOrchestrationInstanceAsync_replaces_an_ended_instance_unless_told_not_to()
    {
        await using var harness = await DurableHarness.StartAsync(context => Task.FromResult<object?>(context.GetInput<int>()));
        await harness.StartMainAsync("a", 1);
        await harness.EndAsync("a");

        await harness.StartMainAsync("a", 2);
        var end = await harness.EndAsync("a");
        var once = new StartOrchestrationOptions("a").WithDedupeStatuses(Any);
        var refusal = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            harness.Client.ScheduleNewOrchestrationInstanceAsync("main", 3, once));

        Assert.Equal(2, end.ReadOutputAs<int>());
        Assert.Contains("in status Completed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScheduleNewOrchestrationInstanceAsync_lets_one_of_many_at_once_win()
    {
        await using var harness = await DurableHarness.StartAsync(context => Task.FromResult<object?>(context.GetInput<int>()));
        var once = new StartOrchestrationOptions("a").WithDedupeStatuses(Any);

        var starts = Enumerable.Range(0, 20)
            .Select(number => Task.Run(() => harness.Client.ScheduleNewOrchestrationInstanceAsync("main", number, once)))
            .ToList();
        await Task.WhenAll(starts).ContinueWith(_ => { }, TaskScheduler.Default);

        _ = Assert.Single(starts, start => start.IsCompletedSuccessfully);
        Assert.All(
            starts.Where(start => start.IsFaulted),
            start => Assert.IsType<OrchestrationAlreadyExistsException>(start.Exception!.InnerException));
    }

    [Fact]
    public async Task ScheduleNewOrchestrationInstanceAsync_refuses_an_unknown_status()
    {
        await using var harness = await DurableHarness.StartAsync(_ => Task.FromResult<object?>(null));
        var options = new StartOrchestrationOptions("a") { DedupeStatuses = ["Sleeping"] };

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() =>
            harness.Client.ScheduleNewOrchestrationInstanceAsync("main", null, options));

        Assert.Contains("'Sleeping'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScheduleNewOrchestrationInstanceAsync_starts_at_its_time_also_after_a_restart()
    {
        await using var harness = await DurableHarness.StartAsync(context => Task.FromResult<object?>(context.CurrentUtcDateTime));
        var startAt = harness.Time.GetUtcNow().AddDays(2);
        await harness.Client.ScheduleNewOrchestrationInstanceAsync("main", null, new StartOrchestrationOptions("a", startAt));

        await harness.RestartAsync();
        var pending = await harness.Client.GetInstanceAsync("a");
        harness.Time.Advance(TimeSpan.FromDays(2));
        var end = await harness.EndAsync("a");

        Assert.Equal(OrchestrationRuntimeStatus.Pending, pending!.RuntimeStatus);
        Assert.Equal(startAt.UtcDateTime, end.ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task TerminateInstanceAsync_ends_a_pending_instance()
    {
        await using var harness = await DurableHarness.StartAsync(_ => Task.FromResult<object?>("ran"));
        var later = new StartOrchestrationOptions("a", harness.Time.GetUtcNow().AddDays(2));
        await harness.Client.ScheduleNewOrchestrationInstanceAsync("main", null, later);

        await harness.Client.TerminateInstanceAsync("a", "stopped");
        var end = await harness.EndAsync("a");

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Assert.Equal("stopped", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task TerminateInstanceAsync_of_an_ended_instance_is_FailedPrecondition()
    {
        await using var harness = await DurableHarness.StartAsync(_ => Task.FromResult<object?>(null));
        await harness.StartMainAsync("a");
        await harness.EndAsync("a");

        var refusal = await Assert.ThrowsAsync<RpcException>(() => harness.Client.TerminateInstanceAsync("a"));

        Assert.Equal(StatusCode.FailedPrecondition, refusal.StatusCode);
    }

    [Fact]
    public async Task SuspendInstanceAsync_holds_what_arrives_until_the_instance_is_resumed_also_after_a_restart()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
            new[] { await context.WaitForExternalEvent<int>("answer"), await context.WaitForExternalEvent<int>("answer") });
        await harness.StartMainAsync("a");
        await harness.Client.SuspendInstanceAsync("a", "stock-taking");
        await harness.Store.WaitForAsync(row => row.Status == OrchestrationRuntimeStatus.Suspended);

        await harness.Client.RaiseEventAsync("a", "answer", 1);
        await harness.RestartAsync();
        await harness.Client.RaiseEventAsync("a", "answer", 2);
        var suspended = await harness.Client.GetInstanceAsync("a");
        await harness.Client.ResumeInstanceAsync("a");
        var end = await harness.EndAsync("a");

        Assert.Equal(OrchestrationRuntimeStatus.Suspended, suspended!.RuntimeStatus);
        Assert.Equal([1, 2], end.ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task SuspendInstanceAsync_holds_back_what_the_code_has_not_yet_done()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            await context.WaitForExternalEvent<int>("go");
            return await context.CallActivityAsync<int>("echo", 7);
        });
        await harness.StartMainAsync("a");
        await harness.Client.SuspendInstanceAsync("a");
        await harness.Client.RaiseEventAsync("a", "go", 1);
        await harness.Store.WaitForAsync(row => row.Status == OrchestrationRuntimeStatus.Suspended);

        await harness.Client.ResumeInstanceAsync("a");
        var end = await harness.EndAsync("a");

        Assert.Equal(7, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task GetInstanceAsync_gives_payloads_only_when_asked_for()
    {
        await using var harness = await DurableHarness.StartAsync(context =>
        {
            context.SetCustomStatus("half");
            throw new InvalidDataException("no lines");
        });
        await harness.StartMainAsync("a", 5);
        await harness.EndAsync("a");

        var without = await harness.Client.GetInstanceAsync("a");
        var with = await harness.Client.GetInstanceAsync("a", getInputsAndOutputs: true);

        Assert.Null(without!.SerializedInput);
        Assert.Null(without.SerializedCustomStatus);
        Assert.Null(without.FailureDetails);
        Assert.Throws<InvalidOperationException>(() => without.ReadInputAs<int>());
        Assert.Equal(5, with!.ReadInputAs<int>());
        Assert.Equal("half", with.ReadCustomStatusAs<string>());
        Assert.Equal("no lines", with.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task GetInstanceAsync_of_nobody_is_null()
    {
        await using var harness = await DurableHarness.StartAsync(_ => Task.FromResult<object?>(null));

        Assert.Null(await harness.Client.GetInstanceAsync("nobody"));
    }

    [Fact]
    public async Task GetAllInstancesAsync_filters_and_pages()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
            context.GetInput<bool>() ? await context.WaitForExternalEvent<int>("answer") : null);
        foreach (var id in (string[])["o-1", "o-2", "o-3", "p-1"])
        {
            await harness.StartMainAsync(id, id == "o-2");
            harness.Time.Advance(TimeSpan.FromHours(1));
        }

        foreach (var id in (string[])["o-1", "o-3", "p-1"])
        {
            await harness.EndAsync(id);
        }

        async Task<string[]> Ids(OrchestrationQuery query)
        {
            var ids = new List<string>();
            await foreach (var page in harness.Client.GetAllInstancesAsync(query).AsPages())
            {
                Assert.True(page.Values.Count <= query.PageSize);
                ids.AddRange(page.Values.Select(item => item.InstanceId));
            }

            return [.. ids.Order()];
        }

        var start = new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(["o-1", "o-2", "o-3", "p-1"], await Ids(new OrchestrationQuery(PageSize: 1)));
        Assert.Equal(["o-1", "o-2", "o-3"], await Ids(new OrchestrationQuery(InstanceIdPrefix: "o-")));
        Assert.Equal(["o-1", "o-3", "p-1"], await Ids(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed])));
        Assert.Equal(["o-2", "o-3"], await Ids(new OrchestrationQuery(start.AddHours(1), start.AddHours(2))));
    }

    [Fact]
    public async Task PurgeInstanceAsync_forgets_an_ended_instance_and_its_children()
    {
        await using var harness = await DurableHarness.StartAsync(registry => registry
            .AddOrchestrator("main", async context => await context.CallSubOrchestratorAsync<object?>(
                "child", null, new SubOrchestrationOptions(instanceId: "child-1")))
            .AddOrchestrator("child", _ => Task.FromResult<object?>(null)));
        await harness.StartMainAsync("a");
        await harness.EndAsync("a");

        var purged = await harness.Client.PurgeInstanceAsync("a", new PurgeInstanceOptions(Recursive: true));
        var again = await harness.Client.PurgeInstanceAsync("a");

        Assert.Equal(2, purged.PurgedInstanceCount);
        Assert.Equal(0, again.PurgedInstanceCount);
        Assert.Null(await harness.Client.GetInstanceAsync("child-1"));
        Assert.Empty(harness.Store.Keys("a"));
    }

    [Fact]
    public async Task PurgeInstanceAsync_refuses_a_running_instance()
    {
        await using var harness = await DurableHarness.StartAsync(async context => await context.WaitForExternalEvent<int>("answer"));
        await harness.StartMainAsync("a");

        await Assert.ThrowsAsync<InvalidOperationException>(() => harness.Client.PurgeInstanceAsync("a"));
    }

    [Fact]
    public async Task PurgeAllInstancesAsync_forgets_what_its_filter_lets_through_and_has_ended()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
            context.GetInput<bool>() ? await context.WaitForExternalEvent<int>("answer") : null);
        await harness.StartMainAsync("old");
        await harness.EndAsync("old");
        await harness.StartMainAsync("running", true);
        harness.Time.Advance(TimeSpan.FromDays(1));
        await harness.StartMainAsync("new");
        await harness.EndAsync("new");

        var none = await harness.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(Statuses: [OrchestrationRuntimeStatus.Running]));
        var some = await harness.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedTo: harness.Time.GetUtcNow().AddHours(-1)));

        Assert.Equal(0, none.PurgedInstanceCount);
        Assert.Equal(1, some.PurgedInstanceCount);
        Assert.NotNull(await harness.Client.GetInstanceAsync("new"));
    }
}
