using Microsoft.DurableTask.Client;

namespace Dom.LocalHost.Tests.Durable;

public sealed class PayloadTests
{
    [Fact]
    public async Task SetCustomStatus_keeps_the_last_value_of_an_episode()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            context.SetCustomStatus("one");
            context.SetCustomStatus(new { Step = 2 });
            return await context.WaitForExternalEvent<int>("answer");
        });
        await harness.StartMainAsync("a");
        await harness.EpisodesAsync("a", 1);

        var running = await harness.Client.GetInstanceAsync("a", getInputsAndOutputs: true);

        Assert.Equal("{\"Step\":2}", running!.SerializedCustomStatus);
    }

    [Fact]
    public async Task SetCustomStatus_of_more_than_16_KB_fails_the_instance()
    {
        await using var harness = await DurableHarness.StartAsync(context =>
        {
            context.SetCustomStatus(new string('x', 8_191));
            return Task.FromResult<object?>(null);
        });

        var end = await harness.RunAsync();

        Assert.Contains("at most 8192 (16 KB) are kept", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetInput_that_does_not_read_fails_the_instance()
    {
        await using var harness = await DurableHarness.StartAsync(context => Task.FromResult<object?>(context.GetInput<int>()));

        var end = await harness.RunAsync("text");

        Assert.Contains("The input of orchestrator 'main' does not read as System.Int32", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitForExternalEvent_for_a_struct_fails_the_instance_when_no_payload_comes()
    {
        await using var harness = await DurableHarness.StartAsync(async context => await context.WaitForExternalEvent<int>("answer"));
        await harness.StartMainAsync("a");

        await harness.Client.RaiseEventAsync("a", "answer");

        var end = await harness.EndAsync("a");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("'main' waits for it as System.Int32, which cannot be null. Wait for a nullable type", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitForExternalEvent_for_what_can_be_null_takes_an_event_without_payload()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
            (await context.WaitForExternalEvent<int?>("answer"), await context.WaitForExternalEvent<string?>("word")) is (null, null));
        await harness.StartMainAsync("a");

        await harness.Client.RaiseEventAsync("a", "answer");
        await harness.Client.RaiseEventAsync("a", "word");

        Assert.Equal("true", (await harness.EndAsync("a")).SerializedOutput);
    }

    [Fact]
    public async Task CallActivityAsync_whose_result_does_not_read_fails_the_instance_even_when_caught()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            try
            {
                return await context.CallActivityAsync<int>("echo", "text");
            }
            catch (Exception exception) when (exception is not null)
            {
                return "caught";
            }
        });

        var end = await harness.RunAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("The result of activity 'echo' (#0) does not read as System.Int32", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallActivityAsync_with_too_long_an_input_fails_the_instance()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
            await context.CallActivityAsync<string>("echo", new string('x', 200_000)));

        var end = await harness.RunAsync();

        Assert.Contains("The input of activity 'echo' is 200002 characters", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallActivityAsync_too_often_in_one_episode_fails_the_instance()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => context.CallActivityAsync("echo", new string('x', 100_000))));
            return null;
        });

        var end = await harness.RunAsync();

        Assert.Contains("did 20 things in one episode", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallActivityAsync_gives_the_default_for_no_result()
    {
        await using var harness = await DurableHarness.StartAsync(async context => await context.CallActivityAsync<int>("echo"));

        var end = await harness.RunAsync();

        Assert.Equal(0, end.ReadOutputAs<int>());
    }

    [Fact]
    public async Task CallActivityAsync_refuses_options_given_as_input()
    {
        await using var harness = await DurableHarness.StartAsync(async context =>
        {
            object options = new Microsoft.DurableTask.TaskOptions();
            return await context.CallActivityAsync<int>("echo", options);
        });

        var end = await harness.RunAsync();

        Assert.Equal("System.ArgumentException", end.FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task ScheduleNewOrchestrationInstanceAsync_refuses_too_long_an_input()
    {
        await using var harness = await DurableHarness.StartAsync(_ => Task.FromResult<object?>(null));

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => harness.StartMainAsync("a", new string('x', 200_000)));

        Assert.Contains("Keep large data in storage and pass its id", refusal.Message, StringComparison.Ordinal);
    }
}
