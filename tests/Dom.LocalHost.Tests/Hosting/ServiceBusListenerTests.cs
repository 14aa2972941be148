using System.Collections.Concurrent;
using System.Threading.Channels;
using Azure.Messaging.ServiceBus;
using Dom.LocalHost.Broker;
using Dom.LocalHost.Hosting;
using Dom.LocalHost.Tests.Broker;
using Dom.Tests;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Dom.LocalHost.Tests.Hosting;

[Collection(SharedAzurite.Name)]
public sealed class ServiceBusListenerTests(AzuriteFixture azurite)
{
    private static readonly (string, string)[] Settings = [("OrdersQueue", "orders"), ("EventsTopic", "fulfillment-events")];
    private readonly BrokerBed _bed = new(azurite);

    [Fact]
    public async Task A_message_starts_the_function_and_is_completed_when_it_returns()
    {
        await using var broker = await _bed.OpenAsync();
        var seen = new Seen();
        await using var host = await StartAsync(broker, seen, typeof(Completing));

        await broker.SendAsync("orders", BrokerBed.Message("1", "m"));
        var message = await seen.NextAsync();
        await UntilAsync(async () => (await broker.CountAsync("orders")).Active == 0);

        Assert.Equal(("1", "m", 1), (message.Body.ToString(), message.MessageId, message.DeliveryCount));
    }

    [Fact]
    public async Task A_failing_function_gets_its_message_until_it_is_dead_lettered()
    {
        await using var broker = await _bed.OpenAsync();
        var seen = new Seen();
        await using var host = await StartAsync(broker, seen, typeof(Failing));

        await broker.SendAsync("orders", BrokerBed.Message("1"));
        await UntilAsync(async () => (await broker.CountAsync("orders")).DeadLetter == 1);

        Assert.Equal(Enumerable.Range(1, 10), seen.All.Select(message => message.DeliveryCount));
    }

    [Fact]
    public async Task A_function_that_settles_itself_is_left_alone_and_its_lock_runs_out()
    {
        await using var broker = await _bed.OpenAsync();
        var seen = new Seen();
        await using var host = await StartAsync(broker, seen, typeof(Forgetting));
        await broker.SendAsync("orders", BrokerBed.Message("1"));
        await seen.NextAsync();
        await UntilAsync(async () => (await broker.CountAsync("orders")).Active == 1);

        await AdvanceUntilAsync(() => seen.All.Count == 2);

        Assert.Equal([1, 2], seen.All.Select(message => message.DeliveryCount));
    }

    [Fact]
    public async Task A_function_that_dead_letters_its_message_says_why()
    {
        await using var broker = await _bed.OpenAsync();
        await using var host = await StartAsync(broker, new Seen(), typeof(Refusing));

        await broker.SendAsync("orders", BrokerBed.Message("1"));
        await UntilAsync(async () => (await broker.CountAsync("orders")).DeadLetter == 1);
        var dead = await broker.TakeAsync("orders/$DeadLetterQueue", BrokerBed.Patience);

        Assert.Equal("Refused", dead!.Message.Properties[DeadLetterReason.ReasonProperty]);
    }

    [Fact]
    public async Task The_lock_of_a_slow_function_is_renewed()
    {
        await using var broker = await _bed.OpenAsync();
        var seen = new Seen();
        await using var host = await StartAsync(broker, seen, typeof(Slow));
        await broker.SendAsync("orders", BrokerBed.Message("1"));
        var message = await seen.NextAsync();

        // The lock lasts a minute; every half minute is a renewal.
        for (var half = 1; half <= 4; half++)
        {
            var before = broker.Queue("orders").Held(Guid.Parse(message.LockToken))!.LockedUntil;
            _bed.Clock.Advance(TimeSpan.FromSeconds(30));
            await UntilAsync(() =>
                Task.FromResult(broker.Queue("orders").Held(Guid.Parse(message.LockToken))?.LockedUntil > before));
        }

        seen.Release.SetResult();
        await UntilAsync(async () => (await broker.CountAsync("orders")).Active == 0);
        Assert.Single(seen.All);
    }

    [Fact]
    public async Task A_subscription_starts_a_function()
    {
        await using var broker = await _bed.OpenAsync();
        var seen = new Seen();
        await using var host = await StartAsync(broker, seen, typeof(Subscribed));

        await broker.SendAsync("fulfillment-events", BrokerBed.Message("1"));

        Assert.Equal("1", (await seen.NextAsync()).Body.ToString());
    }

    [Fact]
    public async Task No_more_messages_are_worked_on_at_a_time_than_host_json_allows()
    {
        await using var broker = await _bed.OpenAsync();
        var seen = new Seen();
        await using var host = await StartAsync(broker, seen, typeof(Slow), maxConcurrentCalls: 2);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => broker.SendAsync("orders", BrokerBed.Message("1"))));
        await UntilAsync(() => Task.FromResult(seen.All.Count >= 2));

        seen.Release.SetResult();
        await UntilAsync(async () => (await broker.CountAsync("orders")).Active == 0);

        Assert.Equal((5, 2), (seen.All.Count, seen.MostAtOnce));
    }

    [Fact]
    public async Task A_queue_that_is_not_declared_is_refused_with_the_function()
    {
        await using var broker = await _bed.OpenAsync();

        var failure = Assert.Throws<LocalHostException>(() => FunctionsHost.Create(HostBed.Options(typeof(Completing)) with
        {
            Broker = broker,
            Configuration = HostBed.Settings(("OrdersQueue", "order")),
        }));

        Assert.Contains("'Completing' listens to 'order'", failure.Message, StringComparison.Ordinal);
    }

    private async Task<FunctionsHost> StartAsync(
        ServiceBusBroker broker, Seen seen, Type functions, int maxConcurrentCalls = 16)
    {
        var host = FunctionsHost.Create(HostBed.Options(functions) with
        {
            Broker = broker,
            Configuration = HostBed.Settings(Settings),
            ConfigureServices = services => services.AddSingleton(seen),
            TimeProvider = _bed.Clock,
            HostJson = new() { MaxConcurrentCalls = maxConcurrentCalls },
        });
        await host.StartAsync(CancellationToken.None);
        return host;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(BrokerBed.Patience);
        while (!await holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private Task AdvanceUntilAsync(Func<bool> holds) => UntilAsync(() =>
    {
        _bed.Clock.Advance(TimeSpan.FromSeconds(10));
        return Task.FromResult(holds());
    });

    internal sealed class Seen
    {
        private readonly Channel<ServiceBusReceivedMessage> _arrived = Channel.CreateUnbounded<ServiceBusReceivedMessage>();
        private readonly ConcurrentQueue<ServiceBusReceivedMessage> _messages = new();
        private int _running;

        public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyCollection<ServiceBusReceivedMessage> All => _messages;

        public int MostAtOnce { get; private set; }

        public void Add(ServiceBusReceivedMessage message)
        {
            _messages.Enqueue(message);
            Assert.True(_arrived.Writer.TryWrite(message));
        }

        public async Task HoldAsync(ServiceBusReceivedMessage message)
        {
            var running = Interlocked.Increment(ref _running);
            MostAtOnce = Math.Max(MostAtOnce, running);
            Add(message);
            await Release.Task;
            Interlocked.Decrement(ref _running);
        }

        public Task<ServiceBusReceivedMessage> NextAsync() => _arrived.Reader.ReadAsync().AsTask().WaitAsync(BrokerBed.Patience);
    }

    internal sealed class Completing(Seen seen)
    {
        [Function("Completing")]
        public void Run([ServiceBusTrigger("%OrdersQueue%")] ServiceBusReceivedMessage message) => seen.Add(message);
    }

    internal sealed class Failing(Seen seen)
    {
        [Function("Failing")]
        public Task RunAsync([ServiceBusTrigger("%OrdersQueue%")] ServiceBusReceivedMessage message)
        {
            seen.Add(message);
            throw new InvalidOperationException("no");
        }
    }

    internal sealed class Forgetting(Seen seen)
    {
        [Function("Forgetting")]
        public void Run(
            [ServiceBusTrigger("%OrdersQueue%", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
            ServiceBusMessageActions actions)
        {
            Assert.NotNull(actions);
            seen.Add(message);
        }
    }

    internal sealed class Refusing
    {
        [Function("Refusing")]
        public static Task RunAsync(
            [ServiceBusTrigger("%OrdersQueue%", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
            ServiceBusMessageActions actions,
            CancellationToken cancellationToken) =>
            actions.DeadLetterMessageAsync(message, deadLetterReason: "Refused", cancellationToken: cancellationToken);
    }

    internal sealed class Slow(Seen seen)
    {
        [Function("Slow")]
        public Task RunAsync([ServiceBusTrigger("%OrdersQueue%")] ServiceBusReceivedMessage message) => seen.HoldAsync(message);
    }

    internal sealed class Subscribed(Seen seen)
    {
        [Function("Subscribed")]
        public void Run([ServiceBusTrigger("%EventsTopic%", "all")] ServiceBusReceivedMessage message) => seen.Add(message);
    }
}
