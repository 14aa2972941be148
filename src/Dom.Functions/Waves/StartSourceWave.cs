using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Dom.Functions.Waves;

/// <summary>Starts waves by the clock.</summary>
public sealed class StartSourceWave(WaveStarter starter, ILogger<StartSourceWave> logger)
{
    /// <summary>Starts one, unless one is under way.</summary>
    /// <param name="timer">What the schedule says.</param>
    /// <param name="client">Starts it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(StartSourceWave))]
    public async Task RunAsync([TimerTrigger("%SourceWaveSchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        if (await starter.StartAsync(client, null, cancellationToken) is { Run: { } run, IsStarted: true })
        {
            logger.WaveStarted(run.WaveId, timer.IsPastDue);
        }
        else
        {
            logger.WaveUnderWay(null);
        }
    }
}
