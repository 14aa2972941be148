#nullable disable annotations // as in the real package, so that callers compile the same against both

using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace Azure.Data.Tables;

[SuppressMessage("Naming", "CA1716", Justification = "The parameters' names are the real package's.")]
public partial class TableClient
{
    /// <summary>Reads a row.</summary>
    /// <typeparam name="T">The type of the row.</typeparam>
    /// <param name="partitionKey">Key of the partition.</param>
    /// <param name="rowKey">Key of the row.</param>
    /// <param name="select">Names of the properties to read; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RequestFailedException">404 when there is no such row.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = CreateRead(partitionKey, rowKey, select);
        var response = await _service.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(EntityReader.ReadOne<T>(response.Content), response);
    }

    /// <summary>Reads a row that may not exist.</summary>
    /// <typeparam name="T">The type of the row.</typeparam>
    /// <param name="partitionKey">Key of the partition.</param>
    /// <param name="rowKey">Key of the row.</param>
    /// <param name="select">Names of the properties to read; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The row, or no value and status 404.</returns>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        using var message = CreateRead(partitionKey, rowKey, select);
        var response = await _service.SendOrMissAsync(message, cancellationToken).ConfigureAwait(false);
        return response.Status == 404
            ? new MissingEntity<T>(response)
            : Response.FromValue(EntityReader.ReadOne<T>(response.Content), response);
    }

    /// <summary>Reads the rows that a filter lets through, ordered by their keys. Requests are sent while the result
    /// is read.</summary>
    /// <typeparam name="T">The type of the rows.</typeparam>
    /// <param name="filter">An OData filter, see <see cref="CreateQueryFilter(FormattableString)"/>; null for all
    /// rows.</param>
    /// <param name="maxPerPage">Most rows in one answer, 1 to 1,000; null for 1,000.</param>
    /// <param name="select">Names of the properties to read; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new EntityPages<T>(_service, Name, filter, Join(select), maxPerPage, cancellationToken);

    private HttpMessage CreateRead(string partitionKey, string rowKey, IEnumerable<string> select)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        var message = _service.Create(RequestMethod.Get, TableService.RowPath(Name, partitionKey, rowKey));
        if (select is not null)
        {
            message.Request.Uri.AppendQuery("$select", Join(select), escapeValue: true);
        }

        return message;
    }

    private static string Join(IEnumerable<string> select) => select is null ? null : string.Join(',', select);
}
