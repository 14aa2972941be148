using System.Collections.Immutable;
using System.Diagnostics;
using Dom.Core.Inventory;
using Dom.Core.Solving;
using Dom.Core.Sourcing.Scarcity;
using Dom.Functions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Scarcity;

/// <summary>The steps of <see cref="LearnPrices"/>. Each may run more than once and leaves the same behind.</summary>
public sealed class LearningActivities(LearningSources sources, LearningStore store, IOptions<DomOptions> options, ILogger<LearningActivities> logger)
{
    /// <summary>Parts that one step takes: seconds of work each.</summary>
    public const int PartsPerStep = 8;

    private const int SkusPerPart = 25;
    private const int AtOnce = 8;

    /// <summary>Stores the demand of some pages of orders.</summary>
    /// <param name="progress">How far the gathering is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(GatherDemand))]
    public async Task<DemandProgress> GatherDemand([ActivityTrigger] DemandProgress progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        if (progress.Token is null)
        {
            await store.BeginAsync(progress.Run, cancellationToken);
        }

        var page = await sources.DemandAsync(progress.Run, progress.Token, cancellationToken);
        var isEmpty = page.OrdersByDay.All(orders => orders == 0);
        for (var day = 0; day < page.DemandByDay.Length; day++)
        {
            if (page.OrdersByDay[day] > 0)
            {
                await store.WriteAsync(progress.Run, new LearningParts(LearningPart.Demand, day), progress.Step, page.DemandByDay[day], cancellationToken);
            }
        }

        return progress with
        {
            Step = progress.Step + (isEmpty ? 0 : 1),
            OrdersByDay = [.. page.OrdersByDay.Select((orders, day) => orders + (progress.OrdersByDay.IsEmpty ? 0 : progress.OrdersByDay[day]))],
            Token = page.Token,
            IsDone = page.Token is null,
        };
    }

    /// <summary>Lists the SKUs of the demand that is learned from, and how many units of each every day wanted.</summary>
    /// <param name="demand">The demand that was gathered.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Which days are learned from, and how many parts the list has; none where there are too few orders to learn from.</returns>
    [Function(nameof(ListSkus))]
    public async Task<LearningPlan> ListSkus([ActivityTrigger] DemandProgress demand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(demand);
        ImmutableArray<int> days = [.. Enumerable.Range(0, demand.Run.Days).Where(day => demand.OrdersByDay[day] >= options.Value.LearnPricesFewestOrders)];
        var units = new Dictionary<Sku, long[]>();
        for (var at = 0; at < days.Length; at++)
        {
            foreach (var line in (await DemandAsync(demand.Run, days[at], cancellationToken)).SelectMany(order => order.Lines))
            {
                (units.TryGetValue(line.Sku, out var byDay) ? byDay : units[line.Sku] = new long[days.Length])[at] += line.Quantity;
            }
        }

        var parts = units.OrderBy(sku => sku.Key.Value, StringComparer.Ordinal).Select(sku => new SkuDemand(sku.Key, [.. sku.Value])).Chunk(SkusPerPart).ToArray();
        for (var part = 0; part < parts.Length; part++)
        {
            await store.WriteAsync(demand.Run, LearningPart.Mix, part, parts[part], cancellationToken);
        }

        return new LearningPlan(demand.Run, demand.OrdersByDay, days, parts.Length);
    }

    /// <summary>Stores what there is of some of the SKUs.</summary>
    /// <param name="range">Which parts of their list.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(GatherStock))]
    public async Task GatherStock([ActivityTrigger] PartRange range, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(range);
        for (var part = range.First; part < range.End; part++)
        {
            var skus = await store.ReadAsync<SkuDemand>(range.Run.Version, LearningPart.Mix, part, cancellationToken);
            var stock = await Task.WhenAll(skus.Select(sku => sources.StockAsync(sku.Sku, cancellationToken)));
            await store.WriteAsync(range.Run, LearningPart.Stock, part, stock, cancellationToken);
        }
    }

    /// <summary>Learns the prices of one day by itself.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(SolveDay))]
    public async Task SolveDay([ActivityTrigger] LearningDay day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(day);
        var run = day.Run;
        var configuration = await sources.ConfigurationAsync(cancellationToken);
        var began = Stopwatch.GetTimestamp();
        var demand = new LearningDemand
        {
            Network = configuration.Locations,
            Profiles = configuration.InForce(run.At),
            Orders = await DemandAsync(run, day.Day, cancellationToken),
            Stock = await store.ReadAllAsync<SkuStock>(run.Version, LearningPart.Stock, cancellationToken),
            At = run.At,
            Days = run.Window.TotalDays,
        };
        var learned = PriceLearning.Learn(demand, new SolverOptions { TimeLimit = options.Value.LearnPricesTimeLimit }, cancellationToken);

        // A learning that was cut short has prices, but poor ones: the step is to run again.
        cancellationToken.ThrowIfCancellationRequested();
        var parts = learned.Units.Chunk(SkusPerPart).ToArray();
        for (var part = 0; part < parts.Length; part++)
        {
            await store.WriteAsync(run, new LearningParts(LearningPart.DayUnits, day.Day), part, parts[part], cancellationToken);
        }

        await store.WriteAsync(run, new LearningParts(LearningPart.Day, day.Day), 0, [learned with { Units = [] }], cancellationToken);
        var (solveMs, gap) = ((long)Stopwatch.GetElapsedTime(began).TotalMilliseconds, PerMille(learned.Gap));
        logger.DaySolved(run.Version, day.Day, demand.Orders.Length, solveMs, gap);
    }

    /// <summary>Takes the mean of the days' prices, and stores it where no decision sees it yet.</summary>
    /// <param name="plan">The days.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(AveragePrices))]
    public async Task<LearningReport> AveragePrices([ActivityTrigger] LearningPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (run, orders) = (plan.Run, plan.OrdersByDay.Sum());
        if (plan.Days.IsEmpty)
        {
            logger.TooFewOrders(run.Version, orders, options.Value.LearnPricesFewestOrders);
            return new LearningReport(run.Version, orders, 0, IsLearned: false, 0, 0, 0, 0, 0);
        }

        var days = await Task.WhenAll(plan.Days.Select(day => DayAsync(run, day, cancellationToken)));
        var learned = PriceAveraging.Average(days);
        var configuration = await sources.ConfigurationAsync(cancellationToken);
        var drift = await DriftAsync(run, configuration.Scarcity?.Version, cancellationToken);

        var parts = learned.Units.Select(prices => new SkuPrices(prices.Sku, run.Version, prices.Prices)).Chunk(SkusPerPart).ToArray();
        for (var part = 0; part < parts.Length; part++)
        {
            await store.WriteAsync(run, LearningPart.Prices, part, parts[part], cancellationToken);
        }

        await store.WriteAsync(run, LearningPart.Version, 0, [Version(run, orders, configuration.Version, drift, learned)], cancellationToken);
        var gap = PerMille(learned.Gap);
        logger.PricesLearned(run.Version, days.Length, orders, gap, learned.Places.Length, learned.Units.Length, drift);
        return new LearningReport(run.Version, orders, days.Length, IsLearned: true, parts.Length, learned.Places.Length, learned.Units.Length, gap, drift);
    }

    /// <summary>Writes prices beside the stock of their SKUs.</summary>
    /// <param name="range">Which parts of them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(WritePrices))]
    public async Task WritePrices([ActivityTrigger] PartRange range, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(range);
        for (var part = range.First; part < range.End; part++)
        {
            var prices = await store.ReadAsync<SkuPrices>(range.Run.Version, LearningPart.Prices, part, cancellationToken);
            foreach (var chunk in prices.Chunk(AtOnce))
            {
                await Task.WhenAll(chunk.Select(sku => store.WriteBesideStockAsync(sku, cancellationToken)));
            }
        }
    }

    /// <summary>Lets decisions see the prices.</summary>
    /// <param name="run">The learning.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(PublishPrices))]
    public async Task PublishPrices([ActivityTrigger] LearningRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var version = (await store.ReadAsync<ScarcityVersion>(run.Version, LearningPart.Version, 0, cancellationToken)).Single();
        await sources.PublishAsync(version, cancellationToken);
        logger.PricesPublished(run.Version);
    }

    /// <summary>Drops what was gathered, and the versions before the last ones.</summary>
    /// <param name="run">The learning.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(DropOldPrices))]
    public async Task DropOldPrices([ActivityTrigger] LearningRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        foreach (var kind in (LearningPart[])[LearningPart.Demand, LearningPart.Stock, LearningPart.DayUnits, LearningPart.Day])
        {
            await store.DropAsync(run.Version, kind, cancellationToken);
        }

        var published = (await sources.ConfigurationAsync(cancellationToken)).Scarcity?.Version;
        await store.DropVersionsAsync(published, options.Value.LearnPricesVersions, cancellationToken);
    }

    private static int PerMille(double gap) => (int)Math.Round(gap * 1000);

    private Task<ImmutableArray<DemandOrder>> DemandAsync(LearningRun run, int day, CancellationToken cancellationToken) =>
        store.ReadAllAsync<DemandOrder>(run.Version, new LearningParts(LearningPart.Demand, day), cancellationToken);

    private async Task<LearnedPrices> DayAsync(LearningRun run, int day, CancellationToken cancellationToken) =>
        (await store.ReadAllAsync<LearnedPrices>(run.Version, new LearningParts(LearningPart.Day, day), cancellationToken)).Single() with
        {
            Units = await store.ReadAllAsync<SkuUnitPrices>(run.Version, new LearningParts(LearningPart.DayUnits, day), cancellationToken),
        };

    // The newest day against the others: that is what prices learned from all of them are for. One day alone is held against the version before.
    private async Task<int> DriftAsync(LearningRun run, string? before, CancellationToken cancellationToken)
    {
        var now = await store.ReadAllAsync<SkuDemand>(run.Version, LearningPart.Mix, cancellationToken);
        var newest = Units(now, units => units[0]);
        if (now.Any(sku => sku.UnitsByDay.Length > 1))
        {
            return DemandDrift.PerMille(Units(now, units => units[1..].Sum()), newest);
        }

        var old = before is null || before == run.Version ? [] : await store.ReadAllAsync<SkuDemand>(before, LearningPart.Mix, cancellationToken);

        // Versions of before several days were learned from have no such numbers.
        return old.IsEmpty || old[0].UnitsByDay.IsDefaultOrEmpty ? 0 : DemandDrift.PerMille(Units(old, units => units[0]), newest);
    }

    private static Dictionary<Sku, long> Units(ImmutableArray<SkuDemand> mix, Func<ImmutableArray<long>, long> count) =>
        mix.ToDictionary(sku => sku.Sku, sku => count(sku.UnitsByDay));

    private static ScarcityVersion Version(LearningRun run, int orders, string networkVersion, int drift, LearnedPrices learned) => new()
    {
        Version = run.Version,
        LearnedAt = run.At,
        From = run.From,
        To = run.At,
        NetworkVersion = networkVersion,
        Orders = orders,
        DriftPerMille = drift,
        StakeThousandths = learned.StakeThousandths,
        OrdersByHour = learned.OrdersByHour,
        Places = learned.Places,
    };
}

/// <summary>Units of a SKU that orders wanted.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="UnitsByDay">Units on each day that is learned from, the newest first, each 0 or more.</param>
public sealed record SkuDemand(Sku Sku, ImmutableArray<long> UnitsByDay);
