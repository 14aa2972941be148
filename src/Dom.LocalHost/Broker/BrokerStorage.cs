using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Dom.LocalHost.Broker;

/// <summary>Where the broker keeps everything: a storage queue and a partition of one table for each path.</summary>
/// <param name="options">The account and the prefix.</param>
internal sealed class BrokerStorage(BrokerOptions options)
{
    private readonly QueueStorageAccount _queues =
        QueueStorageAccount.Parse(options.ConnectionString, options.Transport);

    private readonly TableClient _table =
        new TableServiceClient(options.ConnectionString, TableOptions(options.Transport))
            .GetTableClient(options.Prefix + "broker");

    /// <summary>Creates the table unless it is there.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task CreateIfMissingAsync(CancellationToken cancellationToken) =>
        _table.CreateIfNotExistsAsync(cancellationToken);

    /// <summary>The storage queue of a path.</summary>
    /// <param name="path">A path of the broker.</param>
    public QueueStorageQueue QueueOf(string path) => new(_queues, BrokerPath.StorageName(options.Prefix, path));

    /// <summary>The ledger of a path.</summary>
    /// <param name="path">A path of the broker.</param>
    public BrokerLedger LedgerOf(string path) => new(_table, BrokerPath.StorageName(options.Prefix, path));

    private static TableClientOptions TableOptions(HttpPipelineTransport? transport)
    {
        var tables = new TableClientOptions();
        tables.Transport = transport ?? tables.Transport;
        return tables;
    }
}
