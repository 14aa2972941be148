using Dom.Core;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;
using Dom.Functions.Fulfillment;
using Dom.Functions.Http;
using Dom.Functions.Security;
using Dom.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Dom.Functions.Operations;

/// <summary>What rules and costs know of products.</summary>
public sealed class ProductFunctions(ProductStore store, Waker waker)
{
    /// <summary>GET what is known of a SKU; without one a page of all products, or of those in a category.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(GetProducts))]
    [Allow(Role.Operator, Role.Viewer)]
    public async Task<IResult> GetProducts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "products")] HttpRequest request, CancellationToken cancellationToken)
    {
        var sku = request.Query["sku"].ToString();
        return sku.Length == 0 ? await ListAsync(request, cancellationToken)
            : !Identifier.IsPrintable(sku) ? Problems.Invalid([new Fault("sku", sku, Identifier.PrintableRule)])
            : await store.FindAsync(new Sku(sku), cancellationToken) is { } product ? JsonAnswer.Ok(product)
            : Problems.NotFound($"Nothing is known of SKU '{sku}'.");
    }

    /// <summary>PUT what is known of SKUs, in place of what was known of them before. Decisions from now on see it, and orders that wait for one of them are looked at again.</summary>
    /// <param name="request">The request.</param>
    /// <param name="client">Reaches the orders that wait.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    [Function(nameof(PutProducts))]
    [Allow(Role.Operator, AlsoVisibleTo = [Role.Viewer])]
    public async Task<IResult> PutProducts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "products")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        return await RequestReader.BodyAsync(request, cancellationToken) is { } body
            ? await ProductReader.Read(body).Match(
                read => PutAsync(client, read.Value, cancellationToken),
                refused => Task.FromResult(Problems.Invalid(refused.Faults)))
            : Problems.Invalid(RequestReader.TooLong);
    }

    private async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (limit, faults) = RequestReader.Limit(request);
        var (category, after) = (request.Query["category"].ToString(), request.Query["after"].ToString());
        if (category.Length > 0 && !CategoryPath.IsPath(category))
        {
            faults = faults.Add(new Fault("category", category, CategoryPath.Rule));
        }

        if (!faults.IsEmpty)
        {
            return Problems.Invalid(faults);
        }

        // What is to follow need not be a SKU that is known: it only says where to go on.
        var page = await store.PageAsync(
            category.Length == 0 ? null : new CategoryPath(category), Identifier.IsPrintable(after) ? new Sku(after) : null, limit, cancellationToken);
        return JsonAnswer.Ok(new Page(page.Items, page.Next?.Value));
    }

    private async Task<IResult> PutAsync(DurableTaskClient client, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        await store.PutAsync(products, cancellationToken);
        await waker.ProductsChangedAsync(client, products.Select(product => product.Sku).ToHashSet(), cancellationToken);
        return JsonAnswer.Ok(new { stored = products.Count });
    }
}
