using System.Threading.Channels;
using Dom.LocalHost.Hosting;
using Dom.LocalHost.Tests.Broker;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Dom.LocalHost.Tests.Hosting;

public sealed class TimerListenerTests
{
    private readonly ManualClock _clock = new();
    private readonly Channel<TimerInfo> _runs = Channel.CreateUnbounded<TimerInfo>();

    [Fact]
    public async Task A_timer_runs_at_its_times_even_after_a_failure()
    {
        await using var host = await StartAsync(typeof(Hourly), ("Schedule", "0 0 * * * *"));

        for (var run = 1; run <= 2; run++)
        {
            var info = await NextAsync();
            Assert.Equal(0, info.ScheduleStatus!.Next.Minute);
        }
    }

    [Fact]
    public async Task A_timer_that_runs_on_startup_runs_at_once()
    {
        await using var host = await StartAsync(typeof(AtStart));

        var info = await _runs.Reader.ReadAsync().AsTask().WaitAsync(BrokerBed.Patience);

        Assert.NotNull(info);
    }

    [Theory]
    [InlineData("0 0 * * *", "5 fields")]
    [InlineData("", "'Schedule'")]
    public async Task A_schedule_that_is_wrong_is_refused_with_the_function(string schedule, string said)
    {
        var failure = await Assert.ThrowsAsync<LocalHostException>(() => StartAsync(typeof(Hourly), ("Schedule", schedule)));

        Assert.Contains("'Hourly'", failure.Message, StringComparison.Ordinal);
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    private async Task<FunctionsHost> StartAsync(Type functions, params (string, string)[] settings)
    {
        var host = FunctionsHost.Create(HostBed.Options(functions) with
        {
            Configuration = HostBed.Settings(settings),
            ConfigureServices = services => services.AddSingleton(_runs.Writer),
            TimeProvider = _clock,
        });
        await host.StartAsync(CancellationToken.None);
        return host;
    }

    // The listener may not wait yet when the clock is moved, so it is moved until the function has run.
    private async Task<TimerInfo> NextAsync()
    {
        using var patience = new CancellationTokenSource(BrokerBed.Patience);
        TimerInfo? run;
        while (!_runs.Reader.TryRead(out run))
        {
            _clock.Advance(TimeSpan.FromMinutes(10));
            await Task.Delay(5, patience.Token);
        }

        return run;
    }

    internal sealed class Hourly(ChannelWriter<TimerInfo> runs)
    {
        [Function("Hourly")]
        public async Task RunAsync([TimerTrigger("%Schedule%")] TimerInfo timer)
        {
            await runs.WriteAsync(timer);
            throw new InvalidOperationException("The next run is due all the same.");
        }
    }

    internal sealed class AtStart(ChannelWriter<TimerInfo> runs)
    {
        [Function("AtStart")]
        public ValueTask RunAsync([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => runs.WriteAsync(timer);
    }
}
