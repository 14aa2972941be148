using Dom.Core;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Functions.Http;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Dom.Functions.Operations;

/// <summary>What rules and costs know of products.</summary>
public sealed class ProductFunctions(StockStore stocks)
{
    /// <summary>GET what is known of a SKU.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(GetProduct))]
    [Allow(Role.Operator, Role.Viewer)]
    public async Task<IResult> GetProduct(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "products")] HttpRequest request, CancellationToken cancellationToken)
    {
        var sku = request.Query["sku"].ToString();
        return !Identifier.IsPrintable(sku) ? Problems.Invalid([new Fault("sku", sku, Identifier.PrintableRule)])
            : await stocks.FindProductAsync(new Sku(sku), cancellationToken) is { } product ? JsonAnswer.Ok(product)
            : Problems.NotFound($"Nothing is known of SKU '{sku}'.");
    }

    /// <summary>PUT what is known of SKUs, in place of what was known of them before. Decisions from now on see it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(PutProducts))]
    [Allow(Role.Operator, AlsoVisibleTo = [Role.Viewer])]
    public async Task<IResult> PutProducts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "products")] HttpRequest request, CancellationToken cancellationToken)
    {
        return await RequestReader.BodyAsync(request, cancellationToken) is { } body
            ? await ProductReader.Read(body).Match(
                read => PutAsync(read.Value, cancellationToken),
                refused => Task.FromResult(Problems.Invalid(refused.Faults)))
            : Problems.Invalid(RequestReader.TooLong);
    }

    private async Task<IResult> PutAsync(IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        foreach (var product in products)
        {
            await stocks.PutProductAsync(product, cancellationToken);
        }

        return JsonAnswer.Ok(new { stored = products.Count });
    }
}
