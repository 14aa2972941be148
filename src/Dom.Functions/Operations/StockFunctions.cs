using System.Collections.Immutable;
using System.Globalization;
using Dom.Core;
using Dom.Core.Inventory;
using Dom.Core.Network;
using Dom.Functions.Fulfillment;
using Dom.Functions.Http;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Operations;

/// <summary>What operators see of stock and set right.</summary>
public sealed class StockFunctions(StockStore stocks, ConfigurationStore configurations, Waker waker)
{
    /// <summary>GET the stock of a SKU at every location, of a location in every SKU, or of one SKU at one location.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(GetStock))]
    [Allow(Role.Operator, Role.Viewer)]
    public async Task<IResult> GetStock(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "stock")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (limit, faults) = RequestReader.Limit(request);
        var (sku, location) = (request.Query["sku"].ToString(), request.Query["locationId"].ToString());
        if (!Identifier.IsPrintable(sku) && (sku.Length > 0 || location.Length == 0))
        {
            faults = faults.Add(new Fault("sku", sku, Identifier.PrintableRule + ", or locationId in its place"));
        }

        if (location.Length > 0 && !Identifier.IsPlain(location))
        {
            faults = faults.Add(new Fault("locationId", location, Identifier.PlainRule));
        }

        if (!faults.IsEmpty)
        {
            return Problems.Invalid(faults);
        }

        var after = request.Query["after"].ToString();
        return location.Length == 0
            ? await OfSkuAsync(new Sku(sku), after, limit, cancellationToken)
            : await AtLocationAsync(new LocationId(location), sku, after, limit, cancellationToken);
    }

    /// <summary>PUT counts of stock: absolute, whatever was believed before. Holds stay.</summary>
    /// <param name="request">The request.</param>
    /// <param name="client">Reaches the orders that wait for what has come.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(PutStock))]
    [Allow(Role.Operator, AlsoVisibleTo = [Role.Viewer])]
    public async Task<IResult> PutStock(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "stock")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        if (await RequestReader.BodyAsync(request, cancellationToken) is not { } body)
        {
            return Problems.Invalid(RequestReader.TooLong);
        }

        return await StockReader.Read(body).Match(
            read => PutAsync(client, read.Value, cancellationToken),
            refused => Task.FromResult(Problems.Invalid(refused.Faults)));
    }

    private async Task<IResult> OfSkuAsync(Sku sku, string after, int limit, CancellationToken cancellationToken)
    {
        var snapshot = await stocks.ReadAsync(sku, cancellationToken);
        var rest = snapshot.Levels.OrderBy(level => level.LocationId.Value, StringComparer.Ordinal)
            .Where(level => string.CompareOrdinal(level.LocationId.Value, after) > 0)
            .ToImmutableArray();
        return JsonAnswer.Ok(new Page([.. rest.Take(limit).Select(level => Row(sku, level))], rest.Length > limit ? rest[limit - 1].LocationId.Value : null));
    }

    private async Task<IResult> AtLocationAsync(LocationId location, string sku, string after, int limit, CancellationToken cancellationToken)
    {
        if (await configurations.FindLocationAsync(location, cancellationToken) is null)
        {
            return Problems.NotFound($"There is no location '{location}'.");
        }

        // What is to follow need not be a SKU: it only says where to go on.
        var found = await stocks.AtAsync(
            location, sku.Length == 0 ? null : new Sku(sku), Identifier.IsPrintable(after) ? new Sku(after) : null, limit + 1, cancellationToken);
        return JsonAnswer.Ok(new Page(
            [.. found.Take(limit).Select(item => Row(item.Sku, item.Level))], found.Length > limit ? found[limit - 1].Sku.Value : null));
    }

    private static object Row(Sku sku, StockLevel level) => new { sku = sku.Value, level.LocationId, level.OnHand, level.Held, level.Available };

    private async Task<ImmutableArray<Fault>> FaultsAsync(IReadOnlyList<StockCount> counts, CancellationToken cancellationToken)
    {
        var faults = Faults(counts, await configurations.LatestAsync(cancellationToken));
        return faults.IsEmpty ? faults : Faults(counts, await configurations.GetAsync(cancellationToken));
    }

    private static ImmutableArray<Fault> Faults(IReadOnlyList<StockCount> counts, Configuration configuration)
    {
        var known = configuration.Locations.Select(location => location.LocationId).ToHashSet();
        return
        [
            .. counts.Select((count, index) => (count, index)).Where(item => !known.Contains(item.count.LocationId)).Select(item => new Fault(
                string.Create(CultureInfo.InvariantCulture, $"body[{item.index}].locationId"), item.count.LocationId.Value, "a location that was put before")),
        ];
    }

    private async Task<IResult> PutAsync(DurableTaskClient client, IReadOnlyList<StockCount> counts, CancellationToken cancellationToken)
    {
        if (await FaultsAsync(counts, cancellationToken) is { IsEmpty: false } faults)
        {
            return Problems.Invalid(faults);
        }

        foreach (var sku in counts.GroupBy(count => count.Sku))
        {
            if (await stocks.CountAsync(sku.Key, [.. sku], cancellationToken) is { IsEmpty: false } having)
            {
                await waker.StockCameAsync(client, sku.Key, having, cancellationToken);
            }
        }

        return JsonAnswer.Ok(new { counted = counts.Count });
    }
}
