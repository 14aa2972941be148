using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dom.Functions.Scarcity;

/// <summary>
/// Learns scarcity prices from a window of orders: gathers demand and stock page by page, solves them jointly, writes the prices beside the stock, and
/// only then lets decisions see them. Whatever step is run again leaves the same behind.
/// </summary>
public static class LearnPrices
{
    /// <summary>The id of its instance: one learns at a time. No order can have it.</summary>
    public const string InstanceId = "learn~prices";

    // A learning that cannot be done tonight is done tomorrow: prices are worth no long fight.
    private static readonly TaskOptions Retry = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 5, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromMinutes(5)));

    /// <summary>The orchestration.</summary>
    /// <param name="context">The orchestration's context.</param>
    /// <param name="input">What is to be learned.</param>
    /// <returns>What came of it.</returns>
    [Function(nameof(LearnPrices))]
    public static async Task<LearningReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, LearningRun input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);

        var demand = new DemandProgress(input, Part: 0, Orders: 0, Token: null, IsDone: false);
        while (!demand.IsDone)
        {
            demand = await context.CallActivityAsync<DemandProgress>(nameof(LearningActivities.GatherDemand), demand, Retry);
        }

        var skuParts = await context.CallActivityAsync<int>(nameof(LearningActivities.ListSkus), demand, Retry);
        for (var part = 0; part < skuParts; part += LearningActivities.PartsPerStep)
        {
            await context.CallActivityAsync(
                nameof(LearningActivities.GatherStock), new PartRange(input, part, Math.Min(skuParts, part + LearningActivities.PartsPerStep)), Retry);
        }

        var report = await context.CallActivityAsync<LearningReport>(nameof(LearningActivities.SolvePrices), demand with { Part = skuParts }, Retry);
        for (var part = 0; part < report.PriceParts; part += LearningActivities.PartsPerStep)
        {
            await context.CallActivityAsync(
                nameof(LearningActivities.WritePrices), new PartRange(input, part, Math.Min(report.PriceParts, part + LearningActivities.PartsPerStep)), Retry);
        }

        if (report.IsLearned)
        {
            await context.CallActivityAsync(nameof(LearningActivities.PublishPrices), input, Retry);
        }

        await context.CallActivityAsync(nameof(LearningActivities.DropOldPrices), input, Retry);
        return report;
    }
}
