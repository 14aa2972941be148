using System.Collections.Concurrent;
using Dom.LocalHost.Durable;
using Dom.LocalHost.Durable.Engine;
using Dom.LocalHost.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dom.LocalHost.Tests.Durable;

/// <summary>
/// An orchestration that uses all there is (activities one after another and side by side, a sub-orchestration, an event sent by it, a timer,
/// continue-as-new, custom status), and a driver that starts engines over it until it ends.
/// </summary>
internal sealed class CrashScenario
{
    private static readonly string[] Steps = ["a-1", "b-1", "b-2", "c-1", "d-1", "e-2"];

    private readonly ConcurrentDictionary<string, int> _effects = new();

    /// <summary>How often an engine of this scenario has crashed.</summary>
    public int Crashes { get; private set; }

    /// <summary>Runs the orchestration to its end and checks what it has seen and done.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="crashAfter">The number of store operations after which each of the first engines dies, one number per engine.</param>
    /// <param name="happens">Whether the operation at which it dies has happened.</param>
    public async Task RunAsync(IHistoryStore store, IReadOnlyList<int> crashAfter, bool happens)
    {
        OrchestrationMetadata? end = null;
        for (var life = 0; end is null; life++)
        {
            var deadline = life < crashAfter.Count ? crashAfter[life] : int.MaxValue;
            var faulty = new FaultyHistoryStore(store, async (operation, _, act) =>
            {
                if (operation < deadline || (operation == deadline && happens))
                {
                    await act();
                }

                if (operation >= deadline)
                {
                    throw new CrashException();
                }
            });
            await using var engine = Create(faulty);
            end = await LiveAsync(engine);
            Crashes += end is null ? 1 : 0;
        }

        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal(["1: a-1 b-1 b-2 child(c-1) event(late) d-1", "2: e-2 event(hello) no second event"], end.ReadOutputAs<string[]>()!);
        Assert.Equal("\"done\"", end.SerializedCustomStatus);
        Assert.Equal(Steps.Order(), _effects.Keys.Order());
        Assert.Empty(await store.ReadMailAsync(CancellationToken.None));
    }

    private static async Task<OrchestrationMetadata?> LiveAsync(DurableEngine engine)
    {
        var client = new LocalDurableTaskClient(engine);
        try
        {
            await engine.StartAsync(CancellationToken.None);
            if (await client.GetInstanceAsync("order") is null)
            {
                await client.ScheduleNewOrchestrationInstanceAsync("main", null, new StartOrchestrationOptions("order"));
            }

            return await client.WaitForInstanceCompletionAsync("order", getInputsAndOutputs: true).WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (Exception exception) when (exception is CrashException || exception.InnerException?.InnerException is CrashException)
        {
            return null;
        }
    }

    private static async Task<object?> RunMainAsync(TaskOrchestrationContext context)
    {
        if (context.GetInput<string>() is { } first)
        {
            var step = await context.CallActivityAsync<string>("step", "e-2");
            var hello = await context.WaitForExternalEvent<string>("hello");
            var second = context.WaitForExternalEvent<string>("hello");
            using var over = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromMilliseconds(20), over.Token);
            var isOnce = await Task.WhenAny(second, timer) == timer;
            over.Cancel();
            context.SetCustomStatus("done");
            return new[] { first, $"2: {step} event({hello}) {(isOnce ? "no" : "A")} second event" };
        }

        var a = await context.CallActivityAsync<string>("step", "a-1");
        var both = await Task.WhenAll(context.CallActivityAsync<string>("step", "b-1"), context.CallActivityAsync<string>("step", "b-2"));
        var child = await context.CallSubOrchestratorAsync<string>("child", "order", new SubOrchestrationOptions(instanceId: "order-child"));
        await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
        context.SetCustomStatus("half");
        var late = await context.WaitForExternalEvent<string>("late");
        var d = await context.CallActivityAsync<string>("step", "d-1");
        context.ContinueAsNew($"1: {a} {both[0]} {both[1]} {child} event({late}) {d}");
        return null;
    }

    private static async Task<object?> RunChildAsync(TaskOrchestrationContext context)
    {
        var to = context.GetInput<string>()!;
        context.SendEvent(to, "hello", "hello");
        var step = await context.CallActivityAsync<string>("step", "c-1");
        context.SendEvent(to, "late", "late");
        return $"child({step})";
    }

    private DurableEngine Create(IHistoryStore store)
    {
        var registry = new DurableRegistry()
            .AddOrchestrator("main", RunMainAsync)
            .AddOrchestrator("child", RunChildAsync)
            .AddActivity("step", (call, _) =>
            {
                var step = (string)DurableHarness.Payloads.Deserialize(call.Input, typeof(string))!;
                _effects.AddOrUpdate(step, 1, (_, count) => count + 1);
                return Task.FromResult<object?>(step);
            });
        return new DurableEngine(
            registry, store, TimeProvider.System, DurableHarness.Payloads, NullLoggerFactory.Instance, new DurableEngineOptions());
    }

    private sealed class CrashException() : Exception("the process died");
}
