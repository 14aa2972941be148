using Dom.Functions.Http;
using Dom.Functions.Operations;
using Dom.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Dom.Functions.Waves;

/// <summary>What operators ask of waves.</summary>
public sealed class WaveFunctions(WaveStarter starter, ILogger<WaveFunctions> logger)
{
    /// <summary>POST that a wave is run now.</summary>
    /// <param name="request">The request.</param>
    /// <param name="client">Starts it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(PostWave))]
    [Allow(Role.Operator, AlsoVisibleTo = [Role.Viewer])]
    public async Task<IResult> PostWave(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "waves")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var (body, faults) = await RequestReader.JsonAsync<OrderActionRequest>(request, cancellationToken);
        if (body is null || body.Faults() is { IsEmpty: false })
        {
            return Problems.Invalid(body?.Faults() ?? faults);
        }

        var (run, isStarted) = await starter.StartAsync(client, body.RequestId, cancellationToken);
        if (!isStarted || run is null)
        {
            logger.WaveUnderWay(run?.WaveId);
            return Problems.Conflict($"Wave {run?.WaveId} is under way; one is run at a time.", "running", []);
        }

        logger.WaveStarted(run.WaveId, isLate: false);
        return new JsonAnswer(StatusCodes.Status202Accepted, new { waveId = run.WaveId, startedAt = run.At });
    }
}
