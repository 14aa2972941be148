using System.Text.Json;
using Dom.LocalHost.Durable;
using Dom.LocalHost.Durable.Engine;
using Dom.LocalHost.Durable.Storage;
using Dom.Tests;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dom.LocalHost.Tests.Durable;

/// <summary>An engine on a store in memory and a clock that the test moves.</summary>
internal sealed class DurableHarness : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IHistoryStore _engineStore;

    private DurableHarness(DurableRegistry registry, MemoryHistoryStore store, IHistoryStore engineStore, TimeProvider time, DurableEngineOptions options)
    {
        Registry = registry;
        Store = store;
        Options = options;
        SystemTime = time;
        _engineStore = engineStore;
        Engine = Create();
    }

    public DurableRegistry Registry { get; }

    public MemoryHistoryStore Store { get; }

    public DurableEngineOptions Options { get; }

    public TimeProvider SystemTime { get; }

    public ManualTimeProvider Time => (ManualTimeProvider)SystemTime;

    public DurableEngine Engine { get; private set; }

    public LocalDurableTaskClient Client => new(Engine);

    public static async Task<DurableHarness> StartAsync(
        Action<DurableRegistry> register,
        Func<MemoryHistoryStore, IHistoryStore>? wrap = null,
        DurableEngineOptions? options = null)
    {
        var registry = new DurableRegistry();
        register(registry);
        var store = new MemoryHistoryStore();
        var harness = new DurableHarness(registry, store, wrap?.Invoke(store) ?? store, new ManualTimeProvider(), options ?? new DurableEngineOptions());
        await harness.Engine.StartAsync(CancellationToken.None);
        return harness;
    }

    /// <summary>An engine with one orchestrator, named <c>main</c>, and an activity <c>echo</c> that returns its input.</summary>
    public static Task<DurableHarness> StartAsync(Func<TaskOrchestrationContext, Task<object?>> main) =>
        StartAsync(registry => registry.AddOrchestrator("main", main).AddEcho());

    public static JsonPayloads Payloads { get; } = new(new JsonSerializerOptions { PropertyNameCaseInsensitive = true });

    public async Task RestartAsync()
    {
        await Engine.StopAsync();
        Engine = Create();
        await Engine.StartAsync(CancellationToken.None);
    }

    /// <summary>Runs <c>main</c> to its end.</summary>
    public async Task<OrchestrationMetadata> RunAsync(object? input = null)
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("main", input);
        return await EndAsync(id);
    }

    /// <summary>Starts <c>main</c> under an id.</summary>
    public Task StartMainAsync(string id, object? input = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync("main", input, new StartOrchestrationOptions(id));

    public Task<OrchestrationMetadata> EndAsync(string id) =>
        Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true).WaitAsync(Patience);

    /// <summary>Ends once an instance has stored a number of episodes and waits for something.</summary>
    public async Task EpisodesAsync(string id, int episodes)
    {
        await Store.WaitForAsync(row => row.InstanceId == id && row.State.Episodes >= episodes);

        // What an episode brings about, its timers too, comes after it is stored.
        await Client.WaitForInstanceStartAsync(id);
    }

    public async ValueTask DisposeAsync() => await Engine.DisposeAsync();

    private DurableEngine Create() => new(Registry, _engineStore, SystemTime, Payloads, NullLoggerFactory.Instance, Options);
}
