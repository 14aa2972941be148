using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The answers to a query, one page after the other.</summary>
/// <typeparam name="T">The type of the rows.</typeparam>
/// <param name="service">The service to ask.</param>
/// <param name="table">The table's name.</param>
/// <param name="filter">An OData filter; null for all rows.</param>
/// <param name="select">Names of properties, separated by commas; null for all.</param>
/// <param name="maxPerPage">Most rows in one answer.</param>
/// <param name="cancellationToken">Gives up.</param>
internal sealed class EntityPages<T>(
    TableService service,
    string table,
    string? filter,
    string? select,
    int? maxPerPage,
    CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : class, ITableEntity
{
    private const string NextPartitionKey = "x-ms-continuation-NextPartitionKey";
    private const string NextRowKey = "x-ms-continuation-NextRowKey";

    /// <inheritdoc/>
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        PagesAsync(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken);

    private async IAsyncEnumerable<Page<T>> PagesAsync(
        string? token, int? pageSize, [EnumeratorCancellation] CancellationToken cancellation)
    {
        do
        {
            var response = await AskAsync(PathOf(token, pageSize), cancellation).ConfigureAwait(false);
            token = TokenOf(response);
            yield return Page<T>.FromValues(EntityReader.ReadMany<T>(response.Content), token, response);
        }
        while (token is not null);
    }

    private async Task<Response> AskAsync(string path, CancellationToken cancellation)
    {
        using var message = service.Create(RequestMethod.Get, path);
        return await service.SendAsync(message, cancellation).ConfigureAwait(false);
    }

    private string PathOf(string? token, int? pageSize)
    {
        var path = new StringBuilder(table).Append("()");
        var separator = '?';

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                path.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        // The two keys are opaque, and neither has a space in it.
        var keys = token?.Split(' ', 2);
        Add("$filter", filter);
        Add("$select", select);
        Add("$top", pageSize?.ToString(CultureInfo.InvariantCulture));
        Add("NextPartitionKey", keys?[0]);
        Add("NextRowKey", keys is [_, var row] ? row : null);
        return path.ToString();
    }

    // A page can be empty and still have a next one, and a next partition without a row.
    private static string? TokenOf(Response response) =>
        response.Headers.TryGetValue(NextPartitionKey, out var partition)
            ? $"{partition} {(response.Headers.TryGetValue(NextRowKey, out var row) ? row : "")}"
            : null;
}
