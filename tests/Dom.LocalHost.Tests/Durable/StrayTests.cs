using Dom.LocalHost.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Tests.Durable;

public sealed class StrayTests
{
    public static TheoryData<string> Ways => [.. Strays.Keys];

    private static Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> Strays { get; } = new()
    {
        ["a delay"] = async _ =>
        {
            await Task.Delay(TimeSpan.FromHours(1));
            return null;
        },
        ["a short delay beside a timer"] = async context =>
        {
            _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            await Task.Delay(1);
            return null;
        },
        ["a task of the pool"] = async context =>
        {
            await Task.Run(() => Thread.Sleep(20));
            return await context.CallActivityAsync<int>("echo", 1);
        },
        ["ConfigureAwait(false)"] = async context =>
        {
            await Task.Delay(1).ConfigureAwait(false);
            return await context.CallActivityAsync<int>("echo", 1);
        },
        ["a continuation on the pool"] = async context =>
        {
            var call = context.CallActivityAsync<int>("echo", 1);
            return await await call.ContinueWith(
                _ => context.CallActivityAsync<int>("echo", 2), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        },
        ["a task of its own"] = async _ => await new TaskCompletionSource<object?>().Task,
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Run_fails_when_the_code_awaits_anything_but_durable_tasks(string way)
    {
        await using var harness = await DurableHarness.StartAsync(Strays[way]);

        var end = await harness.RunAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Orchestrator 'main'", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("Await only tasks made by the context", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_fails_when_the_code_blocks_its_thread()
    {
        await using var harness = await DurableHarness.StartAsync(
            registry => registry.AddOrchestrator("main", context => Task.FromResult<object?>(context.CallActivityAsync<int>("echo", 1).Result)).AddEcho(),
            options: new DurableEngineOptions { EpisodeLimit = TimeSpan.FromSeconds(1) });

        var end = await harness.RunAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Orchestrator 'main'", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("blocks its thread, as Result", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_fails_when_code_that_nothing_awaits_throws()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            Forget();
            return await context.WaitForExternalEvent<int>("never");
        });

        var end = await harness.RunAsync();

        Assert.Contains("let System.InvalidOperationException escape", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_allows_a_yield()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            await Task.Yield();
            return await context.CallActivityAsync<int>("echo", 3);
        });

        var end = await harness.RunAsync();

        Assert.Equal(3, end.ReadOutputAs<int>());
    }

    private static async void Forget()
    {
        await Task.Yield();
        throw new InvalidOperationException("forgotten");
    }
}
