#nullable disable annotations // as in the real package, so that callers compile the same against both

using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>The tables of one storage account.</summary>
public class TableServiceClient
{
    private readonly TableService _service;

    /// <summary>Signs requests with the key in a connection string.</summary>
    /// <param name="connectionString">The account's connection string, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <exception cref="FormatException">The connection string is malformed.</exception>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <summary>Signs requests with the key in a connection string.</summary>
    /// <param name="connectionString">The account's connection string, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="options">Retries, policies and more; null for the default.</param>
    /// <exception cref="FormatException">The connection string is malformed.</exception>
    public TableServiceClient(string connectionString, TableClientOptions options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var parsed = TableConnectionString.Parse(connectionString);
        var authentication = new SharedKeyPolicy(parsed.AccountName, parsed.AccountKey);
        _service = new TableService(parsed.Endpoint, authentication, options);
    }

    /// <summary>Sends tokens of an Entra identity, for which the service has to be reached by HTTPS.</summary>
    /// <param name="endpoint">Address of the account's table service.</param>
    /// <param name="tokenCredential">The identity.</param>
    /// <param name="options">Retries, policies and more; null for the default.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(tokenCredential);
        var authentication = new BearerTokenAuthenticationPolicy(tokenCredential, "https://storage.azure.com/.default");
        _service = new TableService(endpoint, authentication, options);
    }

    /// <summary>For mocks.</summary>
    protected TableServiceClient()
    {
    }

    /// <summary>A client of one table, which need not exist yet. Nothing is sent.</summary>
    /// <param name="tableName">The table's name.</param>
    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new TableClient(_service, tableName);
    }

    /// <summary>Creates a table where there is none.</summary>
    /// <param name="tableName">The table's name: a letter, then 2 to 62 letters and digits.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The table; status 409 when it was there already.</returns>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(
        string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);
}
