using System.Diagnostics.CodeAnalysis;
using Dom.LocalHost.Hosting.Catalog;
using Dom.LocalHost.Hosting.Invocation;
using Dom.LocalHost.Hosting.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Hosting.Triggers;

/// <summary>Runs one function by the clock, one run at a time; a run that is due while another runs is late, not lost.</summary>
internal sealed class TimerListener
{
    // Timers are limited to 49 days.
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);
    private readonly FunctionInvoker _invoker;
    private readonly NcrontabSchedule _schedule;
    private readonly bool _runOnStartup;
    private readonly IServiceProvider _services;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    /// <summary>Prepares a function.</summary>
    /// <param name="function">A function with a timer trigger.</param>
    /// <param name="services">The app's services.</param>
    /// <param name="timeProvider">Tells the time.</param>
    /// <param name="logger">Gets what happens.</param>
    /// <exception cref="LocalHostException">The schedule is not readable, or its setting is missing.</exception>
    public TimerListener(
        FunctionDescriptor function, IServiceProvider services, TimeProvider timeProvider, ILogger logger)
    {
        var trigger = (FunctionTrigger.Timer)function.Trigger;
        var expression = SettingReference.Resolve(
            trigger.Schedule, services.GetRequiredService<IConfiguration>(), function.Name);
        try
        {
            _schedule = NcrontabSchedule.Parse(expression);
        }
        catch (FormatException wrong)
        {
            throw new LocalHostException($"Function '{function.Name}': its schedule '{expression}' is wrong. {wrong.Message}", wrong);
        }

        _invoker = new(function);
        _runOnStartup = trigger.RunOnStartup;
        _services = services;
        _timeProvider = timeProvider;
        _logger = logger;
    }

    /// <summary>Runs until it is stopped.</summary>
    /// <param name="stop">Stops it; a run that has begun is waited for.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        var last = _timeProvider.GetUtcNow();
        if (_runOnStartup)
        {
            await InvokeAsync(last, last, stop);
        }

        while (_schedule.Next(last) is { } next)
        {
            _logger.TimerWaits(_invoker.Function.Name, next);
            if (!await WaitUntilAsync(next, stop))
            {
                return;
            }

            await InvokeAsync(last, next, stop);
            last = next;
        }
    }

    private async Task<bool> WaitUntilAsync(DateTimeOffset due, CancellationToken stop)
    {
        while (due - _timeProvider.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            // A delay is cut to whole milliseconds; cut to nothing it would spin.
            var pause = TimeSpan.FromMilliseconds(Math.Ceiling((left < LongestPause ? left : LongestPause).TotalMilliseconds));
            await Task.Delay(pause, _timeProvider, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
            {
                return false;
            }
        }

        return !stop.IsCancellationRequested;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types",
        Justification = "A function's failure is logged, and its next run is due at the next time, as in the real host.")]
    private async Task InvokeAsync(DateTimeOffset last, DateTimeOffset due, CancellationToken stop)
    {
        await using var scope = _services.CreateAsyncScope();
        var context = new LocalFunctionContext(
            _invoker.Function, scope.ServiceProvider, new Dictionary<string, object?>(), stop);
        var now = _timeProvider.GetUtcNow();
        var timer = new TimerInfo
        {
            IsPastDue = _schedule.Next(due) <= now,
            ScheduleStatus = new()
            {
                Last = last.UtcDateTime,
                LastUpdated = last.UtcDateTime,
                Next = (_schedule.Next(due) ?? DateTimeOffset.MaxValue).UtcDateTime,
            },
        };
        try
        {
            await _invoker.InvokeAsync(new(context, timer));
        }
        catch (Exception failure)
        {
            _logger.FunctionFailed(failure, _invoker.Function.Name, context.InvocationId);
        }
    }
}
