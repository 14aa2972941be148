using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace Dom.Functions.Storage;

/// <summary>The tables that hold Dom's data. Their keys are explained in docs/adr/0004-key-tables-by-what-is-asked.md.</summary>
public sealed class DomTables(TableServiceClient service, IOptions<DomOptions> options)
{
    private readonly string _prefix = options.Value.TablePrefix;

    /// <summary>Orders with their timeline, decisions and outcomes. Partition: the order.</summary>
    public TableClient Orders => Table("Orders");

    /// <summary>Shipments. Partition: the location.</summary>
    public TableClient Shipments => Table("Shipments");

    /// <summary>Stock and the holds on it. Partition: the SKU.</summary>
    public TableClient Stock => Table("Stock");

    /// <summary>Orders taken, and by whom. Partition: the day.</summary>
    public TableClient Capacity => Table("Capacity");

    /// <summary>Orders that wait for a SKU. Partition: the SKU.</summary>
    public TableClient Waiting => Table("Waiting");

    /// <summary>Locations and profiles under one version. Partition: one.</summary>
    public TableClient Configuration => Table("Configuration");

    /// <summary>Client keys, hashed. Partition: one.</summary>
    public TableClient ClientKeys => Table("ClientKeys");

    /// <summary>What scarcity prices are learned from, and their versions. Partition: the version.</summary>
    public TableClient Scarcity => Table("Scarcity");

    /// <summary>How locations answer offers. Partition: the month.</summary>
    public TableClient Answers => Table("Answers");

    /// <summary>Products once more, for lists; what decisions read stands in <see cref="Stock"/>. Partition: one.</summary>
    public TableClient Products => Table("Products");

    /// <summary>Makes the tables that are not there.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var table in new[] { Orders, Shipments, Stock, Capacity, Waiting, Configuration, ClientKeys, Scarcity, Answers, Products })
        {
            await table.CreateIfNotExistsAsync(cancellationToken);
        }
    }

    private TableClient Table(string name) => service.GetTableClient(_prefix + name);
}
