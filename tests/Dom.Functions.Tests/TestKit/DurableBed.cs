using System.Text.Json;
using Dom.Core;
using Dom.Core.Fulfillment;
using Dom.Functions.Fulfillment;
using Dom.Functions.Scarcity;
using Dom.Functions.Waves;
using Dom.LocalHost.Durable;
using Dom.LocalHost.Durable.Engine;
using Dom.LocalHost.Tests.Durable;
using Dom.Tests;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dom.Functions.Tests.TestKit;

/// <summary>The orchestrations of the app on the local durable engine, with a history in memory and a clock that the test
/// moves.</summary>
internal sealed class DurableBed : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DurableEngine _engine;

    private DurableBed(DurableRegistry registry, ManualTimeProvider clock)
    {
        registry.AddOrchestrator(
            nameof(FulfillOrder), async context => await FulfillOrder.RunAsync(context, context.GetInput<FulfillOrderInput>()!));
        registry.AddOrchestrator(
            nameof(FulfillShipment), async context => await FulfillShipment.RunAsync(context, context.GetInput<FulfillShipmentInput>()!));
        registry.AddOrchestrator(nameof(LearnPrices), async context => await LearnPrices.RunAsync(context, context.GetInput<LearningRun>()!));
        registry.AddOrchestrator(nameof(SourceWave), async context => await SourceWave.RunAsync(context, context.GetInput<WaveRun>()!));
        registry.AddOrchestrator(nameof(WatchWaiting), async context =>
        {
            await WatchWaiting.RunAsync(context);
            return null;
        });
        _engine = new(registry, Store, clock, new JsonPayloads(DomJson.Options), NullLoggerFactory.Instance, new DurableEngineOptions());
        Client = new LocalDurableTaskClient(_engine);
    }

    public MemoryHistoryStore Store { get; } = new();

    public DurableTaskClient Client { get; }

    public static async Task<DurableBed> StartAsync(DurableRegistry activities, ManualTimeProvider clock)
    {
        var bed = new DurableBed(activities, clock);
        await bed._engine.StartAsync(CancellationToken.None);
        return bed;
    }

    /// <summary>Tells an order something.</summary>
    public Task TellAsync(string orderId, OrderSignalKind kind) =>
        Client.RaiseEventAsync(orderId, OrderSignal.EventName, new OrderSignal { Kind = kind });

    /// <summary>Tells a shipment that its row has changed, as the functions do: it may have read that before, and ended.</summary>
    public Task SignalAsync(string shipmentId) =>
        Client.TryRaiseEventAsync(shipmentId, ShipmentSignal.EventName, new ShipmentSignal(), CancellationToken.None);

    /// <summary>Ends once an instance has stored so many episodes.</summary>
    public Task EpisodesAsync(string id, int episodes) =>
        Store.WaitForAsync(row => row.InstanceId == id && row.State.Episodes >= episodes);

    /// <summary>The state that an order ended in.</summary>
    public async Task<OrderState> EndAsync(string orderId)
    {
        var ended = await Client.WaitForInstanceCompletionAsync(orderId, getInputsAndOutputs: true).WaitAsync(Patience);
        return ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed
            ? JsonSerializer.Deserialize<OrderState>(ended.SerializedOutput!, DomJson.Options)
            : throw new InvalidOperationException($"{orderId} is {ended.RuntimeStatus}: {ended.FailureDetails}");
    }

    public async ValueTask DisposeAsync() => await _engine.DisposeAsync();
}
