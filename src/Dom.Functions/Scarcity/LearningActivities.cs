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
        if (page.Orders == 0)
        {
            return progress with { Token = page.Token, IsDone = page.Token is null };
        }

        await store.WriteAsync(progress.Run, LearningPart.Demand, progress.Part, page.Demand, cancellationToken);
        return progress with { Part = progress.Part + 1, Orders = progress.Orders + page.Orders, Token = page.Token, IsDone = page.Token is null };
    }

    /// <summary>Lists the SKUs of the demand, and how many units of each.</summary>
    /// <param name="demand">The demand that was gathered.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many parts the list has; none where there are too few orders to learn from.</returns>
    [Function(nameof(ListSkus))]
    public async Task<int> ListSkus([ActivityTrigger] DemandProgress demand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(demand);
        if (demand.Orders < options.Value.LearnPricesFewestOrders)
        {
            return 0;
        }

        var units = new Dictionary<Sku, long>();
        foreach (var line in (await store.ReadAllAsync<DemandOrder>(demand.Run.Version, LearningPart.Demand, cancellationToken)).SelectMany(order => order.Lines))
        {
            units[line.Sku] = units.GetValueOrDefault(line.Sku) + line.Quantity;
        }

        var parts = units.OrderBy(sku => sku.Key.Value, StringComparer.Ordinal).Select(sku => new SkuDemand(sku.Key, sku.Value)).Chunk(SkusPerPart).ToArray();
        for (var part = 0; part < parts.Length; part++)
        {
            await store.WriteAsync(demand.Run, LearningPart.Mix, part, parts[part], cancellationToken);
        }

        return parts.Length;
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

    /// <summary>Learns the prices from what was gathered, and stores them where no decision sees them yet.</summary>
    /// <param name="gathered">The demand, with the number of parts of its SKUs.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(SolvePrices))]
    public async Task<LearningReport> SolvePrices([ActivityTrigger] DemandProgress gathered, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(gathered);
        var run = gathered.Run;
        if (gathered.Part == 0)
        {
            logger.TooFewOrders(run.Version, gathered.Orders, options.Value.LearnPricesFewestOrders);
            return new LearningReport(run.Version, gathered.Orders, IsLearned: false, 0, 0, 0, 0, 0);
        }

        var configuration = await sources.ConfigurationAsync(cancellationToken);
        var began = Stopwatch.GetTimestamp();
        var learned = PriceLearning.Learn(
            new LearningDemand
            {
                Network = configuration.Locations,
                Profiles = configuration.InForce(run.At),
                Orders = await store.ReadAllAsync<DemandOrder>(run.Version, LearningPart.Demand, cancellationToken),
                Stock = await store.ReadAllAsync<SkuStock>(run.Version, LearningPart.Stock, cancellationToken),
                At = run.At,
                Days = options.Value.LearnPricesWindow.TotalDays,
            },
            new SolverOptions { TimeLimit = options.Value.LearnPricesTimeLimit },
            cancellationToken);

        // A learning that was cut short has prices, but poor ones: the step is to run again.
        cancellationToken.ThrowIfCancellationRequested();
        var solveMs = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var drift = await DriftAsync(run, configuration.Scarcity?.Version, cancellationToken);

        var parts = learned.Units.Select(prices => new SkuPrices(prices.Sku, run.Version, prices.Prices)).Chunk(SkusPerPart).ToArray();
        for (var part = 0; part < parts.Length; part++)
        {
            await store.WriteAsync(run, LearningPart.Prices, part, parts[part], cancellationToken);
        }

        await store.WriteAsync(run, LearningPart.Version, 0, [Version(run, gathered.Orders, configuration.Version, drift, learned)], cancellationToken);
        var gap = (int)Math.Round(learned.Gap * 1000);
        logger.PricesLearned(run.Version, gathered.Orders, solveMs, gap, learned.Places.Length, learned.Units.Length, drift);
        return new LearningReport(run.Version, gathered.Orders, IsLearned: true, parts.Length, learned.Places.Length, learned.Units.Length, gap, drift);
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
        await store.DropAsync(run.Version, LearningPart.Demand, cancellationToken);
        await store.DropAsync(run.Version, LearningPart.Stock, cancellationToken);
        var published = (await sources.ConfigurationAsync(cancellationToken)).Scarcity?.Version;
        await store.DropVersionsAsync(published, options.Value.LearnPricesVersions, cancellationToken);
    }

    private async Task<int> DriftAsync(LearningRun run, string? before, CancellationToken cancellationToken)
    {
        if (before is null || before == run.Version)
        {
            return 0;
        }

        var (old, now) = (await MixAsync(before, cancellationToken), await MixAsync(run.Version, cancellationToken));
        return old.IsEmpty ? 0 : DemandDrift.PerMille(old, now);
    }

    private async Task<ImmutableDictionary<Sku, long>> MixAsync(string version, CancellationToken cancellationToken) =>
        (await store.ReadAllAsync<SkuDemand>(version, LearningPart.Mix, cancellationToken)).ToImmutableDictionary(sku => sku.Sku, sku => sku.Units);

    private static ScarcityVersion Version(LearningRun run, int orders, string networkVersion, int drift, LearnedPrices learned) => new()
    {
        Version = run.Version,
        LearnedAt = run.At,
        From = run.From,
        To = run.At,
        NetworkVersion = networkVersion,
        Orders = orders,
        DriftPerMille = drift,
        Places = learned.Places,
    };
}

/// <summary>Units of a SKU that a window's orders wanted.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Units">Units, at least 1.</param>
public sealed record SkuDemand(Sku Sku, long Units);
