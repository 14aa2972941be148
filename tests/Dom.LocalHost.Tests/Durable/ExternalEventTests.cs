using Grpc.Core;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Tests.Durable;

public sealed class ExternalEventTests
{
    [Fact]
    public async Task WaitForExternalEvent_takes_buffered_events_oldest_first_whatever_the_case()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            await context.WaitForExternalEvent<int>("go");
            var first = await context.WaitForExternalEvent<int>("ANSWER");
            var second = await context.WaitForExternalEvent<int>("answer");
            return new[] { first, second };
        });
        await harness.StartMainAsync("a");

        await harness.Client.RaiseEventAsync("a", "Answer", 1);
        await harness.Client.RaiseEventAsync("a", "answer", 2);
        await harness.Client.RaiseEventAsync("a", "Go", 0);
        var end = await harness.EndAsync("a");

        Assert.Equal([1, 2], end.ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task WaitForExternalEvent_serves_the_newest_waiter_first()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            var older = context.WaitForExternalEvent<string>("answer");
            var newer = context.WaitForExternalEvent<string>("answer");
            return new[] { await older, await newer };
        });
        await harness.StartMainAsync("a");

        await harness.Client.RaiseEventAsync("a", "answer", "first");
        await harness.Client.RaiseEventAsync("a", "answer", "second");
        var end = await harness.EndAsync("a");

        Assert.Equal(["second", "first"], end.ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task WaitForExternalEvent_refuses_two_types_for_one_name()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            var first = context.WaitForExternalEvent<int>("answer");
            _ = context.WaitForExternalEvent<string>("answer");
            return await first;
        });

        var end = await harness.RunAsync();

        Assert.Equal("System.ArgumentException", end.FailureDetails!.ErrorType);
        Assert.Contains("All waiters of a name take the same type", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitForExternalEvent_ends_with_TaskCanceledException_when_its_time_is_over()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            try
            {
                await context.WaitForExternalEvent<int>("answer", TimeSpan.FromDays(1));
                return "answer";
            }
            catch (TaskCanceledException)
            {
                return "timeout";
            }
        });
        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("a", 1);

        harness.Time.Advance(TimeSpan.FromDays(1));
        var end = await harness.EndAsync("a");

        Assert.Equal("timeout", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task WaitForExternalEvent_cancels_its_timer_when_the_event_comes()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
            await context.WaitForExternalEvent<int>("answer", TimeSpan.FromDays(1)));
        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("a", 1);

        await harness.Client.RaiseEventAsync("a", "answer", 42);
        var end = await harness.EndAsync("a");

        Assert.Equal(42, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task RaiseEvent_fails_the_instance_when_only_a_timed_out_waiter_could_take_it()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            try
            {
                await context.WaitForExternalEvent<int>("answer", TimeSpan.FromMinutes(1));
            }
            catch (TaskCanceledException)
            {
                await context.WaitForExternalEvent<int>("other");
            }

            return null;
        });
        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("a", 1);
        harness.Time.Advance(TimeSpan.FromMinutes(1));
        await harness.EpisodesAsync("a", 2);

        await harness.Client.RaiseEventAsync("a", "answer", 1);
        var end = await harness.EndAsync("a");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("Event 'answer' would be lost", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("Keep one pending WaitForExternalEvent task per name", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RaiseEvent_reaches_a_waiter_that_is_kept_across_timeouts()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            var answer = context.WaitForExternalEvent<int>("answer");
            for (var reminders = 0; ; reminders++)
            {
                using var end = new CancellationTokenSource();
                if (await Task.WhenAny(answer, context.CreateTimer(TimeSpan.FromHours(1), end.Token)) == answer)
                {
                    end.Cancel();
                    return new[] { await answer, reminders };
                }
            }
        });
        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("a", 1);
        harness.Time.Advance(TimeSpan.FromHours(1));
        await harness.EpisodesAsync("a", 2);

        await harness.Client.RaiseEventAsync("a", "answer", 7);
        var end = await harness.EndAsync("a");

        Assert.Equal([7, 1], end.ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task RaiseEvent_fails_the_instance_when_the_payload_does_not_read_as_the_waiters_type()
    {
        await using var harness = await DurableHarness.StartAsync(async context => await context.WaitForExternalEvent<int>("answer"));
        await harness.StartMainAsync("a");

        await harness.Client.RaiseEventAsync("a", "answer", "forty-two");
        var end = await harness.EndAsync("a");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("The payload of event 'answer' does not read as System.Int32", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RaiseEvent_to_no_instance_is_NotFound()
    {
        await using var harness = await DurableHarness.StartAsync(_ => Task.FromResult<object?>(null));

        var refusal = await Assert.ThrowsAsync<RpcException>(() => harness.Client.RaiseEventAsync("nobody", "answer", 1));

        Assert.Equal(StatusCode.NotFound, refusal.StatusCode);
        Assert.Contains("'nobody'", refusal.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RaiseEvent_to_an_ended_instance_is_FailedPrecondition()
    {
        await using var harness = await DurableHarness.StartAsync(_ => Task.FromResult<object?>(null));
        await harness.StartMainAsync("a");
        await harness.EndAsync("a");

        var refusal = await Assert.ThrowsAsync<RpcException>(() => harness.Client.RaiseEventAsync("a", "answer", 1));

        Assert.Equal(StatusCode.FailedPrecondition, refusal.StatusCode);
        Assert.Contains("Completed", refusal.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendEvent_reaches_another_instance_in_order()
    {
        await using var harness = await DurableHarness.StartAsync(registry => registry
            .AddOrchestrator("main", async context =>
            {
                var answers = new List<int>();
                for (var index = 0; index < 3; index++)
                {
                    answers.Add(await context.WaitForExternalEvent<int>("answer"));
                }

                return answers;
            })
            .AddOrchestrator("sender", context =>
            {
                context.SendEvent("a", "answer", 1);
                context.SendEvent("a", "ANSWER", 2);
                context.SendEvent("a", "answer", 3);
                return Task.FromResult<object?>(null);
            }));
        await harness.StartMainAsync("a");

        await harness.Client.ScheduleNewOrchestrationInstanceAsync("sender");
        var end = await harness.EndAsync("a");

        Assert.Equal([1, 2, 3], end.ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task SendEvent_to_nobody_is_dropped()
    {
        await using var harness = await DurableHarness.StartAsync(context =>
        {
            context.SendEvent("nobody", "answer", 1);
            return Task.FromResult<object?>("sent");
        });

        var end = await harness.RunAsync();

        Assert.Equal("sent", end.ReadOutputAs<string>());
    }
}
