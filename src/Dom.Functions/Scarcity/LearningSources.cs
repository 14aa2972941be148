using System.Collections.Immutable;
using Dom.Core.Inventory;
using Dom.Core.Sourcing.Scarcity;
using Dom.Functions.Storage;

namespace Dom.Functions.Scarcity;

/// <summary>Where learning reads, and where it publishes.</summary>
public sealed class LearningSources(OrderStore orders, StockStore stocks, ConfigurationStore configurations)
{
    // A step ends with the page on which it has these: a row of gathered demand stays far below 1 MiB, and a step takes seconds.
    private const int OrdersPerPart = 1000;
    private const int LinesPerPart = 5000;
    private const int PagesPerStep = 20;

    /// <summary>Locations, profiles and the prices that decisions see.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<Configuration> ConfigurationAsync(CancellationToken cancellationToken) => configurations.GetAsync(cancellationToken);

    /// <summary>Lets decisions see prices.</summary>
    /// <param name="version">Their version.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task PublishAsync(ScarcityVersion version, CancellationToken cancellationToken) => configurations.PublishPricesAsync(version, cancellationToken);

    /// <summary>The demand of some pages of orders.</summary>
    /// <param name="run">The learning.</param>
    /// <param name="token">Where they begin; none at the first.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DemandPage> DemandAsync(LearningRun run, string? token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var configuration = await configurations.GetAsync(cancellationToken);
        var profiles = configuration.InForce(run.At);
        var stores = configuration.Locations.ToDictionary(location => location.LocationId, location => location.Position);
        var demand = Enumerable.Range(0, run.Days).Select(_ => ImmutableArray.CreateBuilder<DemandOrder>()).ToArray();
        var (taken, lines, pages) = (new int[run.Days], 0, 0);
        await foreach (var page in orders.ReceivedPagesAsync(run.From, run.At, token, cancellationToken))
        {
            foreach (var order in page.Values.Select(row => row.Document<StoredOrder>()))
            {
                var (day, hour) = (run.DayOf(order.ReceivedAt), order.ReceivedAt.UtcDateTime.Hour);
                demand[day].AddRange(DemandOrder.Of(order.Order, profiles, stores).Select(part => part with { Hour = hour }));
                taken[day]++;
                lines += order.Order.Lines.Length;
            }

            token = page.ContinuationToken;
            if (token is null || ++pages >= PagesPerStep || taken.Sum() >= OrdersPerPart || lines >= LinesPerPart)
            {
                break;
            }
        }

        return new DemandPage([.. taken], [.. demand.Select(day => day.ToImmutable())], token);
    }

    /// <summary>What locations could promise of a SKU.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<SkuStock> StockAsync(Sku sku, CancellationToken cancellationToken)
    {
        var levels = (await stocks.ReadAsync(sku, cancellationToken)).Levels.Where(level => level.Available > 0);
        return new SkuStock(sku, [.. levels.OrderBy(level => level.LocationId.Value, StringComparer.Ordinal)]);
    }
}

/// <summary>The demand of some pages of orders.</summary>
/// <param name="OrdersByDay">How many orders they were, by horizon.</param>
/// <param name="DemandByDay">Their demand, by horizon.</param>
/// <param name="Token">Where the next begins; none at the end.</param>
public sealed record DemandPage(ImmutableArray<int> OrdersByDay, ImmutableArray<ImmutableArray<DemandOrder>> DemandByDay, string? Token);
