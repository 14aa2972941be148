using System.Text.Json;
using Dom.Core;
using Dom.Functions.Tests.TestKit;
using Dom.Functions.Waves;
using Dom.Tests;
using DurableTask.Core.Exceptions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace Dom.Functions.Tests.Waves;

public sealed class WaveStarterTests
{
    private readonly Mock<DurableTaskClient> _client = DurableClients.Mock();

    [Fact]
    public async Task The_clock_starts_one_wave()
    {
        await StartAsync();

        var options = Assert.Single(_client.Started());
        Assert.Equal(SourceWave.InstanceId, options.InstanceId);
        _client.Verify(client => client.ScheduleNewOrchestrationInstanceAsync(
            new TaskName(nameof(SourceWave)), new WaveRun("20261121T100000000Z", A.Moment), It.IsAny<StartOrchestrationOptions>(), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task The_clock_leaves_a_wave_that_is_under_way_alone()
    {
        IsUnderWay(new WaveRun("1", A.Moment));

        await StartAsync();

        _client.VerifyAll();
    }

    [Fact]
    public async Task PostWave_answers_what_it_started()
    {
        var call = await PostAsync("""{"requestId": "r1"}""");

        Assert.Equal((202, "20261121T100000000Z"), (call.Status, call.Json.GetProperty("waveId").GetString()));
        Assert.Equal(A.Moment, call.Json.GetProperty("startedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task PostWave_answers_a_repeat_what_the_first_answered()
    {
        _client.Knows(SourceWave.InstanceId, OrchestrationRuntimeStatus.Completed, Text(new WaveRun("1", A.Moment, "r1")));

        var again = await PostAsync("""{"requestId": "r1"}""");

        Assert.Equal((202, "1"), (again.Status, again.Json.GetProperty("waveId").GetString()));
        Assert.Empty(_client.Started());
    }

    [Fact]
    public async Task PostWave_says_which_wave_is_under_way()
    {
        IsUnderWay(new WaveRun("1", A.Moment));

        var call = await PostAsync("");

        Assert.Equal((409, "Wave 1 is under way; one is run at a time."), (call.Status, call.Json.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task PostWave_names_what_is_wrong_with_the_request()
    {
        var call = await PostAsync("""{"requestId": ""}""");

        Assert.Equal((400, true), (call.Status, call.Json.GetProperty("errors").TryGetProperty("requestId", out _)));
    }

    private void IsUnderWay(WaveRun run) => _client.Knows(SourceWave.InstanceId, input: Text(run))
        .Setup(client => client.ScheduleNewOrchestrationInstanceAsync(
            It.IsAny<TaskName>(), It.IsAny<object?>(), It.IsAny<StartOrchestrationOptions?>(), It.IsAny<CancellationToken>()))
        .ThrowsAsync(new OrchestrationAlreadyExistsException(SourceWave.InstanceId));

    private Task StartAsync() => new StartSourceWave(Starter(), NullLogger<StartSourceWave>.Instance).RunAsync(new TimerInfo(), _client.Object, CancellationToken.None);

    private Task<HttpCall> PostAsync(string body) => new HttpCall("POST", body).SendAsync(
        request => new WaveFunctions(Starter(), NullLogger<WaveFunctions>.Instance).PostWave(request, _client.Object, CancellationToken.None));

    private static WaveStarter Starter() => new(new ManualTimeProvider(A.Moment));

    private static string Text(WaveRun run) => JsonSerializer.Serialize(run, DomJson.Options);
}
