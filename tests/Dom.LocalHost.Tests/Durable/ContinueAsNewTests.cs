using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Tests.Durable;

public sealed class ContinueAsNewTests
{
    [Fact]
    public async Task ContinueAsNew_begins_again_with_the_new_input_and_no_history()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            var round = context.GetInput<int>();
            await context.CallActivityAsync("echo", round);
            if (round < 5)
            {
                context.ContinueAsNew(round + 1);
            }

            return round;
        });
        await harness.StartMainAsync("a", 1);

        var end = await harness.EndAsync("a");

        Assert.Equal(5, end.ReadOutputAs<int>());
        Assert.Equal(5, end.ReadInputAs<int>());
        Assert.Equal(2, harness.Store.Keys("a").Count);
    }

    [Fact]
    public async Task ContinueAsNew_hands_over_events_that_nothing_waited_for_in_order()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            if (context.GetInput<bool>())
            {
                return new[] { await context.WaitForExternalEvent<int>("answer"), await context.WaitForExternalEvent<int>("answer") };
            }

            await context.WaitForExternalEvent<int>("go");
            context.ContinueAsNew(true);
            return null;
        });
        await harness.StartMainAsync("a", false);

        await harness.Client.RaiseEventAsync("a", "answer", 1);
        await harness.Client.RaiseEventAsync("a", "answer", 2);
        await harness.Client.RaiseEventAsync("a", "go", 0);
        var end = await harness.EndAsync("a");

        Assert.Equal([1, 2], end.ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task ContinueAsNew_drops_buffered_events_when_told_to()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            if (context.GetInput<bool>())
            {
                return await context.WaitForExternalEvent<int>("answer");
            }

            await context.WaitForExternalEvent<int>("go");
            context.ContinueAsNew(true, preserveUnprocessedEvents: false);
            return null;
        });
        await harness.StartMainAsync("a", false);

        await harness.Client.RaiseEventAsync("a", "answer", 1);
        await harness.Client.RaiseEventAsync("a", "go", 0);
        await harness.Store.WaitForAsync(row => row.State.Generation == 1);
        await harness.Client.RaiseEventAsync("a", "answer", 2);
        var end = await harness.EndAsync("a");

        Assert.Equal(2, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task ContinueAsNew_takes_the_last_call_and_runs_what_follows_it()
    {
        var after = 0;
        await using var harness = await DurableHarness.StartAsync(context =>
        {
            var round = context.GetInput<int>();
            if (round == 0)
            {
                context.ContinueAsNew(1);
                context.ContinueAsNew(2);
                after++;
            }

            return Task.FromResult<object?>(round);
        });

        var end = await harness.RunAsync(0);

        Assert.Equal(2, end.ReadOutputAs<int>());
        Assert.Equal(1, after);
    }

    [Fact]
    public async Task ContinueAsNew_is_dropped_when_the_code_throws_afterwards()
    {
        await using var harness = await DurableHarness.StartAsync(context =>
        {
            context.ContinueAsNew(1);
            throw new InvalidDataException("no");
        });

        var end = await harness.RunAsync(0);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("System.IO.InvalidDataException", end.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task ContinueAsNew_clears_the_custom_status()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            if (context.GetInput<int>() == 0)
            {
                context.SetCustomStatus("first");
                context.ContinueAsNew(1);
                return null;
            }

            return await context.WaitForExternalEvent<int>("answer");
        });
        await harness.StartMainAsync("a", 0);
        await harness.Store.WaitForAsync(row => row.State is { Generation: 1, Episodes: 1 });

        var running = await harness.Client.GetInstanceAsync("a", getInputsAndOutputs: true);

        Assert.Null(running!.SerializedCustomStatus);
    }

    [Fact]
    public async Task ContinueAsNew_removes_a_long_history_too()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            if (context.GetInput<int>() == 1)
            {
                return "done";
            }

            for (var step = 0; step < 120; step++)
            {
                await context.CallActivityAsync("echo", step);
            }

            context.ContinueAsNew(1);
            return null;
        });
        await harness.StartMainAsync("a", 0);

        await harness.EndAsync("a");

        Assert.Single(harness.Store.Keys("a"));
    }
}
