using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Tests.Durable;

public sealed class TimerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(24 * 40)]
    public async Task CreateTimer_fires_when_its_time_has_come_and_not_before(int hours)
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(hours), CancellationToken.None);
            return context.CurrentUtcDateTime;
        });
        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("a", 1);

        harness.Time.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
        var before = await harness.Client.GetInstanceAsync("a");
        harness.Time.Advance(TimeSpan.FromSeconds(1));
        var end = await harness.EndAsync("a");

        Assert.Equal(OrchestrationRuntimeStatus.Running, before!.RuntimeStatus);
        Assert.Equal(harness.Time.GetUtcNow().UtcDateTime, end.ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task CreateTimer_of_the_past_fires_at_once()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
            return "fired";
        });

        var end = await harness.RunAsync();

        Assert.Equal("fired", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task CreateTimer_with_a_cancelled_token_throws_and_is_still_recorded()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            try
            {
                await context.CreateTimer(TimeSpan.FromDays(1), new CancellationToken(canceled: true));
            }
            catch (TaskCanceledException)
            {
                return await context.CallActivityAsync<string>("echo", "cancelled");
            }

            return null;
        });
        await harness.StartMainAsync("a");

        var end = await harness.EndAsync("a");

        Assert.Equal("cancelled", end.ReadOutputAs<string>());
        var rows = await harness.Store.ReadAsync("a", CancellationToken.None);
        Assert.Contains("\"Kind\":\"TimerCreated\",\"Id\":0", rows!.Rows[0].Text, StringComparison.Ordinal);
        Assert.Contains("\"Kind\":\"TaskScheduled\",\"Id\":1", rows.Rows[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateTimer_that_was_cancelled_wakes_nothing_after_a_restart()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            using var end = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromHours(1), end.Token);
            await context.CallActivityAsync("echo", 1);
            end.Cancel();
            return await context.WaitForExternalEvent<int>("answer");
        });
        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("a", 2);

        await harness.RestartAsync();
        harness.Time.Advance(TimeSpan.FromHours(1));
        await harness.Client.RaiseEventAsync("a", "answer", 5);
        await harness.EndAsync("a");

        Assert.Equal(3, harness.Store.Keys("a").Count);
    }

    [Fact]
    public async Task CreateTimer_is_armed_again_by_a_restart()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return "fired";
        });
        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("a", 1);

        await harness.RestartAsync();
        harness.Time.Advance(TimeSpan.FromDays(1));
        var end = await harness.EndAsync("a");

        Assert.Equal("fired", end.ReadOutputAs<string>());
    }
}
