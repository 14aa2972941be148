using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Tests.Durable;

public sealed class RetryTests
{
    [Fact]
    public async Task CallActivityAsync_retries_with_growing_delays_up_to_the_longest()
    {
        var fails = new Failing(times: 3);
        var policy = new RetryPolicy(10, TimeSpan.FromSeconds(1), 10, maxRetryInterval: TimeSpan.FromSeconds(50));
        await using var harness = await StartAsync(fails, TaskOptions.FromRetryPolicy(policy));
        await harness.StartMainAsync("a");

        for (var (episode, delay) = (2, new[] { 1, 10, 50 }); episode <= 6; episode += 2)
        {
            await harness.EpisodesAsync("a", episode);
            harness.Time.Advance(TimeSpan.FromSeconds(delay[(episode / 2) - 1]));
        }

        var end = await harness.EndAsync("a");

        Assert.Equal("after 4", end.ReadOutputAs<string>());
        Assert.Equal(61, (end.LastUpdatedAt - end.CreatedAt).TotalSeconds);
    }

    [Fact]
    public async Task CallActivityAsync_makes_one_more_timer_after_the_last_failure()
    {
        var policy = new RetryPolicy(1, TimeSpan.FromSeconds(1));
        await using var harness = await StartAsync(new Failing(times: 9), TaskOptions.FromRetryPolicy(policy));
        await harness.StartMainAsync("a");

        var end = await harness.EndAsync("a");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("Task 'flaky' (#0) failed with an unhandled exception: failure 1", end.FailureDetails!.ErrorMessage);
        Assert.Equal(3, harness.Store.Keys("a").Count);
    }

    [Fact]
    public async Task CallActivityAsync_stops_when_HandleFailure_says_no()
    {
        var fails = new Failing(times: 9);
        var policy = new RetryPolicy(5, TimeSpan.FromSeconds(1)) { HandleFailure = failure => !failure.IsCausedBy<InvalidDataException>() };
        await using var harness = await StartAsync(fails, TaskOptions.FromRetryPolicy(policy));

        await harness.RunAsync();

        Assert.Equal(1, fails.Calls);
    }

    [Fact]
    public async Task CallActivityAsync_stops_when_HandleFailure_throws()
    {
        var fails = new Failing(times: 9);
        var policy = new RetryPolicy(5, TimeSpan.FromSeconds(1)) { HandleFailure = _ => throw new InvalidOperationException("no idea") };
        await using var harness = await StartAsync(fails, TaskOptions.FromRetryPolicy(policy));

        var end = await harness.RunAsync();

        Assert.Equal(1, fails.Calls);
        Assert.Contains("failure 1", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallActivityAsync_stops_when_the_retry_timeout_is_over()
    {
        var fails = new Failing(times: 9);
        var policy = new RetryPolicy(9, TimeSpan.FromSeconds(10), retryTimeout: TimeSpan.FromSeconds(10));
        await using var harness = await StartAsync(fails, TaskOptions.FromRetryPolicy(policy));
        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("a", 2);

        harness.Time.Advance(TimeSpan.FromSeconds(10));
        await harness.EndAsync("a");

        Assert.Equal(2, fails.Calls);
    }

    [Fact]
    public async Task CallActivityAsync_asks_a_handler_that_may_wait()
    {
        var fails = new Failing(times: 2);
        var attempts = new HashSet<(int, TimeSpan)>();
        var options = TaskOptions.FromRetryHandler(async retry =>
        {
            attempts.Add((retry.LastAttemptNumber, retry.TotalRetryTime));
            await retry.OrchestrationContext.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
            return true;
        });
        await using var harness = await StartAsync(fails, options);
        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("a", 2);
        harness.Time.Advance(TimeSpan.FromMinutes(1));
        await harness.EpisodesAsync("a", 4);
        harness.Time.Advance(TimeSpan.FromMinutes(1));

        var end = await harness.EndAsync("a");

        Assert.Equal("after 3", end.ReadOutputAs<string>());
        Assert.Equal([(1, TimeSpan.Zero), (2, TimeSpan.FromMinutes(1))], attempts.Order());
    }

    [Fact]
    public async Task CallActivityAsync_does_not_retry_an_activity_that_does_not_exist()
    {
        var policy = new RetryPolicy(5, TimeSpan.FromDays(1));
        await using var harness = await DurableHarness.StartAsync(context =>
            context.CallActivityAsync<object?>("nothing", TaskOptions.FromRetryPolicy(policy)));

        var end = await harness.RunAsync();

        Assert.Contains("There is no activity 'nothing'; there are: echo.", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallSubOrchestratorAsync_retries_under_the_same_id()
    {
        var runs = 0;
        await using var harness = await DurableHarness.StartAsync(registry => registry
            .AddOrchestrator("main", async context => await context.CallSubOrchestratorAsync<string>(
                "child", null, TaskOptions.FromRetryHandler(_ => true).WithInstanceId("child-1")))
            .AddOrchestrator("child", context => ++runs < 3
                ? throw new InvalidDataException("not yet")
                : Task.FromResult<object?>(context.InstanceId)));

        var end = await harness.RunAsync();

        Assert.Equal("child-1", end.ReadOutputAs<string>());
    }

    private static Task<DurableHarness> StartAsync(Failing fails, TaskOptions options) => DurableHarness.StartAsync(registry => registry
        .AddActivity("flaky", (_, _) => fails.Run())
        .AddOrchestrator("main", async context => await context.CallActivityAsync<string>("flaky", null, options)));

    private sealed class Failing(int times)
    {
        public int Calls { get; private set; }

        public Task<object?> Run() => ++Calls <= times
            ? throw new InvalidDataException($"failure {Calls}")
            : Task.FromResult<object?>($"after {Calls}");
    }
}
