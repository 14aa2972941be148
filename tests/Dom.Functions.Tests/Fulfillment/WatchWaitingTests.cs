using Dom.Functions.Fulfillment;
using Dom.Functions.Tests.TestKit;
using Dom.LocalHost.Durable;
using Dom.Tests;
using Microsoft.DurableTask;

namespace Dom.Functions.Tests.Fulfillment;

public sealed class WatchWaitingTests
{
    [Fact]
    public async Task RunAsync_looks_again_and_again()
    {
        var clock = new ManualTimeProvider(A.Moment);
        using var looks = new SemaphoreSlim(0);
        var activities = new DurableRegistry().AddActivity(nameof(WaitingActivities.WakeWaiting), (_, _) =>
        {
            looks.Release();
            return Task.FromResult<object?>(TimeSpan.FromMinutes(5));
        });
        await using var bed = await DurableBed.StartAsync(activities, clock);

        await bed.Client.ScheduleNewOrchestrationInstanceAsync(nameof(WatchWaiting), null, new StartOrchestrationOptions(WatchWaiting.InstanceId));

        for (var look = 1; look <= 3; look++)
        {
            Assert.True(await looks.WaitAsync(TimeSpan.FromSeconds(60)));
            await bed.Store.WaitForAsync(row => row.InstanceId == WatchWaiting.InstanceId && row.State.Open.Count > 0 && row.State.Open.All(open => open.FireAt is not null));
            clock.Advance(TimeSpan.FromMinutes(5));
        }
    }
}
