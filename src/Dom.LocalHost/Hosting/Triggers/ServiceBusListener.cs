using System.Diagnostics.CodeAnalysis;
using Azure.Messaging.ServiceBus;
using Dom.LocalHost.Broker;
using Dom.LocalHost.Hosting.Catalog;
using Dom.LocalHost.Hosting.Invocation;
using Dom.LocalHost.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dom.LocalHost.Hosting.Triggers;

/// <summary>
/// Runs one function for the messages of one queue or subscription: peek-lock, several at a time, locks renewed while the function
/// runs. A failure abandons the message at once. Returning completes it, unless the function settles its messages itself.
/// Source: Azure Functions documentation, "Service Bus trigger", "PeekLock behavior".
/// </summary>
internal sealed class ServiceBusListener
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly FunctionInvoker _invoker;
    private readonly BrokerQueue _queue;
    private readonly bool _autoComplete;
    private readonly HostJson _settings;
    private readonly IServiceProvider _services;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    /// <summary>Prepares a function.</summary>
    /// <param name="function">A function with a Service Bus trigger.</param>
    /// <param name="broker">The broker.</param>
    /// <param name="settings">host.json.</param>
    /// <param name="services">The app's services.</param>
    /// <param name="logger">Gets what happens.</param>
    /// <exception cref="LocalHostException">A setting is missing, or there is no such queue or subscription.</exception>
    public ServiceBusListener(
        FunctionDescriptor function,
        ServiceBusBroker broker,
        HostJson settings,
        IServiceProvider services,
        ILogger logger)
    {
        var trigger = (FunctionTrigger.ServiceBus)function.Trigger;
        var configuration = services.GetRequiredService<IConfiguration>();
        var path = SettingReference.Resolve(trigger.QueueOrTopic, configuration, function.Name);
        if (trigger.Subscription is { } subscription)
        {
            path = BrokerPath.Subscription(path, SettingReference.Resolve(subscription, configuration, function.Name));
        }

        try
        {
            _queue = broker.Queue(path);
        }
        catch (ServiceBusException unknown)
        {
            throw new LocalHostException($"Function '{function.Name}' listens to '{path}'. {unknown.Message}", unknown);
        }

        _invoker = new(function);
        _autoComplete = trigger.AutoComplete ?? settings.AutoCompleteMessages;
        _settings = settings;
        _services = services;
        _timeProvider = services.GetRequiredService<TimeProvider>();
        _logger = logger;
    }

    /// <summary>Runs until it is stopped.</summary>
    /// <param name="stop">Stops receiving; functions that run are waited for.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        _logger.TriggerListens(_invoker.Function.Name, _queue.Path);
        HashSet<Task> running = [];
        var pause = FirstPause;
        while (!stop.IsCancellationRequested)
        {
            running.RemoveWhere(task => task.IsCompleted);
            if (running.Count == _settings.MaxConcurrentCalls)
            {
                await Task.WhenAny(running);
                continue;
            }

            try
            {
                var received = await _queue.ReceiveAsync(_settings.MaxConcurrentCalls - running.Count, Idle, stop);
                running.UnionWith(received.Select(message => Task.Run(() => ProcessAsync(message, stop), CancellationToken.None)));
                pause = FirstPause;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                _logger.ReceiveFailed(failure, _invoker.Function.Name, pause);
                await Task.Delay(pause, _timeProvider, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }

        await Task.WhenAll(running);
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types",
        Justification = "A function's failure gives its message back, as in the real host; it is logged.")]
    private async Task ProcessAsync(LockedMessage locked, CancellationToken stop)
    {
        using var done = new CancellationTokenSource();
        var renewal = RenewAsync(locked, done.Token);
        await using (var scope = _services.CreateAsyncScope())
        {
            var context = new LocalFunctionContext(
                _invoker.Function, scope.ServiceProvider, BindingData(locked), stop);
            var succeeded = false;
            try
            {
                await _invoker.InvokeAsync(new(context, locked.ToReceivedMessage())
                {
                    Actions = new LocalServiceBusMessageActions(_queue),
                });
                succeeded = true;
            }
            catch (Exception failure)
            {
                _logger.FunctionFailed(failure, _invoker.Function.Name, context.InvocationId);
            }

            await done.CancelAsync();
            await renewal;
            await SettleAsync(locked, succeeded);
        }
    }

    private async Task SettleAsync(LockedMessage locked, bool succeeded)
    {
        // A function that settled its message before it failed leaves nothing to give back.
        if ((succeeded && !_autoComplete) || (!succeeded && _queue.Held(locked.LockToken) is null))
        {
            return;
        }

        try
        {
            await (succeeded
                ? _queue.CompleteAsync(locked.LockToken, CancellationToken.None)
                : _queue.AbandonAsync(locked.LockToken, null, CancellationToken.None));
        }
        catch (Exception failure) when (failure is ServiceBusException || StorageFailure.Is(failure))
        {
            _logger.SettlementFailed(_invoker.Function.Name, locked.Message.SequenceNumber, failure.Message);
        }
    }

    private async Task RenewAsync(LockedMessage locked, CancellationToken done)
    {
        var end = _timeProvider.GetUtcNow() + _settings.MaxAutoLockRenewalDuration;
        var until = locked.LockedUntil;
        while (true)
        {
            var pause = (until - _timeProvider.GetUtcNow()) / 2;
            if (_timeProvider.GetUtcNow() + pause > end)
            {
                return;
            }

            await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, _timeProvider, done)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (done.IsCancellationRequested || _queue.Held(locked.LockToken) is null)
            {
                return;
            }

            try
            {
                until = await _queue.RenewAsync(locked.LockToken, CancellationToken.None);
            }
            catch (Exception failure) when (failure is ServiceBusException || StorageFailure.Is(failure))
            {
                _logger.SettlementFailed(_invoker.Function.Name, locked.Message.SequenceNumber, failure.Message);
                return;
            }
        }
    }

    private static Dictionary<string, object?> BindingData(LockedMessage locked) => new()
    {
        ["MessageId"] = locked.Message.MessageId,
        ["DeliveryCount"] = locked.DeliveryCount,
        ["SequenceNumber"] = locked.Message.SequenceNumber,
        ["EnqueuedTimeUtc"] = locked.Message.EnqueuedAt.UtcDateTime,
        ["LockToken"] = locked.LockToken.ToString(),
    };
}
