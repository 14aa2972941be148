using System.Globalization;
using DurableTask.Core.Exceptions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Scarcity;

/// <summary>Starts the learning of scarcity prices by the clock.</summary>
public sealed class StartLearnPrices(IOptions<DomOptions> options, TimeProvider clock, ILogger<StartLearnPrices> logger)
{
    // Whatever has ended may be replaced by the next.
    private static readonly OrchestrationRuntimeStatus[] UnderWay =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

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
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(LearnPrices), run, new StartOrchestrationOptions(LearnPrices.InstanceId).WithDedupeStatuses(UnderWay), cancellationToken);
            logger.LearningStarted(run.Version, run.From, timer.IsPastDue);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            logger.LearningUnderWay(run.Version);
        }
    }
}
