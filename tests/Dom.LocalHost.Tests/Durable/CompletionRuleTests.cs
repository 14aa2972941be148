using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Tests.Durable;

public sealed class CompletionRuleTests
{
    [Fact]
    public async Task Run_fails_when_the_code_returns_with_an_open_timer()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            var timer = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            await Task.WhenAny(context.CallActivityAsync("echo", 1), timer);
            return "done";
        });

        var end = await harness.RunAsync();

        AssertFailed(end, "returned while 1 durable tasks were open: timer due 2026-11-03T08:00:00Z (#0)");
    }

    [Fact]
    public async Task Run_fails_when_the_code_returns_with_an_open_activity()
    {
        var never = new TaskCompletionSource<object?>();
        await using var harness = await DurableHarness.StartAsync(registry => registry
            .AddEcho()
            .AddActivity("slow", (_, cancellation) => never.Task.WaitAsync(cancellation))
            .AddOrchestrator("main", async context =>
            {
                await Task.WhenAny(context.CallActivityAsync("slow"), context.CallActivityAsync("echo", 1));
                return "done";
            }));

        var end = await harness.RunAsync();

        AssertFailed(end, "returned while 1 durable tasks were open: activity 'slow' (#0)");
    }

    [Fact]
    public async Task Run_fails_with_the_exception_within_when_the_code_throws_with_an_open_timer()
    {
        await using var harness = await DurableHarness.StartAsync(context =>
        {
            _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            throw new InvalidDataException("no lines");
        });

        var end = await harness.RunAsync();

        AssertFailed(end, "threw System.IO.InvalidDataException (no lines) while 1 durable tasks were open");
        Assert.Equal("System.IO.InvalidDataException", end.FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task Run_completes_with_open_event_waits_and_cancelled_timers()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            using var end = new CancellationTokenSource();
            _ = context.WaitForExternalEvent<int>("never");
            var timer = context.CreateTimer(TimeSpan.FromDays(1), end.Token);
            await Task.WhenAny(context.CallActivityAsync("echo", 1), timer);
            end.Cancel();
            return "done";
        });

        var end = await harness.RunAsync();

        Assert.Equal("done", end.ReadOutputAs<string>());
    }

    private static void AssertFailed(OrchestrationMetadata end, string how)
    {
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains(how, end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("cancel the token of a timer", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }
}
