using System.Collections.Immutable;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Core.Sourcing;
using Dom.Core.Sourcing.Scarcity;
using Dom.Functions.Storage;

namespace Dom.Functions.Sourcing;

/// <summary>Reads what locations have to give.</summary>
public sealed class SupplyReader(ConfigurationStore configurations, StockStore stocks, CapacityStore capacities, AnswerStore answers, TimeProvider clock)
{
    /// <summary>Reads configuration, stock and the load of the day.</summary>
    /// <param name="skus">The SKUs that matter.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<SupplyReading> ReadAsync(IEnumerable<Sku> skus, CancellationToken cancellationToken)
    {
        var configuration = await configurations.GetAsync(cancellationToken);
        var at = clock.GetUtcNow();
        var stock = await Task.WhenAll(skus.Distinct().Select(sku => stocks.ReadAsync(sku, cancellationToken)));
        var remembered = configuration.Versions.Any(profile => profile.Costs.Refusal.LineMinorUnits > 0)
            ? await answers.ReadAsync(cancellationToken)
            : RememberedAnswers.None;
        return new SupplyReading(
            configuration, at, stock.ToImmutableDictionary(snapshot => snapshot.Sku), await LoadsAsync(configuration, at, cancellationToken))
        {
            Answers = remembered.ByLocation,
            AnswersByCategory = remembered.Of(stock.Select(snapshot => snapshot.Product)),
        };
    }

    private async Task<ImmutableDictionary<LocationId, DayLoad>> LoadsAsync(Configuration configuration, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var limited = configuration.Locations
            .Where(location => DayLimit.IsCounted(location, configuration.Versions))
            .ToLookup(location => WorkingTime.LocalDay(at, location.TimeZone), location => location.LocationId);
        var loads = ImmutableDictionary.CreateBuilder<LocationId, DayLoad>();
        foreach (var day in limited)
        {
            var taken = await capacities.ReadAsync(day.Key, cancellationToken);
            foreach (var location in day)
            {
                loads[location] = taken.GetValueOrDefault(location);
            }
        }

        return loads.ToImmutable();
    }
}

/// <summary>What locations had to give when it was read.</summary>
/// <param name="Configuration">Locations and profiles.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Stock">The stock of the SKUs that were asked for.</param>
/// <param name="Loads">What locations with a limit have taken today.</param>
public sealed record SupplyReading(
    Configuration Configuration, DateTimeOffset At, ImmutableDictionary<Sku, StockSnapshot> Stock, ImmutableDictionary<LocationId, DayLoad> Loads)
{
    /// <summary>How locations have answered offers so far; none where no profile asks.</summary>
    public ImmutableDictionary<LocationId, AnswerHistory> Answers { get; init; } = ImmutableDictionary<LocationId, AnswerHistory>.Empty;

    /// <summary>The same by the top categories of the SKUs' products.</summary>
    public ImmutableArray<CategoryAnswers> AnswersByCategory { get; init; } = [];

    /// <summary>What is known of the SKUs.</summary>
    public ImmutableDictionary<Sku, Product> Products =>
        Stock.Values.Select(snapshot => snapshot.Product).OfType<Product>().ToImmutableDictionary(product => product.Sku);

    /// <summary>What locations have lately refused of the SKUs.</summary>
    public ImmutableArray<RecentRefusals> Refusals => [.. Stock.Values.SelectMany(snapshot => snapshot.RecentRefusals(At))];

    /// <summary>The scarcity prices that decisions see; none while none are learned. A SKU's prices of another version are those of a learning that is not published yet, or no longer.</summary>
    public ScarcityPrices? Scarcity => Configuration.Scarcity is { } version
        ? new ScarcityPrices(
            version,
            Stock.Values.SelectMany(snapshot => snapshot.Prices).Where(prices => prices.Version == version.Version).ToImmutableDictionary(prices => prices.Sku))
        : null;

    /// <summary>The same as a supply for those who wait.</summary>
    /// <param name="locations">The locations to ask; none named means all.</param>
    public Supply For(IReadOnlyCollection<LocationId>? locations) => new()
    {
        At = At,
        Locations = Configuration.Locations,
        Profiles = Configuration.Profiles,
        Versions = Configuration.Versions,
        Stock = Stock.ToImmutableDictionary(
            item => item.Key, item => item.Value.Levels.Where(level => locations?.Contains(level.LocationId) ?? true).ToImmutableArray()),
        Products = Products,
        Loads = Loads,
        Refusals = Refusals,
    };
}
