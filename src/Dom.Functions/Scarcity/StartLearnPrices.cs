using System.Globalization;
using Dom.Functions.Fulfillment;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Scarcity;

/// <summary>Starts the learning of scarcity prices by the clock.</summary>
public sealed class StartLearnPrices(IOptions<DomOptions> options, TimeProvider clock, ILogger<StartLearnPrices> logger)
{
    /// <summary>Starts one, unless one is under way.</summary>
    /// <param name="timer">What the schedule says.</param>
    /// <param name="client">Starts it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(StartLearnPrices))]
    public async Task RunAsync([TimerTrigger("%LearnPricesSchedule%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        ArgumentNullException.ThrowIfNull(client);
        var at = clock.GetUtcNow();
        var run = new LearningRun(at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture), at, at - (options.Value.LearnPricesDays * options.Value.LearnPricesWindow), options.Value.LearnPricesDays);
        if (await client.TryStartAsync(nameof(LearnPrices), run, LearnPrices.InstanceId, cancellationToken))
        {
            logger.LearningStarted(run.Version, run.From, timer.IsPastDue);
        }
        else
        {
            logger.LearningUnderWay(run.Version);
        }
    }
}
