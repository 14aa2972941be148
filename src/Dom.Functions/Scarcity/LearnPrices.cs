using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Dom.Functions.Scarcity;

/// <summary>
/// Learns scarcity prices from some days of orders: gathers demand and stock page by page, solves each day by itself, takes the mean of their prices, writes it beside the
/// stock, and only then lets decisions see it. Whatever step is run again leaves the same behind.
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

        var demand = new DemandProgress(input, Step: 0, OrdersByDay: [], Token: null, IsDone: false);
        while (!demand.IsDone)
        {
            demand = await context.CallActivityAsync<DemandProgress>(nameof(LearningActivities.GatherDemand), demand, Retry);
        }

        var plan = await context.CallActivityAsync<LearningPlan>(nameof(LearningActivities.ListSkus), demand, Retry);
        for (var part = 0; part < plan.SkuParts; part += LearningActivities.PartsPerStep)
        {
            await context.CallActivityAsync(
                nameof(LearningActivities.GatherStock), new PartRange(input, part, Math.Min(plan.SkuParts, part + LearningActivities.PartsPerStep)), Retry);
        }

        // One after the other: a solve takes all the processors and memory that it can get, and nobody waits for the night's work.
        foreach (var day in plan.Days)
        {
            await context.CallActivityAsync(nameof(LearningActivities.SolveDay), new LearningDay(input, day), Retry);
        }

        var report = await context.CallActivityAsync<LearningReport>(nameof(LearningActivities.AveragePrices), plan, Retry);
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
