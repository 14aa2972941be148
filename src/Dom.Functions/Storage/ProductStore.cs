using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Dom.Core.Catalogue;
using Dom.Core.Inventory;

namespace Dom.Functions.Storage;

/// <summary>Products in Table Storage: beside the stock, where a decision finds them with it, and once more in a partition in order of their SKUs, for lists.</summary>
/// <remarks>
/// The list is written first, so that whatever stands beside stock is listed. Two writers of one SKU at one moment may leave the product of the one in the list
/// and that of the other beside the stock, where it counts; the next write makes them the same.
/// </remarks>
public sealed class ProductStore(DomTables tables, StockStore stocks)
{
    /// <summary>Products that are looked at for one page of a list.</summary>
    public const int MostLooked = 10_000;

    private const string Partition = "product";
    private const int TransactionRows = 100;
    private const int WritesAtOnce = 8;

    /// <summary>Stores what is known of SKUs, in place of what was known before.</summary>
    /// <param name="products">What is known, each SKU once.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task PutAsync(IReadOnlyCollection<Product> products, CancellationToken cancellationToken)
    {
        foreach (var chunk in products.Chunk(TransactionRows))
        {
            await tables.Products.SubmitTransactionAsync(
                chunk.Select(product => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace, new TableEntity(Partition, TableKey.Of(product.Sku.Value)).WithDocument(product))),
                cancellationToken);
        }

        await Parallel.ForEachAsync(
            products,
            new ParallelOptions { MaxDegreeOfParallelism = WritesAtOnce, CancellationToken = cancellationToken },
            async (product, stop) => await stocks.PutProductAsync(product, stop));
    }

    /// <summary>What is known of a SKU, or null.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<Product?> FindAsync(Sku sku, CancellationToken cancellationToken) => stocks.FindProductAsync(sku, cancellationToken);

    /// <summary>All products, in order of the keys of their SKUs, read as they are asked for: a request for each 1,000.</summary>
    /// <param name="after">Only those after this SKU; none for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async IAsyncEnumerable<Product> AllAsync(Sku? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        filter += after is { } last ? TableClient.CreateQueryFilter($" and RowKey gt {TableKey.Of(last.Value)}") : "";
        await foreach (var row in tables.Products.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return row.Document<Product>();
        }
    }

    /// <summary>A page of the products, in order of the keys of their SKUs.</summary>
    /// <param name="category">Only those in this category; none for all.</param>
    /// <param name="after">Only those after this SKU; none for the first page.</param>
    /// <param name="limit">At most so many, 1 or more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="mostLooked">Products that are looked at; the page ends there, with fewer or none where the category is rare.</param>
    public async Task<ProductPage> PageAsync(CategoryPath? category, Sku? after, int limit, CancellationToken cancellationToken, int mostLooked = MostLooked)
    {
        var items = ImmutableArray.CreateBuilder<Product>();
        var (looked, last) = (0, after);
        await foreach (var product in AllAsync(after, cancellationToken))
        {
            if (items.Count == limit || looked == mostLooked)
            {
                return new ProductPage(items.ToImmutable(), last);
            }

            (looked, last) = (looked + 1, product.Sku);
            if (category is not { } wanted || product.IsIn(wanted))
            {
                items.Add(product);
            }
        }

        return new ProductPage(items.ToImmutable(), null);
    }
}

/// <summary>A page of products.</summary>
/// <param name="Items">The products.</param>
/// <param name="Next">The SKU after which the next page begins; none at the end.</param>
public sealed record ProductPage(ImmutableArray<Product> Items, Sku? Next);
