using Azure.Core;
using Azure.Data.Tables;
using Dom.LocalHost.Azurite;
using Dom.LocalHost.Durable.Storage;
using Dom.Tests;
using Microsoft.DurableTask;

namespace Dom.LocalHost.Tests.Durable;

[Collection(SharedAzurite.Name)]
public sealed class CrashTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Engine_loses_nothing_and_shows_nothing_twice_wherever_it_dies(bool happens)
    {
        var crashed = true;
        for (var operation = 1; crashed; operation++)
        {
            var scenario = new CrashScenario();

            await scenario.RunAsync(new MemoryHistoryStore(), [operation], happens);

            crashed = scenario.Crashes > 0;
            Assert.True(crashed || operation > 20, $"Only {operation} operations were there to die at.");
            Assert.InRange(operation, 1, 200);
        }
    }

    [Fact]
    public async Task Engine_loses_nothing_when_it_dies_again_and_again()
    {
        const int Seed = 20261121;
        var random = new Random(Seed);
        for (var run = 0; run < 60; run++)
        {
            var lives = Enumerable.Range(0, 8).Select(_ => random.Next(3, 20)).ToList();

            await new CrashScenario().RunAsync(new MemoryHistoryStore(), lives, happens: run % 2 == 0);
        }
    }

    // The receiver's episode stores what it has seen: that must not hold an event whose mail the crash has cut off.
    [Fact]
    public async Task Engine_delivers_again_what_it_was_delivering_when_it_died_though_the_receiver_went_on()
    {
        var goesOn = new TaskCompletionSource<object?>();
        var isDead = false;
        await using var harness = await DurableHarness.StartAsync(
            registry => registry
                .AddOrchestrator("receiver", async context =>
                {
                    await context.CallActivityAsync("goOn");
                    return await context.WaitForExternalEvent<string>("news");
                })
                .AddOrchestrator("sender", context =>
                {
                    context.SendEvent("receiver", "news", "it rains");
                    return Task.FromResult<object?>(null);
                })
                .AddActivity("goOn", (_, _) => goesOn.Task),
            store => new FaultyHistoryStore(store, async (_, name, act) =>
            {
                if (name == "mail" && !isDead)
                {
                    isDead = true;
                    goesOn.SetResult(null);
                    await store.WaitForAsync(row => row is { InstanceId: "receiver", State.Episodes: 2 });
                    throw new InvalidOperationException("The process died.");
                }

                await act();
            }));
        await harness.Client.ScheduleNewOrchestrationInstanceAsync("receiver", null, new StartOrchestrationOptions("receiver"));
        await harness.EpisodesAsync("receiver", 1);

        await harness.Client.ScheduleNewOrchestrationInstanceAsync("sender", null, new StartOrchestrationOptions("sender"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => harness.Engine.Completion.WaitAsync(TimeSpan.FromSeconds(30)));
        await harness.RestartAsync();

        Assert.Equal("it rains", (await harness.EndAsync("receiver")).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Engine_loses_nothing_in_Table_Storage_wherever_it_dies(bool happens)
    {
        var options = new TableClientOptions();
        options.AddPolicy(OneBatchAtATimePolicy.Shared, HttpPipelinePosition.PerRetry);
        var service = new TableServiceClient(azurite.ConnectionString, options);
        var crashed = true;
        for (var operation = 1; crashed; operation++)
        {
            var store = new TableHistoryStore(service.GetTableClient($"{azurite.NewPrefix()}instances"));
            var scenario = new CrashScenario();

            await scenario.RunAsync(store, [operation], happens);

            crashed = scenario.Crashes > 0;
            Assert.True(crashed || operation > 20, $"Only {operation} operations were there to die at.");
            Assert.InRange(operation, 1, 200);
        }
    }
}
