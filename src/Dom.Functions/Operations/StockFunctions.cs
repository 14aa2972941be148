using System.Collections.Immutable;
using Dom.Core;
using Dom.Core.Inventory;
using Dom.Functions.Fulfillment;
using Dom.Functions.Http;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Operations;

/// <summary>What operators see of stock and set right.</summary>
public sealed class StockFunctions(StockStore stocks, Waker waker)
{
    /// <summary>GET the stock of a SKU at every location.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(GetStock))]
    [Allow(Role.Operator, Role.Viewer)]
    public async Task<IResult> GetStock(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "stock")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (limit, faults) = RequestReader.Limit(request);
        var text = request.Query["sku"].ToString();
        if (!Identifier.IsPrintable(text))
        {
            faults = faults.Add(new Fault("sku", text, Identifier.PrintableRule));
        }

        if (!faults.IsEmpty)
        {
            return Problems.Invalid(faults);
        }

        var after = request.Query["after"].ToString();
        var snapshot = await stocks.ReadAsync(new Sku(text), cancellationToken);
        var rest = snapshot.Levels.OrderBy(level => level.LocationId.Value, StringComparer.Ordinal)
            .Where(level => string.CompareOrdinal(level.LocationId.Value, after) > 0)
            .ToImmutableArray();
        return JsonAnswer.Ok(new Page(
            [.. rest.Take(limit).Select(level => new { sku = text, level.LocationId, level.OnHand, level.Held, level.Available })],
            rest.Length > limit ? rest[limit - 1].LocationId.Value : null));
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

    private async Task<IResult> PutAsync(DurableTaskClient client, IReadOnlyList<StockCount> counts, CancellationToken cancellationToken)
    {
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
